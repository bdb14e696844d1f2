/// Everything that Praktik sends by mail.
public enum MessageKind: String, Vocabulary {
    case proposalToHost = "proposal_to_host"
    case proposalToParticipant = "proposal_to_participant"
    case answerReminder = "answer_reminder"
    case startReport = "start_report"
    case voice
    case complaintRoute = "complaint_route"
    case endReport = "end_report"
    case agreementToApprove = "agreement_to_approve"
    case approvalReminder = "approval_reminder"
    case confirmOffers = "confirm_offers"
    case reportDue = "report_due"
    case followUpToHost = "follow_up_to_host"
    case followUpToParticipant = "follow_up_to_participant"

    public var label: Phrase {
        switch self {
        case .proposalToHost: Phrase(sv: "förslag till enheten", en: "proposal to the unit")
        case .proposalToParticipant: Phrase(sv: "förslag till deltagaren", en: "proposal to the participant")
        case .answerReminder: Phrase(sv: "påminnelse om svar", en: "reminder to answer")
        case .startReport: Phrase(sv: "fråga om start", en: "question about the start")
        case .voice: Phrase(sv: "frågor till deltagaren", en: "questions to the participant")
        case .complaintRoute: Phrase(sv: "vart deltagaren kan klaga", en: "where the participant can complain")
        case .endReport: Phrase(sv: "fråga om slutet", en: "question about the end")
        case .agreementToApprove: Phrase(sv: "överenskommelse att godkänna", en: "agreement to approve")
        case .approvalReminder: Phrase(sv: "påminnelse om godkännande", en: "reminder to approve")
        case .confirmOffers: Phrase(sv: "erbjudanden att bekräfta", en: "offers to confirm")
        case .reportDue: Phrase(sv: "rapport att lämna", en: "report due")
        case .followUpToHost: Phrase(sv: "uppföljning med arbetsplatsen", en: "follow-up with the workplace")
        case .followUpToParticipant: Phrase(sv: "uppföljning med deltagaren", en: "follow-up with the participant")
        }
    }
}

/// Where a message of the outbox stands.
public enum MessageState: String, Vocabulary {
    case waiting
    /// Taken by the mail server.
    case sent
    /// Given up: refused for good, no address, or no success within the time set.
    case failed
    /// Not sent, since it is to or about a protected person.
    case withheld
    /// Not sent, since there is nothing left to answer, or somebody took it back.
    case revoked

    public var label: Phrase {
        switch self {
        case .waiting: Phrase(sv: "väntar", en: "waiting")
        case .sent: Phrase(sv: "skickat", en: "sent")
        case .failed: Phrase(sv: "kom inte fram", en: "failed")
        case .withheld: Phrase(sv: "hålls inne", en: "withheld")
        case .revoked: Phrase(sv: "tillbakadraget", en: "withdrawn")
        }
    }
}

/// What became of one attempt at sending a message.
public enum AttemptOutcome: String, Vocabulary {
    case delivered
    case refused
    case deferred
    case unreachable
    case tooSlow = "too_slow"
    case untrusted
    case denied
    case broken
    case interrupted
    case noAddress = "no_address"

    public var label: Phrase {
        switch self {
        case .delivered: Phrase(sv: "lämnat till e-postservern", en: "taken by the mail server")
        case .refused: Phrase(sv: "avvisat för gott", en: "refused for good")
        case .deferred: Phrase(sv: "avvisat för stunden", en: "refused for now")
        case .unreachable: Phrase(sv: "e-postservern gick inte att nå", en: "the mail server could not be reached")
        case .tooSlow: Phrase(sv: "e-postservern svarade inte i tid", en: "the mail server did not answer in time")
        case .untrusted:
            Phrase(sv: "e-postserverns certifikat duger inte", en: "the mail server's certificate will not do")
        case .denied: Phrase(sv: "e-postservern släppte inte in oss", en: "the mail server did not let us in")
        case .broken: Phrase(sv: "e-postservern gick inte att förstå", en: "the mail server could not be understood")
        case .interrupted: Phrase(sv: "avbrutet", en: "broken off")
        case .noAddress: Phrase(sv: "e-postadress saknas", en: "no mail address")
        }
    }
}
