"""What a plan is and what the guide says of it. Pure: no database, no clock, no words for the screen."""
