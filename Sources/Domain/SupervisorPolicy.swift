/// What becomes of a placement that gives a supervisor more people than they take.
public enum SupervisorPolicy: String, Vocabulary {
    /// It is not made.
    case block
    /// It is made, and the coordinator is told.
    case warn

    public var label: Phrase {
        switch self {
        case .block: Phrase(sv: "hindrar placeringen", en: "stops the placement")
        case .warn: Phrase(sv: "varnar bara", en: "only warns")
        }
    }
}
