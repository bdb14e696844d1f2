/// How a placement goes, as it was told at a follow-up.
public enum FollowUpProgress: String, Vocabulary {
    case asPlanned = "as_planned"
    case needsSupport = "needs_support"
    case atRisk = "at_risk"

    public var label: Phrase {
        switch self {
        case .asPlanned: Phrase(sv: "som planerat", en: "as planned")
        case .needsSupport: Phrase(sv: "behöver stöd", en: "needs support")
        case .atRisk: Phrase(sv: "riskerar att avbrytas", en: "at risk of ending early")
        }
    }
}

/// How far a placement's language goal has been reached.
public enum LanguageProgress: String, Vocabulary {
    case reached
    case partly
    case notReached = "not_reached"

    public var label: Phrase {
        switch self {
        case .reached: Phrase(sv: "nått", en: "reached")
        case .partly: Phrase(sv: "delvis", en: "partly")
        case .notReached: Phrase(sv: "inte än", en: "not yet")
        }
    }
}

/// What somebody tells at a follow-up.
public struct FollowUpAnswer: Sendable, Hashable {
    /// Whose word it is.
    public var source: OutcomeSource
    public var progress: FollowUpProgress?
    public var languageGoal: LanguageProgress?
    /// Whether the host has employed the person; the host's to say.
    public var hired: Bool?
    public var note: Line?
    /// What has become of the person.
    public var status: OutcomeStatus?
    /// Of the status; nothing without one.
    public var facts: OutcomeFacts
    /// The day it was told; nil is today.
    public var on: Day?

    public init(
        source: OutcomeSource, progress: FollowUpProgress? = nil, languageGoal: LanguageProgress? = nil,
        hired: Bool? = nil, note: Line? = nil, status: OutcomeStatus? = nil,
        facts: OutcomeFacts = OutcomeFacts(), on: Day? = nil
    ) {
        self.source = source
        self.progress = progress
        self.languageGoal = languageGoal
        self.hired = hired
        self.note = note
        self.status = status
        self.facts = facts
        self.on = on
    }
}

/// Where a follow-up stands.
public enum FollowUpState: String, Vocabulary {
    case told
    case due
    case coming
    /// Its time went by, and nothing was told.
    case missed

    public var label: Phrase {
        switch self {
        case .told: Phrase(sv: "besvarad", en: "answered")
        case .due: Phrase(sv: "att göra", en: "due")
        case .coming: Phrase(sv: "kommer", en: "to come")
        case .missed: Phrase(sv: "inte gjord", en: "missed")
        }
    }
}
