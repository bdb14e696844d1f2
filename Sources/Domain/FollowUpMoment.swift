/// When a placement is followed up: halfway, at its end, or so many days after it.
public struct FollowUpMoment: Sendable, Hashable, Comparable, CustomStringConvertible {
    public static let mid = FollowUpMoment(checked: -1)
    public static let end = FollowUpMoment(checked: 0)
    /// Days after the end that can be asked about.
    public static let daysAfter = 1...730

    /// -1 halfway, 0 at the end, else days after it.
    public let rawValue: Int

    private init(checked number: Int) {
        rawValue = number
    }

    /// Throws `ValueError.followUpMoment` outside -1…730.
    public init(number: Int) throws(ValueError) {
        guard (-1...Self.daysAfter.upperBound).contains(number) else { throw .followUpMoment }
        rawValue = number
    }

    /// `mid`, `end`, or the days after the end: `30`.
    public init(_ text: String) throws(ValueError) {
        switch text {
        case "mid": self = .mid
        case "end": self = .end
        default:
            guard text.utf8.count <= 3, text.first != "0", text.allSatisfy({ ("0"..."9").contains($0) }),
                let days = Int(text), Self.daysAfter.contains(days)
            else { throw .followUpMoment }
            rawValue = days
        }
    }

    public var description: String {
        switch self {
        case .mid: "mid"
        case .end: "end"
        default: String(rawValue)
        }
    }

    /// Whether it lies after the placement: then what is asked is what has become of the person.
    public var isAfter: Bool { rawValue > 0 }

    public var label: Phrase {
        switch self {
        case .mid: Phrase(sv: "halvvägs", en: "halfway")
        case .end: Phrase(sv: "vid slutet", en: "at the end")
        default: Phrase(sv: "\(Phrase.days(rawValue).sv) efter", en: "\(Phrase.days(rawValue).en) after")
        }
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The moments at which placements of a kind are followed up, in order.
public struct FollowUpPlan: Sendable, Hashable, CustomStringConvertible {
    public static let mostDaysAfter = 12

    public let moments: [FollowUpMoment]

    /// Where nothing else is settled; the database's view has the same.
    public static let standard = FollowUpPlan(
        sorted: [.mid, .end] + [30, 90, 180].compactMap { try? FollowUpMoment(number: $0) })

    private init(sorted: [FollowUpMoment]) {
        moments = sorted
    }

    /// Throws `ValueError.followUpPlan` for more than twelve after the end.
    public init(_ moments: some Sequence<FollowUpMoment>) throws(ValueError) {
        self.moments = Set(moments).sorted()
        guard self.moments.count(where: \.isAfter) <= Self.mostDaysAfter else { throw .followUpPlan }
    }

    /// Moments separated by `|`, commas or spaces; `none` for no follow-up at all.
    public init(_ text: String) throws(ValueError) {
        let words = text.split { "|, ".contains($0) }
        if words == ["none"] {
            self.init(sorted: [])
            return
        }
        guard !words.isEmpty else { throw .followUpPlan }
        var found: [FollowUpMoment] = []
        for word in words {
            do { found.append(try FollowUpMoment(String(word))) } catch { throw .followUpPlan }
        }
        try self.init(found)
    }

    public var description: String { moments.isEmpty ? "none" : moments.map(\.description).joined(separator: "|") }

    /// The days after the end, ascending.
    public var daysAfter: [Int] { moments.filter(\.isAfter).map(\.rawValue) }
}
