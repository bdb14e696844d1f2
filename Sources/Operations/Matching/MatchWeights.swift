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
