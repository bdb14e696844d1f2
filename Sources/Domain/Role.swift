/// In what capacity somebody acts.
public enum Role: String, Vocabulary {
    case `operator`
    case coordinator
    case registrar
    case referrer
    case supervisor
    case participant
    case statistician
    case clock

    public var label: Phrase {
        switch self {
        case .operator: Phrase(sv: "driftansvarig", en: "operator")
        case .coordinator: Phrase(sv: "samordnare", en: "coordinator")
        case .registrar: Phrase(sv: "förvaltningens registrator", en: "department registrar")
        case .referrer: Phrase(sv: "anvisare", en: "referrer")
        case .supervisor: Phrase(sv: "handledare", en: "supervisor")
        case .participant: Phrase(sv: "deltagare", en: "participant")
        case .statistician: Phrase(sv: "statistiker", en: "statistician")
        case .clock: Phrase(sv: "klockan", en: "the clock")
        }
    }
}
