"""The guide's pages: find, act, answer."""
