/// A side of a placement that is written to, and answers, whether it has an account or not.
public enum Party: String, Vocabulary {
    /// The unit that takes somebody in.
    case host
    case supervisor
    case participant
    case referrer
    case coordinator

    public var label: Phrase {
        switch self {
        case .host: Phrase(sv: "enheten", en: "the unit")
        case .supervisor: Phrase(sv: "handledaren", en: "the supervisor")
        case .participant: Phrase(sv: "deltagaren", en: "the participant")
        case .referrer: Phrase(sv: "anvisaren", en: "the referrer")
        case .coordinator: Phrase(sv: "samordnaren", en: "the coordinator")
        }
    }

    /// In what capacity the party acts by a link.
    public var role: Role {
        switch self {
        case .host: .registrar
        case .supervisor: .supervisor
        case .participant: .participant
        case .referrer: .referrer
        case .coordinator: .coordinator
        }
    }
}

/// What a link is for: one thing that is asked of somebody without an account.
public enum PartyPurpose: String, Vocabulary {
    case answerProposal = "answer_proposal"
    case startReport = "start_report"
    case voiceMid = "voice_mid"
    case voiceEnd = "voice_end"
    case complaint
    case endReport = "end_report"
    case approveAgreement = "approve_agreement"
    case confirmOffers = "confirm_offers"
    case followUp = "follow_up"

    public var label: Phrase {
        switch self {
        case .answerProposal: Phrase(sv: "svara på förslag", en: "answer a proposal")
        case .startReport: Phrase(sv: "meddela start", en: "report the start")
        case .voiceMid: Phrase(sv: "berätta halvvägs", en: "tell halfway")
        case .voiceEnd: Phrase(sv: "berätta efteråt", en: "tell afterwards")
        case .complaint: Phrase(sv: "klaga", en: "complain")
        case .endReport: Phrase(sv: "meddela slut", en: "report the end")
        case .approveAgreement: Phrase(sv: "godkänna en överenskommelse", en: "approve an agreement")
        case .confirmOffers: Phrase(sv: "bekräfta erbjudanden", en: "confirm offers")
        case .followUp: Phrase(sv: "följa upp en praktik", en: "follow up a placement")
        }
    }
}
