/// Who must approve an agreement.
public enum AgreementParty: String, Vocabulary {
    case participant
    case host
    case referrer

    public var label: Phrase {
        switch self {
        case .participant: Phrase(sv: "deltagaren", en: "the participant")
        case .host: Phrase(sv: "arbetsplatsen", en: "the workplace")
        case .referrer: Phrase(sv: "anvisaren", en: "the referrer")
        }
    }

    /// Whose own account or link speaks for it.
    public var role: Role {
        switch self {
        case .participant: .participant
        case .host: .registrar
        case .referrer: .referrer
        }
    }

    /// As which side it is written to.
    public var party: Party {
        switch self {
        case .participant: .participant
        case .host: .host
        case .referrer: .referrer
        }
    }

    /// The party that a role speaks for by itself; nil for those who speak on behalf of others only.
    public init?(of role: Role) {
        guard let party = Self.allCases.first(where: { $0.role == role }) else { return nil }
        self = party
    }
}
