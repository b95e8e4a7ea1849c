"""The stages of a theory of change, in the order in which a figure reads."""

from __future__ import annotations

from typing import Literal

__all__ = ["OUTCOME_STAGES", "STAGES", "STAGE_LABELS", "Stage"]

Stage = Literal["inputs", "participants", "activities", "outputs", "short_term", "intermediate", "long_term"]

STAGES: tuple[Stage, ...] = (
    "inputs",
    "participants",
    "activities",
    "outputs",
    "short_term",
    "intermediate",
    "long_term",
)
OUTCOME_STAGES: tuple[Stage, ...] = ("short_term", "intermediate", "long_term")

STAGE_LABELS: dict[Stage, str] = {
    "inputs": "Inputs",
    "participants": "Participants",
    "activities": "Activities",
    "outputs": "Outputs",
    "short_term": "Short-term outcomes",
    "intermediate": "Intermediate outcomes",
    "long_term": "Long-term outcomes",
}
"""The names that a stage has where the model gives it no other."""
