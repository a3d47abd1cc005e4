"""The sections of the outline, in three groups as a reader meets them."""
