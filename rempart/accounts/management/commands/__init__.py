"""Opening an organisation on a new server."""
