"""The people who use the product, the organisations they belong to and the roles they hold."""
