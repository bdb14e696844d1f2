/// Who broke off a placement that ended early.
public enum EndingParty: String, Vocabulary {
    case participant
    case host
    case referrer
    case coordinator

    public var label: Phrase {
        switch self {
        case .participant: Phrase(sv: "deltagaren", en: "the participant")
        case .host: Phrase(sv: "arbetsplatsen", en: "the workplace")
        case .referrer: Phrase(sv: "anvisaren", en: "the referrer")
        case .coordinator: Phrase(sv: "samordnaren", en: "the coordinator")
        }
    }
}

/// Why a placement ended early, as a supervisor is asked. Nobody is asked about health or anything else that is private, which
/// is `other`.
public enum InterruptionCause: String, Vocabulary {
    case gotWork = "got_work"
    case studies
    case moved
    case oftenAbsent = "often_absent"
    case tasksDidNotSuit = "tasks_did_not_suit"
    case noSupervisor = "no_supervisor"
    case other

    public var label: Phrase {
        switch self {
        case .gotWork: Phrase(sv: "fick arbete", en: "got work")
        case .studies: Phrase(sv: "började studera", en: "began to study")
        case .moved: Phrase(sv: "flyttade", en: "moved away")
        case .oftenAbsent: Phrase(sv: "var ofta borta", en: "was often absent")
        case .tasksDidNotSuit: Phrase(sv: "uppgifterna passade inte", en: "the tasks did not suit")
        case .noSupervisor: Phrase(sv: "handledaren kunde inte fortsätta", en: "the supervisor could not go on")
        case .other: Phrase(sv: "annat", en: "something else")
        }
    }

    /// The cause that stands at a placement, in both languages; nil for one in somebody's own words.
    public static func cause(stored text: String) -> Phrase? {
        allCases.first { $0.label.sv == text }?.label
    }
}

/// How long somebody was there in all, kept in whole minutes.
public struct AttendedHours: Sendable, Hashable, CustomStringConvertible {
    /// 0…240,000.
    public let minutes: Int

    public init(minutes: Int) throws(ValueError) {
        guard (0...240_000).contains(minutes) else { throw .attendedHours }
        self.minutes = minutes
    }

    /// Reads hours with a decimal comma or point and at most two decimals: `120`, `97,5`.
    public init(_ text: String) throws(ValueError) {
        guard let hundredths = fixedPoint(text.utf8, decimals: 2, limit: 400_000) else { throw .attendedHours }
        try self.init(minutes: (hundredths * 60 + 50) / 100)
    }

    /// Hours with a decimal point: `120`, `97.5`.
    public var description: String { formatted(decimal: ".") }

    public func formatted(decimal: String) -> String {
        let hundredths = (minutes * 100 + 30) / 60
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return String(whole) }
        return "\(whole)\(decimal)" + (rest % 10 == 0 ? String(rest / 10) : Day.padded(rest, 2))
    }
}

/// What was said of attendance and of the end when a placement ended; what is nil was not said.
public struct PlacementEnding: Sendable, Hashable {
    public static let dayRange = 0...400

    /// Of one that ended early.
    public var by: EndingParty?
    /// Days on which the participant was there.
    public var days: Int?
    public var hours: AttendedHours?

    public init(by: EndingParty? = nil, days: Int? = nil, hours: AttendedHours? = nil) {
        self.by = by
        self.days = days
        self.hours = hours
    }

    public var isEmpty: Bool { by == nil && days == nil && hours == nil }

    /// Throws `.attendedDays` for more days than there were from the first to the last, `.attendedHours` for more hours than
    /// those days have.
    public func check(within period: Period) throws(ValueError) {
        if let days {
            guard Self.dayRange.contains(days), days <= period.days else { throw .attendedDays }
        }
        if let hours {
            guard hours.minutes <= (days ?? period.days) * 24 * 60 else { throw .attendedHours }
        }
    }

    /// Days and hours in words; nil where neither was said.
    public var attendance: Phrase? {
        let parts = [
            days.map { Phrase(sv: $0 == 1 ? "1 dag" : "\($0) dagar", en: $0 == 1 ? "1 day" : "\($0) days") },
            hours.map { Phrase(sv: "\($0.formatted(decimal: ",")) timmar", en: "\($0) hours") },
        ].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        return Phrase(
            sv: parts.map(\.sv).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", "))
    }
}
