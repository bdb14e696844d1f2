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
    package var urgency: Urgency
    package var permanentPost: Bool
    package var area: Keyword?
    /// The days of those who hold a place or are proposed for one.
    package var taken: [Period]

    package init(
        code: Code, unit: Code, title: String, state: SlotState = .offered, ssyk: SSYK? = nil,
        kind: SlotKind = .arbetspraktik, purpose: SlotPurpose? = nil, period: Period, places: Int = 1,
        withdrawals: [Withdrawal] = [], withdrawnOn: Day? = nil, minutesPerDay: Int? = nil,
        weekdays: Weekdays = .mondayToFriday, sfiRequired: SFICourse? = nil, licences: [Keyword] = [],
        minimumAge: Int? = nil, recordCheck: Bool = false, earmark: Code? = nil, urgency: Urgency = .normal,
        permanentPost: Bool = false, area: Keyword? = nil, taken: [Period] = []
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
        self.urgency = urgency
        self.permanentPost = permanentPost
        self.area = area
        self.taken = taken
    }
}

/// What matching knows of one referral: no name, no number, nothing of where a person comes from.
package struct ReferralFacts: Sendable, Hashable, Codable {
    package var referrer: Code
    package var reference: Code
    package var birthDate: Day?
    package var sfiPassed: SFIPassed
    package var licences: [Keyword]
    package var recordCheckShownOn: Day?
    /// Best first.
    package var occupations: [SSYK]
    /// Slot codes, best first.
    package var wishes: [Code]
    package var availableFrom: Day?
    package var availableTo: Day?
    package var weekdays: Weekdays
    /// Nil is full time.
    package var minutesPerDay: Int?
    /// Empty is anywhere.
    package var areas: [Keyword]
    package var priority: Int
    package var purpose: SlotPurpose?
    package var registeredOn: Day

    package init(
        referrer: Code, reference: Code, birthDate: Day? = nil, sfiPassed: SFIPassed = .none,
        licences: [Keyword] = [], recordCheckShownOn: Day? = nil, occupations: [SSYK] = [], wishes: [Code] = [],
        availableFrom: Day? = nil, availableTo: Day? = nil, weekdays: Weekdays = .mondayToFriday,
        minutesPerDay: Int? = nil, areas: [Keyword] = [], priority: Int = 0, purpose: SlotPurpose? = nil,
        registeredOn: Day
    ) {
        self.referrer = referrer
        self.reference = reference
        self.birthDate = birthDate
        self.sfiPassed = sfiPassed
        self.licences = licences
        self.recordCheckShownOn = recordCheckShownOn
        self.occupations = occupations
        self.wishes = wishes
        self.availableFrom = availableFrom
        self.availableTo = availableTo
        self.weekdays = weekdays
        self.minutesPerDay = minutesPerDay
        self.areas = areas
        self.priority = priority
        self.purpose = purpose
        self.registeredOn = registeredOn
    }

    /// How a participant is named in a run: `REFERRER/REFERENCE`.
    package var label: String { "\(referrer)/\(reference)" }
}

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
