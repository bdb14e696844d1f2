public import Domain
import Store

/// A slot with places that a run leaves free from beginning to end.
public struct PlacesLeft: Sendable {
    public let slot: Code
    /// The fewest free on any day from the round's start, once the run's pairs have taken theirs; at least 1.
    public let places: Int
    /// How many of the run's people have it.
    public let placed: Int
    /// How many of them could have had it.
    public let eligible: Int
    /// The supervisor or unit whose bound is reached, which is why nobody more came.
    public let bound: (kind: BoundKind, code: Code)?
    /// When the offer was last confirmed, of one that was dormant.
    public let unconfirmedSince: Day?

    /// Why the places are left, in a few words.
    public var why: Phrase {
        if let bound {
            return BoundKind.noMore(bound.kind, bound.code)
        }
        if let unconfirmedSince {
            return Phrase(
                sv: "vilande: inte bekräftad sedan \(unconfirmedSince)",
                en: "dormant: not confirmed since \(unconfirmedSince)")
        }
        return switch eligible {
        case 0: Phrase(sv: "ingen i omgången uppfyller kraven", en: "nobody in the round meets its rules")
        case placed: Phrase(sv: "alla behöriga har fått den", en: "all who are eligible have it")
        default: Phrase(sv: "de behöriga fick andra platser", en: "those eligible got other places")
        }
    }
}

extension StoredRun {
    /// In the order of the slots' codes. A slot that others hold on some day of the round has nothing left.
    public var placesLeft: [PlacesLeft] {
        let days = Dictionary(grouping: result.pairs, by: \.slot).mapValues { $0.map(\.days) }
        let tree = UnitTree(inputs.units)
        let reached = result.bounds.filter { $0.maximum.map { [placed = $0.placed] in $0 <= placed } ?? false }
        return zip(inputs.slots, result.slots).compactMap { facts, offered in
            var facts = facts
            facts.taken += days[facts.code] ?? []
            guard facts.period.to >= parameters.roundStart,
                let open = try? Period(from: max(facts.period.from, parameters.roundStart), to: facts.period.to)
            else { return nil }
            let free = facts.freePlaces(during: open)
            guard free > 0 else { return nil }
            let units = Set(tree.path(facts.unit))
            let bound = reached.first {
                $0.kind == .supervisor ? $0.code == facts.supervisor : $0.kind == .unit && units.contains($0.code)
            }
            return PlacesLeft(
                slot: facts.code, places: free, placed: offered.placed, eligible: offered.eligible,
                bound: offered.eligible > offered.placed ? bound.map { ($0.kind, $0.code) } : nil,
                unconfirmedSince: facts.unconfirmedSince)
        }
    }
}
