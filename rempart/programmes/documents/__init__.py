"""The action-programme outline: one structured text, from which page, Word and PDF are made."""
