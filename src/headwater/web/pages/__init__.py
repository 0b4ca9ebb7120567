"""The pages, a file each: `ROUTES` says which addresses a page answers."""
