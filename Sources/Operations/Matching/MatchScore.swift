public import Domain
package import Store

/// How many of the 1000 points each soft rule can give; stated with every run and adjustable for it.
public struct MatchWeights: Sendable, Hashable, Codable {
    public var occupation: Int
    public var wish: Int
    public var area: Int
    public var waited: Int
    public var permanentPost: Int
    public var urgency: Int

    public static let standard = MatchWeights(
        occupation: 400, wish: 250, area: 100, waited: 150, permanentPost: 50, urgency: 50)

    public init(occupation: Int, wish: Int, area: Int, waited: Int, permanentPost: Int, urgency: Int) {
        self.occupation = occupation
        self.wish = wish
        self.area = area
        self.waited = waited
        self.permanentPost = permanentPost
        self.urgency = urgency
    }

    public subscript(part: ScorePart) -> Int {
        get {
            switch part {
            case .occupation: occupation
            case .wish: wish
            case .area: area
            case .waited: waited
            case .permanentPost: permanentPost
            case .urgency: urgency
            }
        }
        set {
            switch part {
            case .occupation: occupation = newValue
            case .wish: wish = newValue
            case .area: area = newValue
            case .waited: waited = newValue
            case .permanentPost: permanentPost = newValue
            case .urgency: urgency = newValue
            }
        }
    }

    /// No weight is negative and together they are at most 1000, so that a score is 0…1000.
    public var isValid: Bool {
        let weights = ScorePart.allCases.map { self[$0] }
        return weights.allSatisfy { (0...1000).contains($0) } && weights.reduce(0, +) <= 1000
    }
}

/// The parts of a score, by the names they have in JSON.
public enum ScorePart: String, Vocabulary {
    case occupation
    case wish
    case area
    case waited
    case permanentPost = "permanent_post"
    case urgency

    public var label: Phrase {
        switch self {
        case .occupation: Phrase(sv: "yrke", en: "occupation")
        case .wish: Phrase(sv: "önskemål", en: "wish")
        case .area: Phrase(sv: "område", en: "area")
        case .waited: Phrase(sv: "väntetid", en: "time waited")
        case .permanentPost: Phrase(sv: "fast tjänst bakom", en: "permanent post")
        case .urgency: Phrase(sv: "brådska", en: "urgency")
        }
    }
}

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
