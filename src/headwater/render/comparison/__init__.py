"""A comparison of two articles in three forms: side by side in a terminal, on an HTML page, in Markdown."""
