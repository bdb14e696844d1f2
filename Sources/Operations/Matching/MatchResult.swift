package import Domain
package import Matching

/// What a round came to: stored as JSON, and repeated from the inputs to the same text.
package struct MatchResult: Sendable, Hashable, Codable {
    package struct Placed: Sendable, Hashable, Codable {
        /// The referral the placement is made for, `REFERRER/REFERENCE`.
        package var participant: String
        package var slot: Code
        package var days: Period
        package var score: Int
        /// Points by part; the names are those of `ScorePart`.
        package var parts: [String: Int]
        package var isLocked: Bool
    }

    package struct Unplaced: Sendable, Hashable, Codable {
        package var participant: String
        package var reason: UnplacedReason
        package var text: StoredPhrase
        package var nearMisses: [NearMiss]
    }

    package struct NearMiss: Sendable, Hashable, Codable {
        package var rule: HardRule
        package var places: Int
        package var slots: [Code]
        package var text: StoredPhrase
    }

    package struct Offered: Sendable, Hashable, Codable {
        package var slot: Code
        /// The places the round could give.
        package var places: Int
        package var placed: Int
        /// How many could have taken it.
        package var eligible: Int
    }

    package var pairs: [Placed]
    package var unplaced: [Unplaced]
    package var slots: [Offered]
    /// Placed in each priority class, 0…9.
    package var placedByPriority: [Int]
    package var score: Int
    /// Prices in the order of the frozen people and slots.
    package var certificate: Certificate
}

/// A phrase as it was said, in both languages.
package struct StoredPhrase: Sendable, Hashable, Codable {
    package var sv: String
    package var en: String

    package init(_ phrase: Phrase) {
        sv = phrase.sv
        en = phrase.en
    }

    package var phrase: Phrase { Phrase(sv: sv, en: en) }
}

/// The kinds of reason for not being placed.
package enum UnplacedReason: String, Sendable, Hashable, Codable, CaseIterable {
    case leftOut = "left_out"
    case noSlots = "no_slots"
    case notAvailable = "not_available"
    case alreadyPlaced = "already_placed"
    case noEligiblePlace = "no_eligible_place"
    case outcompeted
}
