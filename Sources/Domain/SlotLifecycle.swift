/// The steps of a slot: a draft is offered, an offer is closed or withdrawn.
public enum SlotLifecycle {
    public struct Transition: Sendable, Hashable {
        public let from: SlotState
        public let to: SlotState
        public let roles: Set<Role>
        public let demandsReason: Bool
    }

    public static let transitions: [Transition] = [
        Transition(from: .draft, to: .offered, roles: hosts, demandsReason: false),
        Transition(from: .offered, to: .closed, roles: hosts, demandsReason: false),
        Transition(from: .offered, to: .withdrawn, roles: hosts, demandsReason: true),
    ]

    private static let hosts: Set<Role> = [.registrar, .coordinator, .operator]

    /// Who may take back a wrong step, with a reason.
    public static let correctors: Set<Role> = [.coordinator, .operator]

    public static func transition(from: SlotState, to: SlotState) -> Transition? {
        transitions.first { $0.from == from && $0.to == to }
    }

    /// Whether going from one state to the other takes back exactly one drawn step.
    public static func isCorrection(from: SlotState, to: SlotState) -> Bool {
        transition(from: to, to: from) != nil
    }

    /// The states from the first to the last along drawn steps, the shortest way, both ends included; nil without a way.
    public static func path(from: SlotState = .draft, to: SlotState) -> [SlotState]? {
        var paths = [[from]]
        while !paths.isEmpty {
            if let found = paths.first(where: { $0.last == to }) { return found }
            // Every step leads onwards, so the search ends without a list of visited states.
            paths = paths.flatMap { path in
                transitions.filter { $0.from == path.last }.map { path + [$0.to] }
            }
        }
        return nil
    }
}
