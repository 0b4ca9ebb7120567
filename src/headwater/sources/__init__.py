"""Intake: files, folders, addresses and lists to articles, with what is known of each and how it is known."""

from headwater.sources.gather import Gathered, gather

__all__ = ["Gathered", "gather"]
