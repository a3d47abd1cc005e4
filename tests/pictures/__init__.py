"""The pictures of docs/pictures."""
