/// A person as one referrer refers them; another referral of the same person is another participant.
///
/// The content of a record with the keys that people write; files, commands and forms all fill this.
public struct Participant: Sendable, Hashable {
    public var municipality: MunicipalityCode
    public var referrer: Code
    /// The referrer's own key of the person.
    public var reference: Code
    public var identity: IdentityNumber?
    /// Only as far as known to the day.
    public var birthDate: Day?
    public var sex: Sex
    public var givenName: Line?
    public var familyName: Line?
    public var email: EmailAddress?
    public var phone: Line?
    public var language: Line?
    /// Protected identity: masked, and left out of lists, exports, mail and matching.
    public var protected: Bool
    public var sfiPassed: SFIPassed
    public var licences: [Keyword]
    public var recordCheckShownOn: Day?
    /// Best first.
    public var occupations: [SSYK]
    /// Slot codes, best first.
    public var wishes: [Code]
    public var availableFrom: Day?
    public var availableTo: Day?
    public var weekdays: Weekdays
    /// Nil is full time.
    public var hoursPerDay: WorkHours?
    /// Where the person can work; empty is anywhere.
    public var areas: [Keyword]
    public var priority: Priority
    public var purpose: SlotPurpose?
    public var registeredOn: Day
    public var introductionEndedOn: Day?
    /// The day on which the course in `sfiPassed` was passed.
    public var sfiPassedOn: Day?

    public init(
        municipality: MunicipalityCode, referrer: Code, reference: Code, identity: IdentityNumber? = nil,
        birthDate: Day? = nil, sex: Sex = .unknown, givenName: Line? = nil, familyName: Line? = nil,
        email: EmailAddress? = nil, phone: Line? = nil, language: Line? = nil, protected: Bool = false,
        sfiPassed: SFIPassed = .none, licences: [Keyword] = [], recordCheckShownOn: Day? = nil,
        occupations: [SSYK] = [], wishes: [Code] = [], availableFrom: Day? = nil, availableTo: Day? = nil,
        weekdays: Weekdays = .mondayToFriday, hoursPerDay: WorkHours? = nil, areas: [Keyword] = [],
        priority: Priority = .lowest, purpose: SlotPurpose? = nil, registeredOn: Day, introductionEndedOn: Day? = nil,
        sfiPassedOn: Day? = nil
    ) {
        self.municipality = municipality
        self.referrer = referrer
        self.reference = reference
        self.identity = identity
        self.birthDate = birthDate
        self.sex = sex
        self.givenName = givenName
        self.familyName = familyName
        self.email = email
        self.phone = phone
        self.language = language
        self.protected = protected
        self.sfiPassed = sfiPassed
        self.licences = licences
        self.recordCheckShownOn = recordCheckShownOn
        self.occupations = occupations
        self.wishes = wishes
        self.availableFrom = availableFrom
        self.availableTo = availableTo
        self.weekdays = weekdays
        self.hoursPerDay = hoursPerDay
        self.areas = areas
        self.priority = priority
        self.purpose = purpose
        self.registeredOn = registeredOn
        self.introductionEndedOn = introductionEndedOn
        self.sfiPassedOn = sfiPassedOn
    }
}
