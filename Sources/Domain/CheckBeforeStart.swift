/// What must be seen to before a placement may be agreed on.
public enum CheckBeforeStart: String, Vocabulary {
    case insurance
    case riskAssessment = "risk_assessment"
    case namedSupervisor = "named_supervisor"
    case recordCheck = "record_check"
    case courseClash = "course_clash"

    public var label: Phrase {
        switch self {
        case .insurance: Phrase(sv: "försäkringen är ordnad", en: "the insurance is in place")
        case .riskAssessment:
            Phrase(sv: "riskbedömningen för minderårig är gjord", en: "the risk assessment for a minor is made")
        case .namedSupervisor:
            Phrase(sv: "en handledare är utsedd för den minderåriga", en: "a supervisor is named for the minor")
        case .recordCheck:
            Phrase(sv: "utdraget ur belastningsregistret är uppvisat", en: "the criminal records extract is shown")
        case .courseClash:
            Phrase(
                sv: "krocken med en kurs är löst med skolan", en: "the clash with a course is settled with the school")
        }
    }

    /// Whether somebody records that it was made; a named supervisor the agreement itself tells.
    public var isRecorded: Bool { self != .namedSupervisor }

    /// When a rule asks for the check, where its kind and days do.
    public enum Condition: String, Sendable, CaseIterable {
        case always
        /// Under 18 on the first day.
        case minor
        /// The slot asks for an extract from the criminal records.
        case slotAsks = "slot_asks"
        /// The days agreed on are those of a course, in the same hours.
        case clash
    }

    /// For which kinds of placement, with a first day from and to when, and on what condition a check is asked for.
    public struct Rule: Sendable, Hashable {
        public let check: CheckBeforeStart
        public let kinds: Set<SlotKind>
        public let condition: Condition
        public let from: Day
        /// Nil: until further notice.
        public let to: Day?
    }

    /// The one table; the database's `check_rule` is held against it by a test.
    public static let rules: [Rule] = {
        let kinds = Set(SlotKind.allCases).subtracting([.extratjanst])
        let conditions: [(CheckBeforeStart, Condition)] = [
            (.insurance, .always), (.riskAssessment, .minor), (.namedSupervisor, .minor), (.recordCheck, .slotAsks),
            (.courseClash, .clash),
        ]
        guard let first = try? Day(2008, 1, 1), let last = try? Day(2021, 12, 31) else { return [] }
        // Extratjänst was employment, insured as any employee's, and is history from 2022.
        return conditions.map { Rule(check: $0, kinds: kinds, condition: $1, from: first, to: nil) }
            + conditions.filter { $0.0 != .insurance }.map {
                Rule(check: $0, kinds: [.extratjanst], condition: $1, from: first, to: last)
            }
    }()
}
