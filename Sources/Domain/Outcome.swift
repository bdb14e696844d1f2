/// What had become of a person on the day it was checked.
///
/// The content of a record with the keys that people write; files, commands and forms all fill this.
public struct Outcome: Sendable, Hashable {
    public var municipality: MunicipalityCode
    public var code: Code
    /// Nil for a person without a placement; then referrer and participant say who.
    public var placement: Code?
    public var referrer: Code?
    public var participant: Code?
    public var checkedOn: Day
    public var status: OutcomeStatus
    public var employer: Employer?
    public var form: EmploymentForm?
    public var subsidised: YesNoUnknown
    public var from: Day?
    public var to: Day?
    public var studentAid: YesNoUnknown
    public var source: OutcomeSource?

    public init(
        municipality: MunicipalityCode, code: Code, placement: Code? = nil, referrer: Code? = nil,
        participant: Code? = nil, checkedOn: Day, status: OutcomeStatus, employer: Employer? = nil,
        form: EmploymentForm? = nil, subsidised: YesNoUnknown = .unknown, from: Day? = nil, to: Day? = nil,
        studentAid: YesNoUnknown = .unknown, source: OutcomeSource? = nil
    ) {
        self.municipality = municipality
        self.code = code
        self.placement = placement
        self.referrer = referrer
        self.participant = participant
        self.checkedOn = checkedOn
        self.status = status
        self.employer = employer
        self.form = form
        self.subsidised = subsidised
        self.from = from
        self.to = to
        self.studentAid = studentAid
        self.source = source
    }
}
