"""A draft held against reports in three forms: text for a terminal, an HTML page, Markdown."""
