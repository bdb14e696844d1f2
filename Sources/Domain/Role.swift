/// In what capacity somebody acts.
public enum Role: String, Vocabulary {
    /// Whoever runs the installation, at its console.
    case `operator`
    /// A municipality's: its users, settings and log, and no persons.
    case administrator
    case coordinator
    case registrar
    case referrer
    case supervisor
    case participant
    case statistician
    case clock
    /// Nobody yet: whoever is at the door, such as when a sign-in fails.
    case visitor

    public var label: Phrase {
        switch self {
        case .operator: Phrase(sv: "driftansvarig", en: "operator")
        case .administrator: Phrase(sv: "administratör", en: "administrator")
        case .coordinator: Phrase(sv: "samordnare", en: "coordinator")
        case .registrar: Phrase(sv: "förvaltningens registrator", en: "department registrar")
        case .referrer: Phrase(sv: "anvisare", en: "referrer")
        case .supervisor: Phrase(sv: "handledare", en: "supervisor")
        case .participant: Phrase(sv: "deltagare", en: "participant")
        case .statistician: Phrase(sv: "statistiker", en: "statistician")
        case .clock: Phrase(sv: "klockan", en: "the clock")
        case .visitor: Phrase(sv: "besökare", en: "visitor")
        }
    }

    /// Roles that an account may have.
    public static let ofAccounts: [Role] = [
        .operator, .administrator, .coordinator, .registrar, .referrer, .statistician,
    ]

    /// Roles whose accounts sign in. The operator's are for the console's `--as`.
    public static let signingIn: Set<Role> = Set(ofAccounts).subtracting([.operator])
}
