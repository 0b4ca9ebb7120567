"""Headwater traces a pile of news reports back to where the reporting started."""
