"""Commands for those who own the content."""
