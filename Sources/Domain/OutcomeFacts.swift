/// What is known of a status besides the status: of employment where, how and since when, of studies whether with aid.
public struct OutcomeFacts: Sendable, Hashable {
    public var employer: Employer?
    public var form: EmploymentForm?
    public var subsidised: YesNoUnknown
    public var from: Day?
    public var to: Day?
    public var studentAid: YesNoUnknown

    public init(
        employer: Employer? = nil, form: EmploymentForm? = nil, subsidised: YesNoUnknown = .unknown, from: Day? = nil,
        to: Day? = nil, studentAid: YesNoUnknown = .unknown
    ) {
        self.employer = employer
        self.form = form
        self.subsidised = subsidised
        self.from = from
        self.to = to
        self.studentAid = studentAid
    }

    /// Nothing is known.
    public var isEmpty: Bool { self == OutcomeFacts() }
}

extension Outcome {
    public init(
        municipality: MunicipalityCode, code: Code, placement: Code? = nil, referrer: Code? = nil,
        participant: Code? = nil, checkedOn: Day, status: OutcomeStatus, facts: OutcomeFacts, source: OutcomeSource?
    ) {
        self.init(
            municipality: municipality, code: code, placement: placement, referrer: referrer, participant: participant,
            checkedOn: checkedOn, status: status, employer: facts.employer, form: facts.form,
            subsidised: facts.subsidised, from: facts.from, to: facts.to, studentAid: facts.studentAid, source: source)
    }
}
