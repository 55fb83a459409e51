"""The index: one generation built aside, checked, published whole, then only read.

build         corpus → generation (the only writer)         generation  what the answering path opens
vectors       passages in Chroma                            words       passages in SQLite FTS5, and documents
word_vectors  single words of the corpus, by meaning
encoder       questions → vectors, without torch            model       passages → vectors, with torch
verify        canary queries in a child process             publish     lock, atomic rename, pruning
"""
