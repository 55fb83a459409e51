"""How well PDFs are read: documents typeset as PDFs and read back, and real ones with known facts."""
