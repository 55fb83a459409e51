"""The reader: a small model, trained by us, that says how well a window of text answers a question."""
