"""Scorecards: scores as a page that can be printed, sent and kept, with what they are of."""
