package import Domain

/// What matching knows of a person: the referrals that are in the round, and when the person is taken.
package struct PersonFacts: Sendable, Hashable, Codable {
    package var isProtected: Bool
    /// At least one; in the order of their labels.
    package var referrals: [ReferralFacts]
    /// The days of the person's placements and proposals.
    package var busy: [Period]

    package init(isProtected: Bool = false, referrals: [ReferralFacts], busy: [Period] = []) {
        self.isProtected = isProtected
        self.referrals = referrals
        self.busy = busy
    }

    /// The highest of the referrals' priorities.
    package var priority: Int { referrals.map(\.priority).max() ?? 0 }

    /// The name under which the person stands in lists: that of the referral with the highest priority.
    package var label: String {
        referrals.first { $0.priority == priority }?.label ?? ""
    }
}
