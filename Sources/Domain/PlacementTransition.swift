/// One step of a placement: from where to where, who may take it and what it demands.
public struct PlacementTransition: Sendable, Hashable {
    public let from: PlacementState
    public let to: PlacementState
    /// Any one of these may take the step.
    public let roles: Set<Role>
    /// All of these together may take it too, each with their own answer.
    public let together: Set<Role>
    /// These may take it for a party who answered them, with the ground on which they answer for it.
    public let onBehalf: Set<Role>
    public let demands: [Demand]

    init(
        _ from: PlacementState, _ to: PlacementState, _ roles: Set<Role>, together: Set<Role> = [],
        onBehalf: Set<Role> = [], _ demands: Demand...
    ) {
        self.from = from
        self.to = to
        self.roles = roles
        self.together = together
        self.onBehalf = onBehalf
        self.demands = demands
    }

    public var demandsReason: Bool { demands.contains(.reason) || demands.contains(.lastDayAndCause) }

    /// What must be at hand before the step is taken.
    public enum Demand: String, Vocabulary {
        case placeAndPersonFree
        case reason
        case answerOverdue
        case approvalsAndChecks
        case firstDayReached
        case lastDayReached
        case lastDayAndCause

        public var label: Phrase {
            switch self {
            case .placeAndPersonFree:
                Phrase(sv: "platsen och personen är fortfarande lediga", en: "the place and the person still free")
            case .reason: Phrase(sv: "ett skäl", en: "a reason")
            case .answerOverdue: Phrase(sv: "inget svar inom utsatt tid", en: "no answer within the set days")
            case .approvalsAndChecks:
                Phrase(
                    sv: "alla godkännanden; typens kontroller", en: "all approvals; the checks of its kind")
            case .firstDayReached: Phrase(sv: "första dagen är nådd", en: "first day reached")
            case .lastDayReached:
                Phrase(
                    sv: "sista dagen är nådd, eller tidigare efter överenskommelse",
                    en: "last day reached, or earlier by agreement")
            case .lastDayAndCause: Phrase(sv: "sista dag, orsak och av vem", en: "last day, cause, by whom")
            }
        }
    }
}
