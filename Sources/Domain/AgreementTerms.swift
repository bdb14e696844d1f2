/// What a version of an agreement (överenskommelse) says of a placement.
public struct AgreementTerms: Sendable, Hashable {
    public var slot: Code
    public var period: Period
    /// Nil is full time.
    public var hoursPerDay: WorkHours?
    /// When the day begins; nil where that is not settled.
    public var beginsAt: ClockTime?
    public var weekdays: Weekdays
    public var supervisor: Code?
    /// Who stands in.
    public var deputy: Code?
    /// What is to be learnt.
    public var goal: Line
    /// What is to be learnt of the language, where the slot is for that.
    public var languageGoal: Line?
    public var insurance: Line
    /// Whom to turn to.
    public var contact: Line?

    public init(
        slot: Code, period: Period, hoursPerDay: WorkHours? = nil, beginsAt: ClockTime? = nil,
        weekdays: Weekdays = .mondayToFriday, supervisor: Code? = nil, deputy: Code? = nil, goal: Line,
        languageGoal: Line? = nil, insurance: Line, contact: Line? = nil
    ) {
        self.slot = slot
        self.period = period
        self.hoursPerDay = hoursPerDay
        self.beginsAt = beginsAt
        self.weekdays = weekdays
        self.supervisor = supervisor
        self.deputy = deputy
        self.goal = goal
        self.languageGoal = languageGoal
        self.insurance = insurance
        self.contact = contact
    }

    /// One thing that two versions say differently.
    public enum Part: String, Sendable, CaseIterable {
        case slot, days, hours, begins, weekdays, supervisor, deputy, goal
        case languageGoal = "language_goal"
        case insurance, contact

        public var label: Phrase {
            switch self {
            case .slot: Phrase(sv: "plats", en: "slot")
            case .days: Phrase(sv: "dagar", en: "days")
            case .hours: Phrase(sv: "timmar per dag", en: "hours a day")
            case .begins: Phrase(sv: "dagen börjar", en: "the day begins")
            case .weekdays: Phrase(sv: "veckodagar", en: "weekdays")
            case .supervisor: Phrase(sv: "handledare", en: "supervisor")
            case .deputy: Phrase(sv: "ersättare", en: "deputy")
            case .goal: Phrase(sv: "vad som ska läras", en: "what is to be learnt")
            case .languageGoal: Phrase(sv: "språkmål", en: "language goal")
            case .insurance: Phrase(sv: "försäkring", en: "insurance")
            case .contact: Phrase(sv: "kontakt", en: "contact")
            }
        }
    }

    /// What it says otherwise than an earlier version.
    public func changes(from earlier: AgreementTerms) -> [Part] {
        let parts: [(Part, Bool)] = [
            (.slot, slot != earlier.slot), (.days, period != earlier.period),
            (.hours, hoursPerDay != earlier.hoursPerDay), (.begins, beginsAt != earlier.beginsAt),
            (.weekdays, weekdays != earlier.weekdays), (.supervisor, supervisor != earlier.supervisor),
            (.deputy, deputy != earlier.deputy), (.goal, goal != earlier.goal),
            (.languageGoal, languageGoal != earlier.languageGoal), (.insurance, insurance != earlier.insurance),
            (.contact, contact != earlier.contact),
        ]
        return parts.compactMap { $1 ? $0 : nil }
    }
}

/// What is to be different in an agreement; what is nil stays as it is.
public struct AgreementChange: Sendable, Hashable {
    public var slot: Code?
    public var from: Day?
    public var to: Day?
    public var hoursPerDay: WorkHours?
    public var beginsAt: ClockTime?
    public var weekdays: Weekdays?
    public var supervisor: Code?
    public var deputy: Code?
    public var goal: Line?
    public var languageGoal: Line?
    public var insurance: Line?
    public var contact: Line?

    public init() {}
}
