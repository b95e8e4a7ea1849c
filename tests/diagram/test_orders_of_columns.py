"""The order of columns: priced is what crosses, and lanes leave the order of the file where that is worth it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagram.views_made import csof_like, made_view
from toc.diagram.gutter_costs import count_each, price_gutter
from toc.diagram.lane_orders import lane_orders
from toc.diagram.layout import lay_out
from toc.diagram.loops import place_in_columns
from toc.diagram.order import Order, order_columns
from toc.diagram.skeleton import Skeleton, build_skeleton
from toc.diagram.view import Column, Strand, View, ViewBox, ViewLink

ROWS = 6
ARROWS = st.lists(st.tuples(st.integers(0, ROWS - 1), st.integers(0, ROWS - 1)), min_size=1, max_size=12)


def crossed(skeleton: Skeleton, order: Order) -> int:
    """The pairs of arrows that cross between columns, and the arrows that links within a column go round."""
    at = place_in_columns(order)
    arrows = [
        (skeleton.nodes[one.left].column, at[one.left], at[one.right])
        for one in skeleton.segments
        for _ in range(one.weight)
    ]
    total = sum(
        one[0] == other[0] and (one[1] - other[1]) * (one[2] - other[2]) < 0
        for one, other in combinations(arrows, 2)
    )
    for chain in skeleton.chains:
        if not chain.segments:
            column = skeleton.nodes[chain.link.source].column
            ends = [skeleton.nodes[name].group or name for name in (chain.link.source, chain.link.target)]
            names = [block.node.name for block in order.columns[column]]
            first, last = sorted(names.index(name) for name in ends)
            between = order.columns[column][first + 1 : last]
            total += min(sum(block.ends[0] for block in between), sum(block.ends[1] for block in between))
    return total


@pytest.mark.parametrize("seed", range(0, 60, 4))
def test_the_crossings_of_an_order_are_those_counted_pair_by_pair(seed: int) -> None:
    skeleton = build_skeleton(made_view(seed))
    order = order_columns(skeleton)
    assert order.crossings == crossed(skeleton, order)


def test_the_crossings_of_an_order_with_opened_wholes_are_those_counted_pair_by_pair() -> None:
    skeleton = build_skeleton(csof_like())
    order = order_columns(skeleton)
    assert order.crossings == crossed(skeleton, order)


@given(ARROWS)
def test_each_arrow_is_counted_with_all_that_it_crosses(arrows: list[tuple[int, int]]) -> None:
    places: list[tuple[float, float]] = [(left, right) for left, right in arrows]
    assert count_each(places) == [
        sum((one[0] - other[0]) * (one[1] - other[1]) < 0 for other in arrows) for one in arrows
    ]


@given(ARROWS, st.data())
def test_an_arrow_put_between_others_costs_what_it_crosses_of_those_that_stay(
    arrows: list[tuple[int, int]], data: st.DataObject
) -> None:
    gone = data.draw(st.lists(st.sampled_from(range(len(arrows))), unique=True))
    stay = [arrow for number, arrow in enumerate(arrows) if number not in gone]
    ends = [(float(left), left, right) for left, right in arrows]
    prices = price_gutter(ends, ROWS, ROWS)
    taken = [ends[number] for number in gone]
    assert [prices.read(row) for row in prices.from_between(taken)] == [
        tuple(sum((left < far) != (right < near) for left, right in stay) for near in range(ROWS + 1))
        for far in range(ROWS + 1)
    ]
    for far, _ in arrows:
        assert prices.from_exact(far, taken) == tuple(
            sum(left != far and (left < far) != (right < near) for left, right in stay) for near in range(ROWS + 1)
        )


def test_of_two_orders_of_lanes_that_are_each_other_upside_down_the_one_nearer_to_the_file_is_tried() -> None:
    assert [lane_orders(count) for count in (0, 1, 2, 3)] == [[], [], [], [(0, 2, 1), (1, 0, 2)]]
    assert len(lane_orders(4)) == 11
    assert lane_orders(5) == [(1, 0, 2, 3, 4), (0, 2, 1, 3, 4), (0, 1, 3, 2, 4), (0, 1, 2, 4, 3)]


def strands_joined(across: int, each_to: int = 1) -> View:
    """Three strands of six boxes in each of two columns, some linked from the first of the file to the last.

    Within a strand every box of the first column is linked with so many of the second.
    """
    stages = (Column("activities", "Activities"), Column("outcomes", "Outcomes"))
    names = ("upper", "middle", "lower")
    boxes = [
        ViewBox(f"{name}_{stage.id}_{place}", f"{name} {place}", stage.id, (name,))
        for name in names
        for stage in stages
        for place in range(6)
    ]
    links = [
        ViewLink(f"{name}_activities_{place}", f"{name}_outcomes_{(place + step) % 6}", "stated")
        for name in names
        for place in range(6)
        for step in range(each_to)
    ]
    links += [ViewLink(f"upper_activities_{one}", f"lower_outcomes_{one}", "stated") for one in range(across)]
    return View("Joined", stages, tuple(boxes), tuple(links), tuple(Strand(name, name) for name in names))


def lanes_drawn(view: View) -> list[str]:
    """The strands of the lanes of a figure, from top to bottom."""
    frames = [frame for frame in lay_out(view, "A3").frames if frame.id in {one.id for one in view.strands}]
    return [frame.id for frame in sorted(frames, key=lambda frame: frame.y)]


def test_lanes_stand_in_another_order_where_far_fewer_arrows_cross() -> None:
    assert lanes_drawn(strands_joined(6)) == ["upper", "lower", "middle"]


def test_lanes_stand_as_in_the_file_where_less_than_a_tenth_is_gained() -> None:
    assert lanes_drawn(strands_joined(1, each_to=6)) == ["upper", "middle", "lower"]


def test_lanes_stand_as_in_the_file_where_nothing_crosses() -> None:
    assert lanes_drawn(strands_joined(0)) == ["upper", "middle", "lower"]


def test_the_lanes_of_the_service_stand_as_in_the_file() -> None:
    view = csof_like()
    assert order_columns(build_skeleton(view)).lanes == (0, 1, 2)


def test_without_links_columns_stay_as_they_are_whatever_the_lanes() -> None:
    order = order_columns(build_skeleton(replace(strands_joined(0), links=())))
    assert (order.crossings, order.lanes) == (0, (0, 1, 2))
