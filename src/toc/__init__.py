"""Theory of change as code."""
