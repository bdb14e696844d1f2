import Domain

/// How far a place of a commitment has come; the earlier ones hold the later.
enum CommitmentStage: String, Sendable, CaseIterable {
    case pledged
    case offered
    case filled
    case started
    case completed

    var label: Phrase {
        switch self {
        case .pledged: Phrase(sv: "Utlovade", en: "Pledged")
        case .offered: Phrase(sv: "Erbjudna", en: "Offered")
        case .filled: Phrase(sv: "Tillsatta", en: "Filled")
        case .started: Phrase(sv: "Påbörjade", en: "Started")
        case .completed: Phrase(sv: "Genomförda", en: "Completed")
        }
    }
}
