"""Passwords that an administrator hands on: drawn by chance, easy to read aloud and to copy."""

from secrets import choice

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # without those that look like others
GROUPS, LENGTH = 4, 5  # 100 bits


def new_password() -> str:
    """Draw a password of four groups of five letters and figures: "k7mfp-2wqxr-…"."""
    groups = ("".join(choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)
