"""Peers that assign one to one, for which each place is a seat: OR-tools, scipy, lapx."""

from __future__ import annotations

import numpy as np

from instance import UNPLACED, Instance
from stopwatch import Answer, Refusal, Stopwatch


def ortools_assignment(instance: Instance) -> Answer:
    """`SimpleLinearSumAssignment`, which wants everybody on both sides matched.

    So each node gets a stand-in on the other side, to be matched to when it is left over, and stand-ins may be matched to
    one another along every pair, at no cost.
    """
    from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment

    watch = Stopwatch()
    pair, seat, slot_of_seat = instance.seats()
    people, seats = np.arange(instance.participants), np.arange(len(slot_of_seat))
    person, score = instance.participant[pair], instance.score[pair]
    # On the left the people, then the seats' stand-ins; on the right the seats, then the people's.
    assignment = SimpleLinearSumAssignment()
    assignment.add_arcs_with_cost(person, seat, -score)
    assignment.add_arcs_with_cost(people, len(seats) + people, np.full(len(people), instance.unplaced_cost))
    assignment.add_arcs_with_cost(len(people) + seats, seats, np.zeros(len(seats), np.int64))
    assignment.add_arcs_with_cost(len(people) + seat, len(seats) + person, np.zeros(len(seat), np.int64))
    watch.built()
    status = assignment.solve()
    if status != assignment.OPTIMAL:
        raise RuntimeError(f"status {status}")
    mate = np.fromiter(map(assignment.right_mate, range(len(people))), np.int64, len(people))
    return watch.answer(by_seat(mate, slot_of_seat))


def scipy_sparse(instance: Instance) -> Answer:
    """`min_weight_full_bipartite_matching`, with a seat for each person to be left over on."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    watch = Stopwatch()
    pair, seat, slot_of_seat = instance.seats()
    people, seats = np.arange(instance.participants), len(slot_of_seat)
    # A cost of 0 would count as no pair.
    costs = np.concatenate([1001.0 - instance.score[pair], np.full(len(people), float(instance.unplaced_cost))])
    rows = np.concatenate([instance.participant[pair], people])
    columns = np.concatenate([seat, seats + people])
    matrix = coo_array((costs, (rows, columns)), shape=(len(people), seats + len(people))).tocsr()
    watch.built()
    _, mate = min_weight_full_bipartite_matching(matrix)
    return watch.answer(by_seat(mate, slot_of_seat))


def scipy_dense(instance: Instance) -> Answer:
    """`linear_sum_assignment` on the whole matrix."""
    from scipy.optimize import linear_sum_assignment

    watch = Stopwatch()
    costs, slot_of_seat = whole_matrix(instance)
    watch.built()
    rows, columns = linear_sum_assignment(costs)
    mate = np.full(instance.participants, len(slot_of_seat))
    real = costs[rows, columns] < instance.unplaced_cost
    mate[rows[real]] = columns[real]
    return watch.answer(by_seat(mate, slot_of_seat))


def lapx_dense(instance: Instance) -> Answer:
    """`lapx`, Jonker and Volgenant's algorithm, on the same matrix made square."""
    import lap

    watch = Stopwatch()
    costs, slot_of_seat = whole_matrix(instance)
    watch.built()
    _, mate, _ = lap.lapjv(costs, extend_cost=True)
    people = np.flatnonzero((mate >= 0) & (mate < len(slot_of_seat)))
    real = people[costs[people, mate[people]] < instance.unplaced_cost]
    seat = np.full(instance.participants, len(slot_of_seat))
    seat[real] = mate[real]
    return watch.answer(by_seat(seat, slot_of_seat))


def whole_matrix(instance: Instance) -> tuple[np.ndarray, np.ndarray]:
    """People by seats; what the rules do not allow costs as much as not being placed."""
    size = instance.participants * instance.places * 8
    if size > 2 << 30:
        raise Refusal(f"a matrix of {size / 1e9:.0f} GB")
    pair, seat, slot_of_seat = instance.seats()
    costs = np.full((instance.participants, len(slot_of_seat)), float(instance.unplaced_cost))
    costs[instance.participant[pair], seat] = -instance.score[pair]
    return costs, slot_of_seat


def by_seat(mate: np.ndarray, slot_of_seat: np.ndarray) -> np.ndarray:
    """Slots from seats; a number beyond the seats is nobody's."""
    return np.append(slot_of_seat, UNPLACED)[np.minimum(mate, len(slot_of_seat))]
