package import Domain
package import Store

/// The soft rules, version `score-1`: each gives a share of its weight, in thousandths, rounded down.
///
/// - occupation: shared leading SSYK digits 4, 3, 2, 1 give 1000, 750, 500, 200; a first choice counts whole, a second
///   eight tenths, a later one six tenths; the best of the occupations sought.
/// - wish: the slot as first wish 1000, second 800, third 600, fourth 400, any later 200.
/// - area: 1000 where the person can work anywhere or in the slot's area.
/// - waited: days from registration to the round's start, whole at 180.
/// - permanent post: 1000 where one stands behind the slot.
/// - urgency: high 1000, normal 500, low 0.
package struct MatchScore: Sendable, Hashable {
    package static let version = "score-1"

    /// Points of each part, in the order of `ScorePart`; their sum is the score, 0…1000.
    package let points: [Int]
    package let total: Int

    /// Points by part.
    package var parts: [ScorePart: Int] {
        Dictionary(uniqueKeysWithValues: zip(ScorePart.allCases, points))
    }

    package init(_ referral: ReferralFacts, _ slot: SlotFacts, roundStart: Day, weights: MatchWeights) {
        points = [
            weights.occupation * Self.occupation(referral, slot) / 1000,
            weights.wish * Self.wish(referral, slot) / 1000,
            weights.area * Self.area(referral, slot) / 1000,
            weights.waited * (min(max(roundStart.days(since: referral.registeredOn), 0), 180) * 1000 / 180) / 1000,
            weights.permanentPost * (slot.permanentPost ? 1000 : 0) / 1000,
            weights.urgency * Self.urgency(slot) / 1000,
        ]
        total = points.reduce(0, +)
    }

    /// By how many leading digits of SSYK two occupations share.
    private static let byNearness = [0, 200, 500, 750, 1000]

    static func occupation(_ referral: ReferralFacts, _ slot: SlotFacts) -> Int {
        guard let offered = slot.ssyk else { return 0 }
        var best = 0
        for (rank, sought) in referral.occupations.enumerated() {
            let share = rank == 0 ? 10 : rank == 1 ? 8 : 6
            best = max(best, byNearness[sought.nearness(to: offered)] * share / 10)
        }
        return best
    }

    private static func wish(_ referral: ReferralFacts, _ slot: SlotFacts) -> Int {
        guard let rank = referral.wishes.firstIndex(of: slot.code) else { return 0 }
        return max(1000 - 200 * rank, 200)
    }

    static func area(_ referral: ReferralFacts, _ slot: SlotFacts) -> Int {
        if referral.areas.isEmpty { return 1000 }
        guard let area = slot.area else { return 0 }
        return referral.areas.contains(area) ? 1000 : 0
    }

    private static func urgency(_ slot: SlotFacts) -> Int {
        switch slot.urgency {
        case .high: 1000
        case .normal: 500
        case .low: 0
        }
    }
}
