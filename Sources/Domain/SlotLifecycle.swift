/// The steps of a slot: a draft is offered; an offer is closed or withdrawn; either can be corrected.
public enum SlotLifecycle {
    public struct Transition: Sendable, Hashable {
        public let from: SlotState
        public let to: SlotState
        public let roles: Set<Role>
        public let demandsReason: Bool
        /// Takes back a step that was wrong.
        public let isCorrection: Bool

        init(_ from: SlotState, _ to: SlotState, reason: Bool = false, correction: Bool = false) {
            self.from = from
            self.to = to
            roles = correction ? [.coordinator, .operator] : [.registrar, .coordinator, .operator]
            demandsReason = reason || correction
            isCorrection = correction
        }
    }

    public static let transitions: [Transition] = [
        Transition(.draft, .offered),
        Transition(.draft, .withdrawn, reason: true),
        Transition(.offered, .closed),
        Transition(.offered, .withdrawn, reason: true),
        Transition(.closed, .withdrawn, reason: true),
        Transition(.closed, .offered, correction: true),
        Transition(.withdrawn, .offered, correction: true),
        Transition(.withdrawn, .closed, correction: true),
    ]

    public static func transition(from: SlotState, to: SlotState) -> Transition? {
        transitions.first { $0.from == from && $0.to == to }
    }

    /// The states from the first to the last along drawn steps, the shortest way, both ends included; nil without a way.
    public static func path(from: SlotState = .draft, to: SlotState) -> [SlotState]? {
        var paths = [[from]]
        // No way is longer than there are states.
        for _ in SlotState.allCases {
            if let found = paths.first(where: { $0.last == to }) { return found }
            paths = paths.flatMap { path in
                transitions.filter { $0.from == path.last }.map { path + [$0.to] }
            }
        }
        return nil
    }
}
