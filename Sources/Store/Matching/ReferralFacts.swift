package import Domain

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
