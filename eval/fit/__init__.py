"""Fits the weights of the assistant to the tuning and practice questions; changes nothing by itself."""
