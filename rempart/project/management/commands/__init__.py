"""The commands of the front hall: opening Rempart on this machine, and filling it with a demo."""
