"""What decides about places: conditions of risk, the index over them, outlines, what a sheet says."""
