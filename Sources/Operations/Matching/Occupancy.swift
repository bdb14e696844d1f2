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
        var turns: Set<Day> = [days.from]
        turns.formUnion(taken.lazy.map(\.from).filter(days.contains))
        turns.formUnion(withdrawals.lazy.map(\.on).filter(days.contains))
        if let withdrawnOn, days.contains(withdrawnOn) { turns.insert(withdrawnOn) }
        if days.to > period.to { turns.insert(days.to) }
        return turns.map(free(on:)).min() ?? 0
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
