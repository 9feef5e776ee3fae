"""The minutes of a workshop, gathered from its records: one module for each group of sections."""

from facilitator.services.minutes.gaps import Gap, gaps
from facilitator.services.minutes.gathering import gather

__all__ = ["Gap", "gaps", "gather"]
