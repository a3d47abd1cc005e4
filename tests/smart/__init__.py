"""The tables of examples of the lint of the wording: at least three flagged and three clean for each check and language."""
