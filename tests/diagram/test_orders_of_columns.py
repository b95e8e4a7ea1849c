"""The order of columns: priced is what crosses, and lanes leave the order of the file where that is worth it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from random import Random

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
    assert [lane_orders(tuple(range(count)), Counter()) for count in (0, 1, 2)] == [[], [], []]
    assert lane_orders((0, 1, 2), Counter()) == [(0, 2, 1), (1, 0, 2)]
    assert len(lane_orders((0, 1, 2, 3), Counter())) == 11


def test_of_many_orders_of_lanes_those_are_tried_that_bring_linked_lanes_together() -> None:
    orders = lane_orders((0, 1, 2, 3, 4), Counter({(0, 4): 3, (1, 2): 1}))
    assert len(orders) == 11
    assert orders[:2] == [(0, 2, 3, 4, 1), (3, 0, 1, 2, 4)]


def strands_joined(across: int, each_to: int = 1, names: tuple[str, ...] = ("upper", "middle", "lower")) -> View:
    """Strands of six boxes in each of two columns, some linked from the first of the file to the last.

    Within a strand every box of the first column is linked with so many of the second.
    """
    stages = (Column("activities", "Activities"), Column("outcomes", "Outcomes"))
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
    links += [
        ViewLink(f"{names[0]}_activities_{one}", f"{names[-1]}_outcomes_{one}", "stated") for one in range(across)
    ]
    return View("Joined", stages, tuple(boxes), tuple(links), tuple(Strand(name, name) for name in names))


def lanes_drawn(view: View) -> list[str]:
    """The strands of the lanes of a figure, from top to bottom."""
    frames = [frame for frame in lay_out(view, "A3").frames if frame.id in {one.id for one in view.strands}]
    return [frame.id for frame in sorted(frames, key=lambda frame: frame.y)]


def test_lanes_stand_in_another_order_where_far_fewer_arrows_cross() -> None:
    assert lanes_drawn(strands_joined(6)) == ["upper", "lower", "middle"]


def test_five_lanes_stand_in_an_order_that_brings_those_together_that_are_linked() -> None:
    drawn = lanes_drawn(strands_joined(6, names=("first", "second", "third", "fourth", "fifth")))
    assert drawn == ["first", "fifth", "second", "third", "fourth"]


def view_with_lanes(seed: int) -> View:
    """A view of three to five strands in three or four columns, whose links join boxes at random."""
    random = Random(seed)  # noqa: S311 - a fixed sequence is wanted, not a secret
    names = [f"s{number}" for number in range(random.choice([3, 4, 5]))]
    stages = ("inputs", "activities", "outputs", "outcomes")[: random.choice([3, 4])]
    boxes = [
        ViewBox(
            f"b{column}_{one}", f"B{column}{one}", stage, (random.choice(names),) if random.random() < 0.8 else ()
        )
        for column, stage in enumerate(stages)
        for one in range(random.randint(3, 7))
    ]
    links = {}
    for _ in range(random.randint(12, 30)):
        ends = [stages[place] for place in sorted(random.sample(range(len(stages)), 2))]
        source, target = (random.choice([box.id for box in boxes if box.column == end]) for end in ends)
        links[source, target] = ViewLink(source, target, "stated")
    columns = tuple(Column(stage, stage) for stage in stages)
    return View(
        "Random", columns, tuple(boxes), tuple(links.values()), tuple(Strand(name, name) for name in names)
    )


def test_lanes_leave_the_order_of_the_file_only_where_a_tenth_fewer_cross_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    skeletons = [build_skeleton(view_with_lanes(seed)) for seed in (913, 1019, 2731, *range(60))]
    free = [order_columns(skeleton) for skeleton in skeletons]
    monkeypatch.setattr("toc.diagram.order.WORTH_OTHER_LANES", -1)  # no gain is enough: the order of the file
    in_file = [order_columns(skeleton) for skeleton in skeletons]
    assert [order.lanes for order in in_file] == [tuple(sorted(order.lanes)) for order in free]
    moved = [(one, other) for one, other in zip(free, in_file, strict=True) if one.lanes != other.lanes]
    assert len(moved) > 10
    assert [pair for pair in moved if pair[0].crossings * 10 > pair[1].crossings * 9] == []
    assert [one for one, other in zip(free, in_file, strict=True) if one.crossings > other.crossings] == []


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
