"""Peers that solve it as a flow of least cost: OR-tools, LEMON, networkx."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import numpy as np

from instance import UNPLACED, Instance
from stopwatch import Answer, Refusal, Stopwatch


def ortools_flow(instance: Instance) -> Answer:
    """`SimpleMinCostFlow.solve`: everybody flows, those not placed by an arc of their own at a price."""
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    watch = Stopwatch()
    people, slots, sink = ortools_nodes(instance)
    flow = SimpleMinCostFlow()
    pairs = ortools_arcs(flow, instance, slots, sink)
    flow.add_arcs_with_capacity_and_unit_cost(
        people, np.full_like(people, sink), np.ones(len(people), np.int64),
        np.full(len(people), instance.unplaced_cost, np.int64))
    flow.set_nodes_supplies(people, np.ones(len(people), np.int64))
    flow.set_node_supply(sink, -len(people))
    watch.built()
    return ortools_answer(watch, instance, flow, pairs, flow.solve())


def ortools_max_flow(instance: Instance) -> Answer:
    """`SimpleMinCostFlow.solve_max_flow_with_min_cost`: as much flow as there can be, then the cheapest."""
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    watch = Stopwatch()
    people, slots, sink = ortools_nodes(instance)
    source = sink + 1
    flow = SimpleMinCostFlow()
    pairs = ortools_arcs(flow, instance, slots, sink)
    flow.add_arcs_with_capacity_and_unit_cost(
        np.full_like(people, source), people, np.ones(len(people), np.int64), np.zeros(len(people), np.int64))
    flow.set_node_supply(source, len(people))
    flow.set_node_supply(sink, -len(people))
    watch.built()
    return ortools_answer(watch, instance, flow, pairs, flow.solve_max_flow_with_min_cost())


def ortools_nodes(instance: Instance) -> tuple[np.ndarray, np.ndarray, int]:
    people = np.arange(instance.participants, dtype=np.int32)
    slots = instance.participants + np.arange(instance.slots, dtype=np.int32)
    return people, slots, instance.participants + instance.slots


def ortools_arcs(flow, instance: Instance, slots: np.ndarray, sink: int) -> np.ndarray:
    """The arcs of the pairs, whose numbers are answered, and of the slots' places."""
    pairs = flow.add_arcs_with_capacity_and_unit_cost(
        instance.participant, slots[0] + instance.slot, np.ones(instance.pairs, np.int64), -instance.score)
    flow.add_arcs_with_capacity_and_unit_cost(
        slots, np.full_like(slots, sink), instance.capacity, np.zeros(len(slots), np.int64))
    return pairs


def ortools_answer(watch: Stopwatch, instance: Instance, flow, pairs: np.ndarray, status: int) -> Answer:
    if status != flow.OPTIMAL:
        raise RuntimeError(f"status {status}")
    return watch.answer(instance.placement(flow.flows(pairs) > 0))


def lemon(algorithm: str):
    """One of LEMON's algorithms, by the program that `prepare` compiles from `lemon.cpp`, which times itself alike."""

    def solve(instance: Instance) -> Answer:
        program = Path(__file__).resolve().parents[3] / ".build/peers/lemon"
        with tempfile.NamedTemporaryFile() as file:
            figures = subprocess.run(
                [program, algorithm, instance.folder, file.name], check=True, capture_output=True, text=True).stdout
            placement = np.loadtxt(file.name, np.int64, ndmin=1)
        build, solve, cpu, peak = map(float, figures.split())
        return Answer(placement, build, solve, cpu, peak)

    return solve


def networkx_simplex(instance: Instance) -> Answer:
    """`network_simplex`, in Python itself."""
    import networkx

    if instance.pairs > 500_000:
        raise Refusal("hours")
    watch = Stopwatch()
    sink = instance.participants + instance.slots
    graph = networkx.DiGraph()
    graph.add_node(sink, demand=instance.participants)
    for person in range(instance.participants):
        graph.add_node(person, demand=-1)
        graph.add_edge(person, sink, capacity=1, weight=instance.unplaced_cost)
    for slot, capacity in enumerate(instance.capacity.tolist()):
        graph.add_edge(instance.participants + slot, sink, capacity=capacity, weight=0)
    pairs = zip(instance.participant.tolist(), instance.slot.tolist(), instance.score.tolist())
    for person, slot, score in pairs:
        graph.add_edge(person, instance.participants + slot, capacity=1, weight=-score)
    watch.built()
    _, flow = networkx.network_simplex(graph)
    placement = np.full(instance.participants, UNPLACED, dtype=np.int64)
    for person in range(instance.participants):
        for node, units in flow[person].items():
            if units and node != sink:
                placement[person] = node - instance.participants
    return watch.answer(placement)
