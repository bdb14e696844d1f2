import Domain
import Store

/// How a participant ranks slots in stable mode: by the wishes first, then by what of the score is the participant's own.
///
/// In thousandths: the first wish 900, the second 800, … the ninth and any later one 100, no wish 0; and within that up to 99
/// by occupation and area, weighed as the score weighs them. What speaks for a slot in the municipality's eyes (urgency, a
/// permanent post behind it, how long somebody has waited) is not the participant's to rank by.
///
/// A slot ranks its candidates by priority class first, as the optimum does, and then by score.
enum StableRanking {
    static let wishStep = 100

    /// 0…999.
    static func rank(_ referral: ReferralFacts, _ slot: SlotFacts, _ weights: MatchWeights) -> Int {
        let wish = referral.wishes.firstIndex(of: slot.code).map { wishStep * max(9 - $0, 1) } ?? 0
        let whole = weights.occupation + weights.area
        guard whole > 0 else { return wish }
        let own =
            weights.occupation * MatchScore.occupation(referral, slot) + weights.area * MatchScore.area(referral, slot)
        return wish + own * (wishStep - 1) / (whole * 1000)
    }
}
