import Matching
import Testing

/// The files that add rules to a folder.
struct FolderRulesTests {
    private func read(_ rules: [InstanceFile: String], keepBonus: Int = 0) throws -> FolderContents {
        try InstanceFolder(source: MemoryFolder(rules: rules), keepingWishes: true).contents(keepBonus: keepBonus)
    }

    @Test func `without them there are no rules`() throws {
        let instance = try read([:]).instance
        #expect(instance.groups.isEmpty && instance.cohorts.isEmpty)
        #expect(instance.locks.isEmpty && instance.previous.isEmpty)
        #expect(instance.seats.map(\.capacity) == [2, 1, 1])
        #expect(instance.edges(of: 3).map(\.wish) == [5, 6])
    }

    @Test func `slot, supervisor and department nest`() throws {
        let instance = try read([
            .supervisors: "supervisor,maximum,minimum\n10,2,1\n", .departments: "department,maximum,minimum\n5,3,2\n",
        ]).instance
        let bounds = instance.seats.indices.map { seat in
            instance.groups(of: seat).map { [instance.groups[$0].maximum, instance.groups[$0].minimum] }
        }
        #expect(bounds == [[[2, 1], [3, 2]], [[2, 1], [3, 2]], [[3, 2]]])
        let supervisorsOnly = try read([.supervisors: "supervisor,maximum,minimum\n11,0,0\n"]).instance
        #expect(supervisorsOnly.seats.map(\.group) == [nil, nil, 0])
    }

    @Test func `a share is a seat of its own for the referrer's participants`() throws {
        let contents = try read([
            .shares: "slot,referrer,places\n0,70,1\n", .referrals: "participant,referrer\n3,70\n",
        ])
        let instance = contents.instance
        #expect(instance.seats.map(\.capacity) == [1, 1, 1, 2])
        #expect(instance.edges(of: 3).map(\.seat) == [3, 2])
        #expect(instance.edges(of: 2).map(\.seat) == [0, 1, 2])
        #expect((0..<4).map(contents.slot(of:)) == [0, 1, 2, 0])
        #expect(instance.groups(of: 0).map { $0 } == instance.groups(of: 3).map { $0 })
        // The others have one place of slot 0 between them, and participant 3 has the other however it scores.
        let result = StableSolver(instance).solve()
        #expect(result.seatOfAgent.compactMap(\.self).count { contents.slot(of: $0) == 0 } <= 2)
        #expect(result.seatOfAgent.count { $0 == 0 } == 1)
    }

    @Test func `referrers' minima, locks, bans and previous pairs`() throws {
        let instance = try read(MemoryFolder.allRules, keepBonus: 30).instance
        #expect(instance.cohorts.map(\.minimum) == [1, 4])
        #expect(instance.agents.map(\.cohort) == [nil, nil, 1, 0])
        #expect(instance.locks == [2: 2])
        #expect(instance.edges(of: 0).map(\.seat) == [0])
        #expect(instance.edges(of: 1).map(\.seat) == [2])
        // The previous pair of participant 0 is forbidden now, and let pass.
        #expect(instance.previous == [1: 2])
        #expect(instance.keepBonus == 30)
        // Whoever is not listed, and whatever has no slots, counts as missing.
        let result = StableSolver(instance).solve()
        try StabilityCheck.verify(result, for: instance)
        #expect(result.objective.shortfall == 1 + 3)
    }

    @Test func `a share, a lock and a previous pair meet on the referrer's seat`() throws {
        let contents = try read([
            .shares: "slot,referrer,places\n0,70,2\n", .referrals: "participant,referrer\n3,70\n",
            .locked: "participant,slot\n3,0\n", .previous: "participant,slot\n3,0\n",
        ])
        #expect(contents.instance.locks == [3: 3])
        #expect(contents.instance.previous == [3: 3])
    }

    private typealias Fault = InstanceFolderError

    private static let faults: [([InstanceFile: String], InstanceFolderError)] = [
        (
            [.supervisors: "supervisor,maximum\n"],
            Fault(file: .supervisors, line: 1, fault: .wrongHeader(expected: "supervisor,maximum,minimum"))
        ),
        (
            [.supervisors: "supervisor,maximum,minimum\n4,1,0\n4,1,0\n"],
            Fault(file: .supervisors, line: 3, column: "supervisor", fault: .notAscending)
        ),
        (
            [.departments: "department,maximum,minimum\n4,1000001,0\n"],
            Fault(file: .departments, line: 2, column: "maximum", fault: .outOfRange(0..<1_000_001))
        ),
        (
            [
                .departments: "department,maximum,minimum\n",
                .slots: "slot,capacity,department,supervisor,area\n0,2,5,10,0\n1,1,6,10,0\n2,1,5,11,0\n",
            ],
            Fault(
                file: .slots, line: 3, column: "supervisor",
                fault: .inTwoDepartments(supervisor: 10, first: 5, again: 6))
        ),
        (
            [.shares: "slot,referrer,places\n0,70,3\n"],
            Fault(file: .shares, line: 2, column: "places", fault: .outOfRange(0..<3))
        ),
        (
            [.shares: "slot,referrer,places\n3,70,1\n"],
            Fault(file: .shares, line: 2, column: "slot", fault: .outOfRange(0..<3))
        ),
        (
            [.shares: "slot,referrer,places\n0,70,1\n0,71,1\n"],
            Fault(file: .shares, line: 3, column: "slot", fault: .notAscending)
        ),
        (
            [.referrals: "participant,referrer\n4,70\n"],
            Fault(file: .referrals, line: 2, column: "participant", fault: .outOfRange(0..<4))
        ),
        (
            [.referrals: "participant,referrer\n1,70\n1,71\n"],
            Fault(file: .referrals, line: 3, column: "participant", fault: .notAscending)
        ),
        (
            [.referrers: "referrer,minimum\n1,\n"],
            Fault(file: .referrers, line: 2, column: "minimum", fault: .missingValue)
        ),
        (
            [.locked: "participant,slot\n0,0\n3,1\n"],
            Fault(file: .locked, line: 3, fault: .notEligible)
        ),
        (
            [.locked: "participant,slot\n0,1\n", .forbidden: "participant,slot\n0,1\n"],
            Fault(file: .locked, line: 2, fault: .notEligible)
        ),
        (
            [.locked: "participant,slot\n0,0\n0,1\n"],
            Fault(file: .locked, line: 3, column: "participant", fault: .notAscending)
        ),
        (
            [.locked: "participant,slot\n0,1\n1,0\n2,1\n"],
            Fault(file: .locked, line: 4, fault: .lockedBeyond(1))
        ),
        (
            [
                .locked: "participant,slot\n0,1\n1,2\n2,0\n",
                .departments: "department,maximum,minimum\n5,2,0\n",
            ],
            Fault(file: .locked, line: 4, fault: .lockedBeyond(2))
        ),
        (
            [.forbidden: "participant,slot\n1,1\n1,1\n"],
            Fault(file: .forbidden, line: 3, fault: .notSorted)
        ),
        (
            [.previous: "participant,slot\n1,3\n"],
            Fault(file: .previous, line: 2, column: "slot", fault: .outOfRange(0..<3))
        ),
    ]

    @Test(arguments: 0..<17)
    func `each fault is named with its file, line and column`(index: Int) {
        #expect(Self.faults.count == 17)
        let (rules, expected) = Self.faults[index]
        #expect(throws: expected) { try read(rules) }
    }
}
