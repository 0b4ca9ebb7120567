"""What the makers of headwater run by hand; no part of the package."""
