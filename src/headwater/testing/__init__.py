"""Builders, fakes and invented stories for tests, ours and those of people who extend headwater."""
