"""Every guard of the house, proven: each mistake made once in a copy, and its own guard notices."""
