package import Domain

/// What matching knows of a slot: frozen with a run, so that the run can be repeated years later.
package struct SlotFacts: Sendable, Hashable, Codable {
    /// Places withdrawn from a day on.
    package struct Withdrawal: Sendable, Hashable, Codable {
        package var on: Day
        package var places: Int

        package init(on: Day, places: Int) {
            self.on = on
            self.places = places
        }
    }

    package var code: Code
    package var unit: Code
    package var title: String
    package var state: SlotState
    package var ssyk: SSYK?
    package var kind: SlotKind
    package var purpose: SlotPurpose?
    package var period: Period
    package var places: Int
    package var withdrawals: [Withdrawal]
    package var withdrawnOn: Day?
    /// Nil is full time.
    package var minutesPerDay: Int?
    package var weekdays: Weekdays
    package var sfiRequired: SFICourse?
    package var licences: [Keyword]
    package var minimumAge: Int?
    package var recordCheck: Bool
    /// The referrer the slot is kept for.
    package var earmark: Code?
    /// Nil in runs stored before supervisors counted.
    package var supervisor: Code?
    package var urgency: Urgency
    package var permanentPost: Bool
    package var area: Keyword?
    /// The days of those who hold a place or are proposed for one.
    package var taken: [Period]
    /// When the offer was last confirmed, of one that is dormant; nil of all others.
    package var unconfirmedSince: Day?
    /// From when on the supervisor is trained, where the municipality asks about it; `Day.latest` is never. Nil where nobody
    /// asks, and in runs stored before training counted.
    package var trainedFrom: Day?
    /// Whether training is demanded; where it is not, the lack of it is only told.
    package var demandsTraining: Bool?

    package init(
        code: Code, unit: Code, title: String, state: SlotState = .offered, ssyk: SSYK? = nil,
        kind: SlotKind = .arbetspraktik, purpose: SlotPurpose? = nil, period: Period, places: Int = 1,
        withdrawals: [Withdrawal] = [], withdrawnOn: Day? = nil, minutesPerDay: Int? = nil,
        weekdays: Weekdays = .mondayToFriday, sfiRequired: SFICourse? = nil, licences: [Keyword] = [],
        minimumAge: Int? = nil, recordCheck: Bool = false, earmark: Code? = nil, supervisor: Code? = nil,
        urgency: Urgency = .normal, permanentPost: Bool = false, area: Keyword? = nil, taken: [Period] = [],
        unconfirmedSince: Day? = nil, trainedFrom: Day? = nil, demandsTraining: Bool? = nil
    ) {
        self.code = code
        self.unit = unit
        self.title = title
        self.state = state
        self.ssyk = ssyk
        self.kind = kind
        self.purpose = purpose
        self.period = period
        self.places = places
        self.withdrawals = withdrawals
        self.withdrawnOn = withdrawnOn
        self.minutesPerDay = minutesPerDay
        self.weekdays = weekdays
        self.sfiRequired = sfiRequired
        self.licences = licences
        self.minimumAge = minimumAge
        self.recordCheck = recordCheck
        self.earmark = earmark
        self.supervisor = supervisor
        self.urgency = urgency
        self.permanentPost = permanentPost
        self.area = area
        self.taken = taken
        self.unconfirmedSince = unconfirmedSince
        self.trainedFrom = trainedFrom
        self.demandsTraining = demandsTraining
    }
}
