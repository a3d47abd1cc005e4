"""Tables of results as they are pasted from and copied to spreadsheets and word processors."""
