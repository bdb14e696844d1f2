/// The one table of a placement's steps: commands, pages, the database's check and the documentation are held to it.
///
/// The host acts through its registrar. The operator, who acts on the console, may do what the coordinator may.
public enum PlacementLifecycle {
    public static let transitions: [PlacementTransition] = [
        PlacementTransition(
            .proposed, .accepted, coordinators, together: [.registrar, .participant], .placeAndPersonFree),
        PlacementTransition(
            .proposed, .declined, [.registrar, .participant, .operator], onBehalf: coordinators, .reason),
        PlacementTransition(.proposed, .lapsed, coordinators.union([.clock]), .answerOverdue),
        PlacementTransition(.proposed, .withdrawn, withdrawers, .reason),
        PlacementTransition(.proposed, .cancelledByHost, hosts, .reason),
        // Whoever gives the last of the approvals takes it.
        PlacementTransition(.accepted, .agreed, hosts.union(withdrawers), .approvalsAndChecks),
        PlacementTransition(.accepted, .withdrawn, withdrawers, .reason),
        PlacementTransition(.accepted, .cancelledByHost, hosts, .reason),
        PlacementTransition(.agreed, .started, witnesses, .firstDayReached),
        PlacementTransition(.agreed, .noShow, witnesses, .firstDayReached),
        PlacementTransition(.agreed, .withdrawn, withdrawers, .reason),
        PlacementTransition(.agreed, .cancelledByHost, hosts, .reason),
        PlacementTransition(.started, .completed, witnesses, .lastDayReached),
        PlacementTransition(.started, .interrupted, witnesses.union([.referrer]), .lastDayAndCause),
    ]

    private static let coordinators: Set<Role> = [.coordinator, .operator]
    private static let hosts: Set<Role> = coordinators.union([.registrar])
    private static let witnesses: Set<Role> = hosts.union([.supervisor])
    private static let withdrawers: Set<Role> = coordinators.union([.participant, .referrer])

    /// Who may give a party's answer for it, on a ground.
    public static let substitutes: Set<Role> = coordinators

    /// Who may take back a wrong step, with a reason.
    public static let correctors: Set<Role> = coordinators

    /// The drawn step between two states, if there is one.
    public static func transition(from: PlacementState, to: PlacementState) -> PlacementTransition? {
        transitions.first { $0.from == from && $0.to == to }
    }

    /// Whether going from one state to the other takes back exactly one drawn step.
    public static func isCorrection(from: PlacementState, to: PlacementState) -> Bool {
        transition(from: to, to: from) != nil
    }

    /// The states from the first to the last along drawn steps, the shortest way, both ends included; nil without a way.
    public static func path(from: PlacementState = .proposed, to: PlacementState) -> [PlacementState]? {
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

extension PlacementState {
    /// Occupy all their days. An interrupted placement occupies its days until its end; see `occupiesUntilEnd`.
    public static let occupying: Set<PlacementState> = [.accepted, .agreed, .started, .completed]

    /// Occupy days at all: the occupying states and interrupted, whose period ends on its last day.
    public static let occupiesUntilEnd: Set<PlacementState> = occupying.union([.interrupted])

    /// Begun and over.
    public static let ended: Set<PlacementState> = [.completed, .interrupted]

    /// Not yet over: a person or a place in one of these is left out of matching for its days.
    public static let open: Set<PlacementState> = [.proposed, .accepted, .agreed, .started]

    /// No step leads on from here.
    public static let final: Set<PlacementState> = Set(allCases).subtracting(open)
}
