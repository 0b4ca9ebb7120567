"""A draft held against reports."""
