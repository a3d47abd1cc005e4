"""What the guide is made of, and what can be asked of it. Pure: no files, no words for the screen."""
