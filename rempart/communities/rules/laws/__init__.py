"""Law and policy: what each register holds, what cannot be, what a sheet says."""
