/// What becomes of a placement with a supervisor who has not been trained by its first day.
public enum TrainingPolicy: String, Vocabulary {
    /// It is not made.
    case block
    /// It is made, and whoever makes it is told.
    case warn
    /// Nobody asks.
    case off

    public var label: Phrase {
        switch self {
        case .block: Phrase(sv: "hindrar placeringen", en: "stops the placement")
        case .warn: Phrase(sv: "varnar bara", en: "only warns")
        case .off: Phrase(sv: "spelar ingen roll", en: "makes no difference")
        }
    }
}
