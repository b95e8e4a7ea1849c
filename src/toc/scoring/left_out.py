"""How many rows of each indicator cannot be used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from toc.data import Data, ReadingsTable

__all__ = ["left_out_of_indicators"]


def left_out_of_indicators(data: Data) -> Mapping[str, int]:
    """Return how many rows were left out of data, by the indicator, as far as their faults name one."""
    if isinstance(data, ReadingsTable):
        found: Counter[str] = Counter()
        for each in data.fault_counts:
            found[each.subject] += each.rows if each.left_out else 0
        return found
    rows = {(fault.subject, fault.row) for fault in data.faults if fault.left_out}
    return Counter(subject for subject, _ in rows)
