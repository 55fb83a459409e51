"""Passages → Evidence → Answer: weigh what can be quoted, compose an answer from quotes, prove each."""
