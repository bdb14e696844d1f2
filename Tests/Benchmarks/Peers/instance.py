"""An instance folder as arrays, and what an answer to it is worth.

The four files and their columns are described in Sources/Matching/InstanceFile.swift.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

UNPLACED = -1


@dataclass(frozen=True)
class Instance:
    folder: Path
    participants: int
    capacity: np.ndarray
    """Places, by slot."""
    participant: np.ndarray
    """With the next three, by pair; pairs come by participant, then slot."""
    slot: np.ndarray
    score: np.ndarray
    wish: np.ndarray

    @classmethod
    def read(cls, folder: Path) -> Instance:
        def columns(file: str, *which: int) -> list[np.ndarray]:
            rows = np.loadtxt(folder / file, np.int32, delimiter=",", skiprows=1, usecols=which, ndmin=2)
            return [rows[:, column].copy() for column in range(len(which))]

        meta = json.loads((folder / "meta.json").read_text())
        (capacity,) = columns("slots.csv", 1)
        participant, slot, score, wish = columns("edges.csv", 0, 1, 2, 3)
        return cls(folder, meta["participants"], capacity, participant, slot, score.astype(np.int64), wish)

    @property
    def slots(self) -> int:
        return len(self.capacity)

    @property
    def places(self) -> int:
        return int(self.capacity.sum())

    @property
    def pairs(self) -> int:
        return len(self.slot)

    @property
    def unplaced_cost(self) -> int:
        """Dearer than any gain in score. To place one more person moves no more people than there are persons or
        places, each by 1000 points at most."""
        return 1000 * min(self.participants, self.places) + 1001

    def placement(self, chosen: np.ndarray) -> np.ndarray:
        """Each participant's slot, from a mask or positions of pairs."""
        placement = np.full(self.participants, UNPLACED, dtype=np.int64)
        placement[self.participant[chosen]] = self.slot[chosen]
        return placement

    def worth(self, placement: np.ndarray) -> tuple[int, int]:
        """How many are placed and their total score, after checking that the rules allow it."""
        if placement.shape != (self.participants,):
            raise ValueError("not one slot for each participant")
        held = placement[self.participant] == self.slot
        placed = int((placement != UNPLACED).sum())
        if int(held.sum()) != placed:
            raise ValueError("somebody is placed where the rules do not allow it")
        if (np.bincount(self.slot[held], minlength=self.slots) > self.capacity).any():
            raise ValueError("a slot has more people than places")
        return placed, int(self.score[held].sum())

    def seats(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """For peers that know capacity 1 only: pairs repeated for each place of their slot, as positions of the pair and
        of the seat; and the slot of each seat."""
        first = np.cumsum(self.capacity) - self.capacity
        copies = self.capacity[self.slot]
        pair = np.repeat(np.arange(self.pairs), copies)
        number = np.arange(len(pair)) - np.repeat(np.cumsum(copies) - copies, copies)
        return pair, first[self.slot[pair]] + number, np.repeat(np.arange(self.slots), self.capacity)
