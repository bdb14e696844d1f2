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

    /// Points of each part; their sum is the score, 0…1000.
    package let parts: [ScorePart: Int]

    package var total: Int { parts.values.reduce(0, +) }

    package init(_ referral: ReferralFacts, _ slot: SlotFacts, roundStart: Day, weights: MatchWeights) {
        let shares: [ScorePart: Int] = [
            .occupation: Self.occupation(referral, slot),
            .wish: Self.wish(referral, slot),
            .area: Self.area(referral, slot),
            .waited: min(max(roundStart.days(since: referral.registeredOn), 0), 180) * 1000 / 180,
            .permanentPost: slot.permanentPost ? 1000 : 0,
            .urgency: Self.urgency(slot),
        ]
        parts = Dictionary(uniqueKeysWithValues: shares.map { ($0, weights[$0] * $1 / 1000) })
    }

    private static func occupation(_ referral: ReferralFacts, _ slot: SlotFacts) -> Int {
        guard let offered = slot.ssyk else { return 0 }
        let byNearness = [0, 200, 500, 750, 1000]
        let byRank = [10, 8]
        return referral.occupations.enumerated().map { rank, sought in
            byNearness[sought.nearness(to: offered)] * (rank < byRank.count ? byRank[rank] : 6) / 10
        }.max() ?? 0
    }

    private static func wish(_ referral: ReferralFacts, _ slot: SlotFacts) -> Int {
        guard let rank = referral.wishes.firstIndex(of: slot.code) else { return 0 }
        return max(1000 - 200 * rank, 200)
    }

    private static func area(_ referral: ReferralFacts, _ slot: SlotFacts) -> Int {
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
