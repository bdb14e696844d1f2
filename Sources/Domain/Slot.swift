/// A place, or several alike, that a host offers for a period.
///
/// The content of a record with the keys that people write; files, commands and forms all fill this.
public struct Slot: Sendable, Hashable {
    public var municipality: MunicipalityCode
    public var code: Code
    public var unit: Code
    public var title: Line
    public var ssyk: SSYK?
    public var kind: SlotKind
    /// Nil suits every purpose.
    public var purpose: SlotPurpose?
    public var period: Period
    public var places: Capacity
    /// Nil is full time.
    public var hoursPerDay: WorkHours?
    public var weekdays: Weekdays
    public var sfiRequired: SFICourse?
    public var licences: [Keyword]
    /// Years, on the first day; within ``minimumAges``.
    public var minimumAge: Int?
    /// Whether an extract from the criminal records must have been shown.
    public var recordCheck: Bool
    /// The referrer the slot is kept for.
    public var earmark: Code?
    public var supervisor: Code?
    public var urgency: Urgency
    /// Whether a permanent post stands behind it.
    public var permanentPost: Bool
    public var area: Keyword?
    public var state: SlotState
    public var offeredOn: Day?
    public var withdrawnOn: Day?
    public var withdrawnReason: Line?

    /// What a slot may ask for, in years: any age that somebody has. Files, pages, console and API take the same.
    public static let minimumAges = 0...120

    public init(
        municipality: MunicipalityCode, code: Code, unit: Code, title: Line, ssyk: SSYK? = nil, kind: SlotKind,
        purpose: SlotPurpose? = nil, period: Period, places: Capacity, hoursPerDay: WorkHours? = nil,
        weekdays: Weekdays = .mondayToFriday, sfiRequired: SFICourse? = nil, licences: [Keyword] = [],
        minimumAge: Int? = nil, recordCheck: Bool = false, earmark: Code? = nil, supervisor: Code? = nil,
        urgency: Urgency = .normal, permanentPost: Bool = false, area: Keyword? = nil, state: SlotState,
        offeredOn: Day? = nil, withdrawnOn: Day? = nil, withdrawnReason: Line? = nil
    ) {
        self.municipality = municipality
        self.code = code
        self.unit = unit
        self.title = title
        self.ssyk = ssyk
        self.kind = kind
        self.purpose = purpose
        self.period = period
        self.places = places
        self.hoursPerDay = hoursPerDay
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
        self.state = state
        self.offeredOn = offeredOn
        self.withdrawnOn = withdrawnOn
        self.withdrawnReason = withdrawnReason
    }
}
