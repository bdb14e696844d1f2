"""One peer on one instance, asked through its standard input.

Usage: peer.py PEER FOLDER     reads the folder and prints {"ready": true}; then each line of input is one solve, answered
                               by one line of JSON: placed, score, build, solve, cpu (seconds), peak_mb, and blocking
                               pairs for a stable peer; or failure, with the reason
       peer.py --list          the peers, one a line, with the problem they solve

What a peer answers is checked here and never believed.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from assignment_peers import lapx_dense, ortools_assignment, scipy_dense, scipy_sparse
from flow_peers import lemon, networkx_simplex, ortools_flow, ortools_max_flow
from instance import Instance
from program_peers import cp_sat, highs
from stable_peers import blocking_pairs, deferred_acceptance, matching_library
from stopwatch import Refusal

OPTIMAL = {
    "ortools-maxflow": ortools_max_flow,
    "ortools-mcf": ortools_flow,
    "ortools-lsa": ortools_assignment,
    "lemon-simplex": lemon("simplex"),
    "lemon-costscaling": lemon("cost-scaling"),
    "lemon-capscaling": lemon("capacity-scaling"),
    "scipy-sparse": scipy_sparse,
    "scipy-dense": scipy_dense,
    "lapx": lapx_dense,
    "highs": highs,
    "cp-sat": cp_sat,
    "networkx": networkx_simplex,
}
STABLE = {"matching": matching_library, "reference": deferred_acceptance}


def peak_mb() -> float:
    """The most memory that this process has held at once."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024 / 1e6
    return float("nan")


def forget_peak() -> None:
    """Reading text is no peer's fault: its memory counts from the arrays on."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        pass


def solve(name: str, instance: Instance) -> dict:
    try:
        answer = (OPTIMAL | STABLE)[name](instance)
        peak = answer.peak_mb or peak_mb()
        placed, score = instance.worth(answer.placement)
    except Refusal as refusal:
        return {"failure": str(refusal)}
    except Exception as error:
        return {"failure": f"{type(error).__name__}: {error}"}
    figures = {"placed": placed, "score": score, "build": answer.build, "solve": answer.solve, "cpu": answer.cpu,
               "peak_mb": peak}
    if name in STABLE:
        figures["blocking"] = blocking_pairs(instance, answer.placement)
    return figures


def main() -> None:
    if sys.argv[1:] == ["--list"]:
        for problem, peers in (("optimal", OPTIMAL), ("stable", STABLE)):
            for name in peers:
                print(name, problem)
        return
    name, folder = sys.argv[1:]
    # Libraries may print what they like; the answers have the pipe for themselves.
    with os.fdopen(os.dup(1), "w") as answers:
        os.dup2(2, 1)
        instance = Instance.read(Path(folder))
        forget_peak()
        print(json.dumps({"ready": True}), file=answers, flush=True)
        for _ in sys.stdin:
            print(json.dumps(solve(name, instance)), file=answers, flush=True)


if __name__ == "__main__":
    main()
