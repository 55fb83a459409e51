"""Files → Documents: a corpus folder, its editions in Markdown, and files of other forms as they come."""
