/// Why a slot is not offered again.
public enum NoRenewalReason: String, Vocabulary {
    case noSupervisor = "no_supervisor"
    case noSuitableTasks = "no_suitable_tasks"
    case reorganisation
    case premises
    case tooFewApplicants = "too_few_applicants"
    case otherCommitments = "other_commitments"

    public var label: Phrase {
        switch self {
        case .noSupervisor: Phrase(sv: "ingen handledare", en: "no supervisor")
        case .noSuitableTasks: Phrase(sv: "inga lämpliga uppgifter", en: "no suitable tasks")
        case .reorganisation: Phrase(sv: "omorganisation", en: "reorganisation")
        case .premises: Phrase(sv: "lokalen räcker inte", en: "no room on the premises")
        case .tooFewApplicants: Phrase(sv: "platsen blev inte fylld", en: "the place was not filled")
        case .otherCommitments: Phrase(sv: "andra åtaganden", en: "other commitments")
        }
    }
}
