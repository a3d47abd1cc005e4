"""Tags of the programmes room."""
