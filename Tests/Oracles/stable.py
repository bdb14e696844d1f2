"""Stable results by the PyPI library `matching` (Wilde, Knight, Gillard, JOSS 2020), best for the participants.

Reads one instance a line as JSON: "capacities" of the slots; "edges" as [participant, slot, score, wish]; and, where slots
have supervisors, "supervisors" (one a slot) and "maxima" (one a supervisor). Writes a line each: the participant's slots as a
JSON list, -1 for none, for "participants" of them.

Participants rank by wish, then the lower slot; slots, or their supervisors, by score, then the lower participant. Without
supervisors this is the library's hospital-resident game, with them its student-allocation game.
"""

import json
import sys
import threading
import warnings

from matching.games import HospitalResident, StudentAllocation


def solve(instance):
    edges = [edge for edge in instance["edges"] if instance["capacities"][edge[1]] > 0]
    wishes, ranking = {}, {}
    supervisors = instance.get("supervisors")
    for participant, slot, score, wish in edges:
        wishes.setdefault(participant, []).append((-wish, slot))
        host = supervisors[slot] if supervisors else slot
        ranking.setdefault(host, set()).add((-score, participant))
    # The library compares players by name, and wants every name to have a list.
    people = {f"p{i}": [f"s{slot}" for _, slot in sorted(row)] for i, row in wishes.items()}
    slots = sorted({edge[1] for edge in edges})
    capacities = {f"s{slot}": instance["capacities"][slot] for slot in slots}
    hosts = {f"h{j}": [f"p{i}" for _, i in sorted(row)] for j, row in ranking.items()}
    answer = [-1] * instance["participants"]
    if not edges:
        return answer
    if supervisors:
        game = StudentAllocation.create_from_dictionaries(
            people, hosts, {f"s{slot}": f"h{supervisors[slot]}" for slot in slots}, capacities,
            {name: instance["maxima"][int(name[1:])] for name in hosts})
        result = game.solve(optimal="student")
    else:
        hosts = {"s" + name[1:]: row for name, row in hosts.items()}
        game = HospitalResident.create_from_dictionaries(people, hosts, capacities)
        result = game.solve(optimal="resident")
    for slot, matched in result.items():
        for participant in matched:
            answer[int(str(participant.name)[1:])] = int(str(slot.name)[1:])
    return answer


def main():
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        print(json.dumps(solve(json.loads(line))))


if __name__ == "__main__":
    # The library copies players that know each other, and so recurses as deep as there are players.
    sys.setrecursionlimit(1_000_000)
    threading.stack_size(1 << 30)
    thread = threading.Thread(target=main)
    thread.start()
    thread.join()
