/// Who told of an outcome.
public enum OutcomeSource: String, Vocabulary {
    case host
    case participant
    case coordinator
    case referrer
    case register

    public var label: Phrase {
        switch self {
        case .host: Phrase(sv: "värden", en: "the host")
        case .participant: Phrase(sv: "deltagaren", en: "the participant")
        case .coordinator: Phrase(sv: "samordnaren", en: "the coordinator")
        case .referrer: Phrase(sv: "anvisaren", en: "the referrer")
        case .register: Phrase(sv: "register", en: "a register")
        }
    }
}
