public import Domain

/// Bounds that a coordinator sets on a round besides those of slots and supervisors.
///
/// All of them count what the round itself places. A maximum is never exceeded; a minimum is wanted, and what lacks in it is
/// said, but nobody is left without a place for it.
public struct MatchBounds: Sendable, Hashable, Codable {
    /// At most so many at a unit and the units below it.
    public var unitMaxima: [MatchBound]
    /// So many wanted at a unit and the units below it.
    public var unitMinima: [MatchBound]
    /// So many of a referrer's people wanted placed.
    public var referrerMinima: [MatchBound]
    public var shares: [SlotShare]

    public init(
        unitMaxima: [MatchBound] = [], unitMinima: [MatchBound] = [], referrerMinima: [MatchBound] = [],
        shares: [SlotShare] = []
    ) {
        self.unitMaxima = unitMaxima
        self.unitMinima = unitMinima
        self.referrerMinima = referrerMinima
        self.shares = shares
    }

    public var isEmpty: Bool { unitMaxima.isEmpty && unitMinima.isEmpty && referrerMinima.isEmpty && shares.isEmpty }
}

/// A number for a unit or a referrer.
public struct MatchBound: Sendable, Hashable, Codable {
    public var code: Code
    /// 0…1,000,000.
    public var count: Int

    public init(code: Code, count: Int) {
        self.code = code
        self.count = count
    }
}

/// So many of the places that a round can give at a slot are kept for one referrer's people; the others share the rest.
public struct SlotShare: Sendable, Hashable, Codable {
    public var slot: Code
    public var referrer: Code
    public var places: Int

    public init(slot: Code, referrer: Code, places: Int) {
        self.slot = slot
        self.referrer = referrer
        self.places = places
    }
}

/// What a bound is on.
public enum BoundKind: String, Sendable, Hashable, Codable, CaseIterable {
    case unit, supervisor, slot, referrer

    var label: Phrase {
        switch self {
        case .unit: Phrase(sv: "enheten", en: "unit")
        case .supervisor: Phrase(sv: "handledaren", en: "supervisor")
        case .slot: Phrase(sv: "platsen", en: "slot")
        case .referrer: Phrase(sv: "anvisaren", en: "referrer")
        }
    }
}
