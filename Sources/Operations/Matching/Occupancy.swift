package import Domain
package import Store

extension SlotFacts {
    /// How many places stand open on a day, taken or not.
    package func places(on day: Day) -> Int {
        guard period.contains(day) else { return 0 }
        if let withdrawnOn, withdrawnOn <= day { return 0 }
        return max(0, withdrawals.reduce(places) { $1.on <= day ? $0 - $1.places : $0 })
    }

    /// The fewest free places on any of the days: places less the peak of what is taken.
    ///
    /// Free places grow only where something ends, so the fewest stand on the first day, where a placement begins or
    /// where places are withdrawn.
    package func freePlaces(during days: Period) -> Int {
        var fewest = free(on: days.from)
        for period in taken where days.contains(period.from) {
            fewest = min(fewest, free(on: period.from))
        }
        for withdrawal in withdrawals where days.contains(withdrawal.on) {
            fewest = min(fewest, free(on: withdrawal.on))
        }
        if let withdrawnOn, days.contains(withdrawnOn) { fewest = min(fewest, free(on: withdrawnOn)) }
        return days.to > period.to ? min(fewest, free(on: days.to)) : fewest
    }

    /// The largest number c such that any c of the candidates (the days each would take) can all be taken, whichever they
    /// are: on every day min(c, candidates on the day) + taken ≤ places. Deciding a run can then never overfill.
    package func roundCapacity(for candidates: [Period]) -> Int {
        var turns: Set<Day> = []
        turns.formUnion(candidates.map(\.from))
        turns.formUnion(taken.map(\.from))
        turns.formUnion(withdrawals.map(\.on))
        if let withdrawnOn { turns.insert(withdrawnOn) }
        var capacity = candidates.count
        for day in turns {
            let wanting = candidates.count { $0.contains(day) }
            let free = max(0, free(on: day))
            if wanting > free {
                capacity = min(capacity, free)
            }
        }
        return capacity
    }

    private func free(on day: Day) -> Int {
        places(on: day) - taken.count { $0.contains(day) }
    }
}

extension SupervisorFacts {
    /// Somebody to be guided on certain days at one of the supervisor's slots.
    package struct Candidate: Sendable, Hashable {
        package let person: Int
        package let slot: Int
        package let days: Period

        package init(person: Int, slot: Int, days: Period) {
            self.person = person
            self.slot = slot
            self.days = days
        }
    }

    /// Whether one more can be guided on all of the days.
    package func hasRoom(during days: Period) -> Bool {
        guard free(on: days.from) > 0 else { return false }
        return taken.allSatisfy { !days.contains($0.from) || free(on: $0.from) > 0 }
    }

    /// The largest number c such that any c of the candidates, each person once, can all be guided, whichever they are: on
    /// every day min(c, those who could come on the day) + taken ≤ capacity. Who could come is counted by persons and by the
    /// slots' places, and the lower count holds.
    ///
    /// - Parameter places: the places that the round can give at a slot.
    package func roundCapacity(for candidates: [Candidate], places: (Int) -> Int) -> Int {
        let turns = Set(candidates.map(\.days.from) + taken.map(\.from))
        var capacity = Set(candidates.map(\.person)).count
        for day in turns {
            let present = candidates.filter { $0.days.contains(day) }
            let bySlot = present.reduce(into: [Int: Int]()) { $0[$1.slot, default: 0] += 1 }
            let coming = min(
                Set(present.map(\.person)).count, bySlot.reduce(0) { $0 + min($1.value, places($1.key)) })
            let room = max(0, free(on: day))
            if coming > room {
                capacity = min(capacity, room)
            }
        }
        return capacity
    }

    private func free(on day: Day) -> Int {
        capacity - taken.count { $0.contains(day) }
    }
}
