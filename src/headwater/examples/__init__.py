"""Bundled examples: invented reports of invented events, each folder with its own gold."""
