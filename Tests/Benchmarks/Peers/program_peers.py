"""Peers that solve it as a linear or an integer program: HiGHS and CP-SAT."""

from __future__ import annotations

import numpy as np

from instance import Instance
from stopwatch import Answer, Refusal, Stopwatch


def highs(instance: Instance) -> Answer:
    """HiGHS's dual simplex, as scipy ships it, on the transportation problem, whose corners are whole."""
    from scipy.optimize import linprog
    from scipy.sparse import coo_array

    watch = Stopwatch()
    pairs = np.arange(instance.pairs)
    rows = np.concatenate([instance.participant, instance.participants + instance.slot])
    shape = (instance.participants + instance.slots, instance.pairs)
    matrix = coo_array((np.ones(2 * len(pairs)), (rows, np.concatenate([pairs, pairs]))), shape=shape).tocsr()
    bounds = np.concatenate([np.ones(instance.participants), instance.capacity])
    # A weight that keeps doubles exact enough instead of one that is provably large enough; the answer is held against
    # the others'.
    gains = instance.score + 100_000.0
    watch.built()
    answer = linprog(-gains, A_ub=matrix, b_ub=bounds, bounds=(0, 1), method="highs-ds")
    if answer.status != 0:
        raise RuntimeError(answer.message)
    return watch.answer(instance.placement(answer.x > 0.5))


def cp_sat(instance: Instance) -> Answer:
    """OR-tools' CP-SAT, one Boolean a pair, on two threads."""
    from ortools.sat.python import cp_model

    if instance.pairs > 500_000:
        raise Refusal("hours")
    watch = Stopwatch()
    model = cp_model.CpModel()
    taken = [model.new_bool_var("") for _ in range(instance.pairs)]
    of_person: list[list] = [[] for _ in range(instance.participants)]
    of_slot: list[list] = [[] for _ in range(instance.slots)]
    for variable, person, slot in zip(taken, instance.participant.tolist(), instance.slot.tolist()):
        of_person[person].append(variable)
        of_slot[slot].append(variable)
    for variables in of_person:
        model.add_at_most_one(variables)
    for variables, capacity in zip(of_slot, instance.capacity.tolist()):
        model.add(sum(variables) <= capacity)
    gains = (instance.score + instance.unplaced_cost).tolist()
    model.maximize(cp_model.LinearExpr.weighted_sum(taken, gains))
    watch.built()
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    if status != cp_model.OPTIMAL:
        raise RuntimeError(solver.status_name(status))
    chosen = np.fromiter(map(solver.boolean_value, taken), bool, instance.pairs)
    return watch.answer(instance.placement(chosen))
