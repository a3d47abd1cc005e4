"""The commands of the accounts room."""
