"""Asks the evaluation questions, scores the answers and fails when they are not good enough."""
