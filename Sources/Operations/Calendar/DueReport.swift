public import Domain

/// A report on one of the days it is due, and whether it was handed in.
public struct DueReport: Sendable {
    public enum State: String, Vocabulary {
        case delivered
        case overdue
        /// Near enough to be asked for.
        case due
        case coming

        public var label: Phrase {
            switch self {
            case .delivered: Phrase(sv: "lämnad", en: "handed in")
            case .overdue: Phrase(sv: "försenad", en: "overdue")
            case .due: Phrase(sv: "att lämna", en: "due")
            case .coming: Phrase(sv: "kommer", en: "to come")
            }
        }
    }

    public let duty: ReportDuty
    public let dueOn: Day
    /// The days it tells of.
    public let period: Period
    public let deliveredOn: Day?
    public let note: Line?
    public let state: State

    init(_ duty: ReportDuty, dueOn: Day, deliveredOn: Day?, note: Line?, today: Day) throws(ValueError) {
        self.duty = duty
        self.dueOn = dueOn
        period = try duty.covers.period(dueOn: dueOn)
        self.deliveredOn = deliveredOn
        self.note = note
        state =
            if deliveredOn != nil {
                .delivered
            } else if dueOn < today {
                .overdue
            } else if dueOn.adding(-duty.remindDays) <= today {
                .due
            } else {
                .coming
            }
    }
}
