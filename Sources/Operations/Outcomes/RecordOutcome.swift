public import Domain
import Postgres
import Store

extension Operations {
    /// Records a dated status: of a placement, or of a person with or without one. Returns its code, made if none is given.
    ///
    /// `outcome` names either a placement, or a referrer and a participant; its code is ignored when `code` is nil.
    public func recordOutcome(
        _ actor: Actor, _ outcome: OutcomeDraft, code: Code? = nil, dryRun: Bool = false
    ) async throws -> Code {
        try await change(actor, .recordOutcome, dryRun: dryRun) { connection in
            guard outcome.checkedOn <= clock.today else { throw Refusal.dayNotReached(outcome.checkedOn) }
            let subject = try await connection.subject(of: outcome, actor.municipality)
            let made: Code
            if let code {
                made = code
            } else {
                made = try Code("U-\(try await connection.nextNumber("outcome", actor.municipality))")
            }
            let id: Identifier<Outcome> = identifiers.next()
            try await connection.insert(
                outcome.record(code: made, municipality: actor.municipality), id: id, participant: subject.participant,
                person: subject.person, placement: subject.placement)
            return Changed(
                made,
                AuditRecord(
                    entity: "outcome", id: id,
                    after: [
                        "code": made.rawValue, "status": outcome.status.rawValue,
                        "checked_on": outcome.checkedOn.description, "placement": outcome.placement?.rawValue ?? "",
                    ]))
        }
    }
}

/// An outcome before it has a code: what was found, when, of whom.
public struct OutcomeDraft: Sendable {
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
        placement: Code? = nil, referrer: Code? = nil, participant: Code? = nil, checkedOn: Day, status: OutcomeStatus,
        employer: Employer? = nil, form: EmploymentForm? = nil, subsidised: YesNoUnknown = .unknown, from: Day? = nil,
        to: Day? = nil, studentAid: YesNoUnknown = .unknown, source: OutcomeSource? = nil
    ) {
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

    fileprivate func record(code: Code, municipality: MunicipalityCode) -> Outcome {
        Outcome(
            municipality: municipality, code: code, placement: placement, referrer: referrer, participant: participant,
            checkedOn: checkedOn, status: status, employer: employer, form: form, subsidised: subsidised, from: from,
            to: to, studentAid: studentAid, source: source)
    }
}

extension Connection {
    /// Whose status it is.
    fileprivate func subject(
        of outcome: OutcomeDraft, _ municipality: MunicipalityCode
    ) async throws -> (
        participant: Identifier<Participant>, person: Identifier<Person>, placement: Identifier<Placement>?
    ) {
        switch (outcome.placement, outcome.referrer, outcome.participant) {
        case (let code?, nil, nil):
            guard let found = try await placements(municipality, PlacementFilter(code: code)).first else {
                throw Refusal.noSuch(.placement, code.rawValue)
            }
            return (found.participantID, found.personID, found.id)
        case (nil, let referrer?, let reference?):
            let filter = ParticipantFilter(referrerCode: referrer, reference: reference)
            guard let found = try await participants(municipality, filter).first else {
                throw Refusal.noSuch(.participant, "\(referrer)/\(reference)")
            }
            return (found.id, found.personID, nil)
        default:
            throw Refusal.outcomeNeedsOneSubject
        }
    }
}
