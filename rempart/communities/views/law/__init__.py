"""Pages of law and policy: registers of instruments, plans, gaps, reports, reforms, meetings."""
