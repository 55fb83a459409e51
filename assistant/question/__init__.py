"""Question and earlier turns → Query: what is asked, of when, of which documents, for what kind of answer."""
