"""Peers of stable mode: participants go by wish, slots by score, the lower identity first among equals."""

from __future__ import annotations

import heapq
import sys
import threading
import warnings

import numpy as np

from instance import UNPLACED, Instance
from stopwatch import Answer, Refusal, Stopwatch


def matching_library(instance: Instance) -> Answer:
    """`HospitalResident` of the `matching` library, at the residents' best."""
    from matching.games import HospitalResident

    if instance.pairs > 20_000:
        raise Refusal("hours, and a stack of gigabytes")
    warnings.simplefilter("ignore")
    watch = Stopwatch()
    wishes, rankings = wish_lists(instance), ranking_lists(instance)
    residents = {f"p{person}": [f"s{slot}" for slot in row] for person, row in enumerate(wishes) if len(row)}
    hospitals = {f"s{slot}": [f"p{person}" for person in row] for slot, row in enumerate(rankings) if len(row)}
    capacities = {name: int(instance.capacity[int(name[1:])]) for name in hospitals}
    game = with_deep_stack(
        lambda: HospitalResident.create_from_dictionaries(residents, hospitals, capacities))
    watch.built()
    result = with_deep_stack(lambda: game.solve(optimal="resident"))
    placement = np.full(instance.participants, UNPLACED, dtype=np.int64)
    for hospital, matched in result.items():
        for resident in matched:
            placement[int(str(resident.name)[1:])] = int(str(hospital.name)[1:])
    return watch.answer(placement)


def with_deep_stack(work):
    """The library copies its players by recursion through one another, deeper than Python allows on its own stack."""
    result = []
    limit, size = sys.getrecursionlimit(), threading.stack_size(1 << 30)
    sys.setrecursionlimit(1_000_000)
    try:
        thread = threading.Thread(target=lambda: result.append(work()))
        thread.start()
        thread.join()
    finally:
        sys.setrecursionlimit(limit)
        threading.stack_size(size)
    if not result:
        raise RuntimeError("the thread ended without an answer")
    return result[0]


def deferred_acceptance(instance: Instance) -> Answer:
    """Gale and Shapley's algorithm in plain Python: who proposes is held if there is room or somebody ranked lower."""
    watch = Stopwatch()
    wishes = [row.tolist() for row in wish_lists(instance)]
    keys = instance.participant.astype(np.int64) * instance.slots + instance.slot
    score = dict(zip(keys.tolist(), instance.score.tolist()))
    capacity = instance.capacity.tolist()
    watch.built()
    held: list[list[tuple[int, int]]] = [[] for _ in capacity]  # heaps, whom a slot would let go first on top
    asked = [0] * instance.participants
    free = list(range(instance.participants))
    while free:
        person = free.pop()
        while asked[person] < len(wishes[person]):
            slot = wishes[person][asked[person]]
            asked[person] += 1
            proposal = (score[person * instance.slots + slot], -person)
            if len(held[slot]) < capacity[slot]:
                heapq.heappush(held[slot], proposal)
                break
            rejected = -heapq.heappushpop(held[slot], proposal)[1]
            if rejected != person:
                free.append(rejected)
                break
    placement = np.full(instance.participants, UNPLACED, dtype=np.int64)
    for slot, heap in enumerate(held):
        for _, person in heap:
            placement[-person] = slot
    return watch.answer(placement)


def wish_lists(instance: Instance) -> list[np.ndarray]:
    order = np.lexsort((instance.slot, -instance.wish, instance.participant))
    return rows(instance.participant[order], instance.slot[order], instance.participants)


def ranking_lists(instance: Instance) -> list[np.ndarray]:
    order = np.lexsort((instance.participant, -instance.score, instance.slot))
    return rows(instance.slot[order], instance.participant[order], instance.slots)


def rows(owners: np.ndarray, values: np.ndarray, count: int) -> list[np.ndarray]:
    return np.split(values, np.searchsorted(owners, np.arange(1, count)))


def blocking_pairs(instance: Instance, placement: np.ndarray) -> int:
    """Pairs of whom both would rather have one another."""
    held = placement[instance.participant] == instance.slot
    wish = preference(instance.wish, instance.slot)
    rank = preference(instance.score, instance.participant)
    own = np.full(instance.participants, -1, dtype=np.int64)
    own[instance.participant[held]] = wish[held]
    last = np.full(instance.slots, np.iinfo(np.int64).max)
    np.minimum.at(last, instance.slot[held], rank[held])
    has_room = np.bincount(instance.slot[held], minlength=instance.slots) < instance.capacity
    wanted_here = has_room[instance.slot] | (rank > last[instance.slot])
    return int(((wish > own[instance.participant]) & wanted_here).sum())


def preference(value: np.ndarray, identity: np.ndarray) -> np.ndarray:
    """One number that is higher where the value is, and among equals where the identity is lower."""
    return (value.astype(np.int64) + 1 << 32) - identity
