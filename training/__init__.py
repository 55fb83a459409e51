"""Training of the reader: it finds the answering words of a window, or says that they are not there."""
