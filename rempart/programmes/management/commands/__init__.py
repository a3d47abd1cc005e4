"""Commands of the programmes room."""
