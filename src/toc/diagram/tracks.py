"""Where in its gutter each arrow turns, so that neighbours run apart and none cross that need not."""

from __future__ import annotations

__all__ = ["find_tracks"]


def find_tracks(pairs: list[tuple[float, float]]) -> list[float]:
    """For arrows from a height on the left to one on the right, where they turn: 0 (left) to 1 (right).

    Of two arrows that go down side by side the upper turns further right, of two that go up further left.
    """
    after = [0] * len(pairs)
    before = [0] * len(pairs)
    order = sorted(range(len(pairs)), key=lambda one: (pairs[one], one))
    rising = [one for one in order if pairs[one][1] < pairs[one][0]]
    falling = [one for one in reversed(order) if pairs[one][1] >= pairs[one][0]]
    for chain in (rising, falling):
        beside = [
            (one, [other for other in chain[:place] if run_beside(pairs[one], pairs[other])])
            for place, one in enumerate(chain)
        ]
        for one, others in beside:
            after[one] = max([after[other] + 1 for other in others], default=0)
        for one, others in reversed(beside):
            for other in others:
                before[other] = max(before[other], before[one] + 1)
    return [(behind + 0.5) / (behind + ahead + 1) for behind, ahead in zip(after, before, strict=True)]


def run_beside(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two arrows keep their order and share some height."""
    if (one[0] - other[0]) * (one[1] - other[1]) < 0:
        return False
    return min(max(one), max(other)) + 3.0 > max(min(one), min(other))
