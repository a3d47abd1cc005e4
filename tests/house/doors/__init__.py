"""The doors table, one file a room: every address, by both methods, for everyone in the cast."""
