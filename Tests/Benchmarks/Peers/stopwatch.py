"""What is timed, the same for every peer.

build  from the arrays in memory to the peer's own form of the problem
solve  the peer's own call, until its answer is one slot for each participant
cpu    processor time of `solve`, all threads: steadier than the wall where others work on the machine
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Answer:
    placement: np.ndarray
    build: float
    solve: float
    cpu: float
    peak_mb: float | None = None
    """Where a process of its own did the work."""


class Stopwatch:
    """Runs from its making; `built` ends the build, `answer` the solve."""

    def __init__(self) -> None:
        self.start = time.perf_counter()

    def built(self) -> None:
        self.middle = time.perf_counter()
        self.cpu = time.process_time()

    def answer(self, placement: np.ndarray) -> Answer:
        end, cpu = time.perf_counter(), time.process_time()
        return Answer(placement, self.middle - self.start, end - self.middle, cpu - self.cpu)


class Refusal(Exception):
    """The peer cannot take an instance of this size; says why."""
