"""Answers questions about public documents, each answer proven by passages quoted word for word."""
