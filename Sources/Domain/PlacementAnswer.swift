/// The two who answer a proposal.
public enum AnsweringParty: String, Vocabulary {
    case host
    case participant

    /// In what capacity it answers for itself.
    public var role: Role {
        switch self {
        case .host: .registrar
        case .participant: .participant
        }
    }

    public var label: Phrase {
        switch self {
        case .host: Phrase(sv: "arbetsplatsen", en: "the workplace")
        case .participant: Phrase(sv: "deltagaren", en: "the participant")
        }
    }
}

/// What a party says to a proposal.
public enum AnswerKind: String, Vocabulary {
    case accepted
    case declined

    public var label: Phrase {
        switch self {
        case .accepted: Phrase(sv: "tackar ja", en: "accepts")
        case .declined: Phrase(sv: "tackar nej", en: "declines")
        }
    }
}

/// What a party says to a proposal, and why where it is no.
public enum ProposalAnswer: Sendable, Hashable {
    case accepted
    case declined(DeclineReason)

    public var kind: AnswerKind {
        switch self {
        case .accepted: .accepted
        case .declined: .declined
        }
    }

    public var reason: DeclineReason? {
        if case .declined(let reason) = self { reason } else { nil }
    }
}

/// Why a proposal is declined. Of each party a list of its own; a participant is not asked about health or anything else
/// that is private, which is `other`.
public enum DeclineReason: String, Vocabulary {
    case noSupervisor = "no_supervisor"
    case tasksDoNotFit = "tasks_do_not_fit"
    case overloaded
    case otherCompetence = "other_competence"
    case distance
    case hours
    case notWished = "not_wished"
    case gotWork = "got_work"
    case studies
    case other

    public static func list(of party: AnsweringParty) -> [DeclineReason] {
        switch party {
        case .host: [.noSupervisor, .tasksDoNotFit, .overloaded, .otherCompetence, .other]
        case .participant: [.distance, .hours, .notWished, .gotWork, .studies, .other]
        }
    }

    public var label: Phrase {
        switch self {
        case .noSupervisor: Phrase(sv: "ingen handledare då", en: "no supervisor then")
        case .tasksDoNotFit: Phrase(sv: "uppgifterna passar inte", en: "the tasks do not fit")
        case .overloaded: Phrase(sv: "enheten är för hårt belastad", en: "the unit has too much to do")
        case .otherCompetence: Phrase(sv: "annan kompetens behövs", en: "another competence is needed")
        case .distance: Phrase(sv: "det är för långt dit", en: "it is too far away")
        case .hours: Phrase(sv: "tiderna passar inte", en: "the hours do not fit")
        case .notWished: Phrase(sv: "det är inte vad jag har önskat", en: "it is not what I wished for")
        case .gotWork: Phrase(sv: "har fått arbete", en: "has found work")
        case .studies: Phrase(sv: "ska studera", en: "is to study")
        case .other: Phrase(sv: "annat", en: "something else")
        }
    }

    /// What the placement itself says of it, which everybody in reach of it sees: a participant's why is not for the host.
    public func placementReason(of party: AnsweringParty) -> Phrase {
        switch party {
        case .host:
            Phrase(
                sv: "Arbetsplatsen kan inte ta emot: \(label.sv)", en: "The workplace cannot receive: \(label.en)")
        case .participant: Phrase(sv: "Deltagaren tackade nej", en: "The participant declined")
        }
    }

    /// The reason that stands at a declined placement, in both languages; nil for one in somebody's own words.
    public static func placementReason(stored text: String) -> Phrase? {
        for party in AnsweringParty.allCases {
            for reason in list(of: party) where reason.placementReason(of: party).sv == text {
                return reason.placementReason(of: party)
            }
        }
        return nil
    }
}

/// Why somebody else gives a party's answer.
public enum AnswerGround: String, Vocabulary {
    case phoned
    case noEmail = "no_email"
    case noEIdentification = "no_e_identification"
    case signedOnPaper = "signed_on_paper"

    public var label: Phrase {
        switch self {
        case .phoned: Phrase(sv: "svarade på telefon", en: "answered by telephone")
        case .noEmail: Phrase(sv: "har ingen e-post", en: "has no e-mail")
        case .noEIdentification: Phrase(sv: "har ingen e-legitimation", en: "has no e-identification")
        case .signedOnPaper: Phrase(sv: "skrev under på papper", en: "signed on paper")
        }
    }
}
