"""Boxes in an order in which every arrow leads on, those that lead to one another together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["components"]


def components(after: Sequence[Sequence[int]], before: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected components, every component before those that it leads to.

    `before` is `after` turned round. Where nothing is circular each box is one by itself, and they are put in a
    row (Kahn, Topological sorting of large networks, 1962). Else this is Kosaraju's algorithm (in Aho, Hopcroft
    and Ullman, Data Structures and Algorithms, 1983, section 6.7) with its own stack, so that a long chain cannot
    exhaust Python's.
    """
    row = _row(after, before)
    return [[box] for box in row] if len(row) == len(after) else _circles_and_others(after, before)


def _row(after: Sequence[Sequence[int]], before: Sequence[Sequence[int]]) -> list[int]:
    """Return each box behind all that lead to it; without those that lie on a circle or follow from one."""
    causes_left = [*map(len, before)]
    row = [box for box, causes in enumerate(causes_left) if not causes]
    for box in row:
        for other in after[box]:
            causes_left[other] -= 1
            if not causes_left[other]:
                row.append(other)
    return row


def _circles_and_others(after: Sequence[Sequence[int]], before: Sequence[Sequence[int]]) -> list[list[int]]:
    found: list[list[int]] = []
    placed = bytearray(len(after))
    for root in reversed(_finished(after)):
        if placed[root]:
            continue
        placed[root] = 1
        members = [root]
        for box in members:
            for other in before[box]:
                if not placed[other]:
                    placed[other] = 1
                    members.append(other)
        found.append(members)
    return found


def _finished(after: Sequence[Sequence[int]]) -> list[int]:
    """Return all numbers, each after everything that a walk in depth found beyond it."""
    done: list[int] = []
    seen = bytearray(len(after))
    for root in range(len(after)):
        work: list[tuple[int, Iterator[int]]] = [] if seen[root] else [(root, iter(after[root]))]
        seen[root] = 1
        while work:
            box, rest = work[-1]
            for other in rest:
                if not seen[other]:
                    seen[other] = 1
                    work.append((other, iter(after[other])))
                    break
            else:
                done.append(box)
                work.pop()
    return done
