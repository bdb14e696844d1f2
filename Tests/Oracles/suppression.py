"""The least loss at which tables can be published, by integer programming (OR-tools CP-SAT).

Reads one problem a line from standard input, as JSON, and writes one line each: the weight of what has to be kept back beside
the small counts, the least it can be as far as is proven, and the milliseconds it took. The argument is the seconds a problem
may take; where nothing was found in them, the weight is -1.

The programme is the plain one: whether each cell is kept back, and for either end of every interval that must stay possible
another report in whole numbers, which differs from the true one only in what is kept back. All of these at once, in one model.
"""

import json
import multiprocessing
import sys
import time

from ortools.sat.python import cp_model

SECONDS = float(sys.argv[1])


def solver():
    search = cp_model.CpSolver()
    search.parameters.num_workers = 1
    search.parameters.max_time_in_seconds = SECONDS
    return search


def another(model, problem, low, high):
    """Variables for another report within these ranges, which keeps every bond."""
    numbers = [model.new_int_var(low[i], high[i], "") for i in range(len(low))]
    for terms in problem["balances"]:
        model.add(sum(sign * numbers[cell] for cell, sign in terms) == 0)
    for smaller, greater in problem["orders"]:
        model.add(numbers[smaller] <= numbers[greater])
    return numbers


def least_told_by_zeros(problem, cell, far):
    """The least the cell can be when nothing is known but which cells are 0."""
    model = cp_model.CpModel()
    cells = problem["cells"]
    low = [0 if value == 0 else 1 for value, _, _ in cells]
    high = [0 if value == 0 else value + far for value, _, _ in cells]
    numbers = another(model, problem, low, high)
    model.minimize(numbers[cell])
    search = solver()
    if search.solve(model) != cp_model.OPTIMAL:
        raise ValueError("no least number")
    return search.value(numbers[cell])


def optimum(problem):
    cells = problem["cells"]
    threshold = problem["threshold"]
    # Farther than this no change has to go: demands are below it, and bonds pass them on.
    far = 4 * threshold + 4
    model = cp_model.CpModel()
    kept, free = [], []
    for value, weight, standing in cells:
        primary = standing in ("open", "kept") and 1 <= value < threshold
        if standing == "shown" or value == 0:
            kept.append(0)
        elif primary or standing == "kept":
            kept.append(1)
        else:
            kept.append(model.new_bool_var(""))
            free.append((kept[-1], weight))

    def witness():
        shown = [isinstance(is_kept, int) and is_kept == 0 for is_kept in kept]
        low = [value if is_shown else 1 for (value, _, _), is_shown in zip(cells, shown)]
        high = [value if is_shown else value + far for (value, _, _), is_shown in zip(cells, shown)]
        numbers = another(model, problem, low, high)
        for number, (value, _, _), is_kept in zip(numbers, cells, kept):
            if not isinstance(is_kept, int):
                model.add(number == value).only_enforce_if(~is_kept)
        return numbers

    for cell, (value, _, standing) in enumerate(cells):
        if standing in ("open", "kept") and 1 <= value < threshold:
            least = 1 if value == 1 else least_told_by_zeros(problem, cell, far)
            most = max(threshold - 1, least + 1)
            if value > least:
                model.add(witness()[cell] <= least)
            if value < most:
                model.add(witness()[cell] >= most)
        elif standing == "kept":
            model.add(witness()[cell] != value)
    model.minimize(sum(weight * is_kept for is_kept, weight in free))
    search = solver()
    status = search.solve(model)
    if status == cp_model.INFEASIBLE:
        raise ValueError("no way to publish")
    if status == cp_model.UNKNOWN:
        return -1, round(search.best_objective_bound)
    return round(search.objective_value), round(search.best_objective_bound)


def answer(line):
    problem = json.loads(line)
    began = time.monotonic()
    weight, bound = optimum(problem)
    return f"{weight} {bound} {1000 * (time.monotonic() - began):.3f}"


if __name__ == "__main__":
    with multiprocessing.Pool() as workers:
        for line in workers.imap(answer, sys.stdin):
            print(line, flush=True)
