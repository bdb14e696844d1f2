import Domain
import Testing

struct LifecycleTests {
    /// The drawn steps, written out a second time.
    static let drawn: [PlacementState: Set<PlacementState>] = [
        .proposed: [.accepted, .declined, .lapsed, .withdrawn, .cancelledByHost],
        .accepted: [.agreed, .withdrawn, .cancelledByHost],
        .agreed: [.started, .noShow, .withdrawn, .cancelledByHost],
        .started: [.completed, .interrupted],
    ]

    @Test(arguments: PlacementState.allCases, PlacementState.allCases)
    func `only the drawn transitions are legal`(from: PlacementState, to: PlacementState) {
        let isDrawn = Self.drawn[from, default: []].contains(to)
        #expect((PlacementLifecycle.transition(from: from, to: to) != nil) == isDrawn)
        #expect(PlacementLifecycle.isCorrection(from: to, to: from) == isDrawn)
    }

    @Test(arguments: PlacementState.allCases)
    func `every state is reached along drawn steps`(state: PlacementState) throws {
        let path = try #require(PlacementLifecycle.path(to: state))
        #expect(path.first == .proposed)
        #expect(path.last == state)
        for (from, to) in zip(path, path.dropFirst()) {
            #expect(Self.drawn[from, default: []].contains(to))
        }
        #expect(path.count <= 5)
    }

    @Test func `nothing leads backwards`() {
        #expect(PlacementLifecycle.path(from: .completed, to: .started) == nil)
        #expect(PlacementLifecycle.path(from: .declined, to: .accepted) == nil)
        #expect(PlacementLifecycle.path(from: .accepted, to: .accepted) == [.accepted])
        #expect(PlacementLifecycle.path(from: .accepted, to: .completed) == [.accepted, .agreed, .started, .completed])
    }

    @Test(arguments: PlacementLifecycle.transitions)
    func `the coordinator and the operator may take every step but those of the sides alone`(
        transition: PlacementTransition
    ) {
        #expect(transition.roles.contains(.operator))
        #expect(transition.roles.contains(.coordinator) == (transition.to != .declined))
        #expect(!transition.roles.contains(.statistician))
    }

    @Test func `who may take a step is as the table says`() throws {
        func roles(_ from: PlacementState, _ to: PlacementState) throws -> Set<Role> {
            try #require(PlacementLifecycle.transition(from: from, to: to)).roles.subtracting([.operator])
        }
        #expect(try roles(.proposed, .accepted) == [.coordinator])
        #expect(
            PlacementLifecycle.transition(from: .proposed, to: .accepted)?.together == [.registrar, .participant])
        #expect(try roles(.proposed, .declined) == [.registrar, .participant])
        #expect(try roles(.proposed, .lapsed) == [.clock, .coordinator])
        #expect(try roles(.agreed, .withdrawn) == [.participant, .referrer, .coordinator])
        #expect(try roles(.agreed, .cancelledByHost) == [.registrar, .coordinator])
        #expect(try roles(.agreed, .noShow) == [.registrar, .supervisor, .coordinator])
        #expect(try roles(.started, .interrupted) == [.registrar, .supervisor, .referrer, .coordinator])
    }

    @Test func `the named sets of states`() {
        #expect(PlacementState.occupying == [.accepted, .agreed, .started, .completed])
        #expect(PlacementState.ended == [.completed, .interrupted])
        #expect(PlacementState.open == Set(Self.drawn.keys))
        #expect(PlacementState.final.isDisjoint(with: PlacementState.open))
        #expect(PlacementState.final.count + PlacementState.open.count == PlacementState.allCases.count)
    }

    @Test(arguments: SlotState.allCases, SlotState.allCases)
    func `a slot's steps`(from: SlotState, to: SlotState) {
        let drawn: Set<[SlotState]> = [[.draft, .offered], [.offered, .closed], [.offered, .withdrawn]]
        #expect((SlotLifecycle.transition(from: from, to: to) != nil) == drawn.contains([from, to]))
        #expect(SlotLifecycle.isCorrection(from: from, to: to) == drawn.contains([to, from]))
        #expect(
            (SlotLifecycle.path(from: from, to: to) != nil)
                == (from == to || from == .draft || from == .offered && to != .draft))
    }
}
