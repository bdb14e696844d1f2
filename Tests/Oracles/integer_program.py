"""The optimum of matching questions by integer programming (OR-tools CP-SAT).

Reads one question a line from standard input, as JSON, and writes one line each: the best level of the objective after the
other: placed in class 9, 8, ... 0; the shortfall, negated; the score with bonuses; the previous pairs kept.

One binary variable a permitted pair, and the rules as they are stated: no network, no prices. Levels are fixed one after
the other; neighbours are taken in one step where a positional weight keeps them apart with certainty (each weighs more than
all that the lower ones can amount to, in whole numbers).
"""

import json
import multiprocessing
import sys

from ortools.sat.python import cp_model

# Positional weights stay below this: with far larger ones the search takes minutes now and then.
LARGEST = 1 << 20


def levels(question):
    model = cp_model.CpModel()
    forbidden = {tuple(pair) for pair in question["forbidden"]}
    previous = {tuple(pair) for pair in question["previous"]}
    locked = {tuple(pair) for pair in question["locked"]}
    pairs = [
        (agent, seat, score, model.new_bool_var(""))
        for agent, seat, score in question["edges"]
        if (agent, seat) not in forbidden
    ]

    of_agent = [[] for _ in question["agents"]]
    of_seat = [[] for _ in question["seats"]]
    of_group = [[] for _ in question["groups"]]
    of_cohort = [[] for _ in question["cohorts"]]
    for agent, seat, _, chosen in pairs:
        of_agent[agent].append(chosen)
        of_seat[seat].append(chosen)
        group = question["seats"][seat][1]
        while group >= 0:
            of_group[group].append(chosen)
            group = question["groups"][group][2]
        cohort = question["agents"][agent][1]
        if cohort >= 0:
            of_cohort[cohort].append(chosen)
        if (agent, seat) in locked:
            model.add(chosen == 1)
            locked.remove((agent, seat))
    if locked:
        raise ValueError(f"locked pairs that are not permitted: {locked}")

    lacking = []

    def want(chosen, minimum):
        if minimum > 0:
            short = model.new_int_var(0, minimum, "")
            model.add(short >= minimum - sum(chosen))
            lacking.append((short, minimum))

    for chosen in of_agent:
        model.add_at_most_one(chosen)
    for chosen, (capacity, _) in zip(of_seat, question["seats"]):
        model.add(sum(chosen) <= capacity)
    for chosen, (maximum, minimum, _) in zip(of_group, question["groups"]):
        model.add(sum(chosen) <= maximum)
        want(chosen, minimum)
    for chosen, minimum in zip(of_cohort, question["cohorts"]):
        want(chosen, minimum)

    # Each level: what to maximise, and how far it can reach from its least to its largest value.
    steps = []
    for priority in range(9, -1, -1):
        members = [
            chosen for agent, _, _, chosen in pairs if question["agents"][agent][0] == priority
        ]
        steps.append((sum(members), min(len(members), len(question["agents"]))))
    steps.append((-sum(short for short, _ in lacking), sum(minimum for _, minimum in lacking)))
    kept = [chosen for agent, seat, _, chosen in pairs if (agent, seat) in previous]
    points = sum(
        (score + (question["keepBonus"] if (agent, seat) in previous else 0)) * chosen
        for agent, seat, score, chosen in pairs
    )
    steps.append((points, (1000 + question["keepBonus"]) * len(question["agents"])))
    steps.append((sum(kept), len(kept)))
    return climb(model, steps)


def climb(model, steps):
    reached = []
    rest = list(steps)
    while rest:
        block, weight, product = [], [], 1
        while rest and (not block or product * (rest[0][1] + 1) <= LARGEST):
            block.append(rest.pop(0))
            product *= block[-1][1] + 1
        for _, span in block:
            product //= span + 1
            weight.append(product)
        model.maximize(sum(w * what for w, (what, _) in zip(weight, block)))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        status = solver.solve(model)
        if status != cp_model.OPTIMAL:
            raise ValueError(f"no proven optimum: {solver.status_name(status)}")
        for what, _ in block:
            value = solver.value(what)
            reached.append(value)
            if rest and not isinstance(what, int):
                model.add(what == value)
    return reached


def answer(line):
    return " ".join(str(value) for value in levels(json.loads(line)))


if __name__ == "__main__":
    with multiprocessing.Pool() as workers:
        for line in workers.imap(answer, sys.stdin, chunksize=8):
            print(line, flush=True)
