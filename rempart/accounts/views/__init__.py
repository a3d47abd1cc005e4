"""The pages of the accounts room: find, act, answer."""
