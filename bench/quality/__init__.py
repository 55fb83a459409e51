"""Retrieval, refusals, evidence and follow-ups, measured on material that others wrote."""
