"""The stages of a theory of change in the order in which a figure reads, and the roles of what lies outside it."""

from __future__ import annotations

from typing import Literal, get_args

__all__ = ["COLUMN_LABELS", "FACTOR_ROLES", "OUTCOME_STAGES", "STAGES", "ColumnName", "FactorRole", "Stage"]

Stage = Literal["inputs", "participants", "activities", "outputs", "short_term", "intermediate", "long_term"]

FactorRole = Literal["context", "risk", "exposure", "confounder", "mediator", "moderator", "protective"]
"""What a factor does: it surrounds the work, endangers it, is what people meet, or acts on or carries a link."""

ColumnName = Literal[
    "inputs",
    "participants",
    "activities",
    "outputs",
    "short_term",
    "intermediate",
    "long_term",
    "context",
    "risk",
    "exposure",
    "confounder",
    "mediator",
    "moderator",
    "protective",
]
"""What a column of a figure may hold: a stage, or the factors of one role."""

STAGES: tuple[Stage, ...] = get_args(Stage)
OUTCOME_STAGES: tuple[Stage, ...] = ("short_term", "intermediate", "long_term")
FACTOR_ROLES: tuple[FactorRole, ...] = get_args(FactorRole)

COLUMN_LABELS: dict[ColumnName, str] = {
    "inputs": "Inputs",
    "participants": "Participants",
    "activities": "Activities",
    "outputs": "Outputs",
    "short_term": "Short-term outcomes",
    "intermediate": "Intermediate outcomes",
    "long_term": "Long-term outcomes",
    "context": "Context",
    "risk": "Risks",
    "exposure": "Exposure",
    "confounder": "Confounders",
    "mediator": "Mediators",
    "moderator": "Moderators",
    "protective": "Protective factors",
}
"""The heading that a stage or a role has where the model gives it no other."""
