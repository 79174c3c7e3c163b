"""From lines to the body and what stands beside it. Pages and plain text share this road."""
