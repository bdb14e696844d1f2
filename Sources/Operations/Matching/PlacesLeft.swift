public import Domain
import Store

/// A slot with places that a run leaves free from beginning to end.
public struct PlacesLeft: Sendable, Hashable {
    public let slot: Code
    /// The fewest free on any day from the round's start, once the run's pairs have taken theirs; at least 1.
    public let places: Int
    /// How many of the run's people have it.
    public let placed: Int
    /// How many of them could have had it.
    public let eligible: Int
}

extension StoredRun {
    /// In the order of the slots' codes. A slot that others hold on some day of the round has nothing left.
    public var placesLeft: [PlacesLeft] {
        let days = Dictionary(grouping: result.pairs, by: \.slot).mapValues { $0.map(\.days) }
        return zip(inputs.slots, result.slots).compactMap { facts, offered in
            var facts = facts
            facts.taken += days[facts.code] ?? []
            guard facts.period.to >= parameters.roundStart,
                let open = try? Period(from: max(facts.period.from, parameters.roundStart), to: facts.period.to)
            else { return nil }
            let free = facts.freePlaces(during: open)
            guard free > 0 else { return nil }
            return PlacesLeft(slot: facts.code, places: free, placed: offered.placed, eligible: offered.eligible)
        }
    }
}
