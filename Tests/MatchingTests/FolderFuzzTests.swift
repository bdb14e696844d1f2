import Matching
import Testing

/// Spoilt folders: a sentence or a proven answer, never a crash.
struct FolderFuzzTests {
    @Test func `no bytes crash the reader, and what it accepts is solved and proven`() throws {
        var accepted = 0
        for seed in 0..<UInt64(cases(5_000, long: 100_000)) {
            var random = RandomSource(seed ^ 0xF022)
            var folder = random.chance(50) ? MemoryFolder() : ruled(&random)
            folder.pieceSize = 1 + random.below(40)
            for _ in 0...random.below(2) {
                spoil(&folder, &random)
            }
            let reader = InstanceFolder(
                source: folder, ignoringGroups: random.chance(20), keepingWishes: random.chance(70))
            guard let instance = try? reader.contents(keepBonus: random.below(1001)).instance else { continue }
            accepted += 1
            try prove(instance, "seed \(seed)")
        }
        #expect(accepted > 500)
    }

    /// Instances that are well-formed and strange: nobody, nowhere, no places, everything at its limit.
    @Test func `instances at the edges of what is allowed are solved and proven`() throws {
        for seed in 0..<UInt64(cases(1_000, long: 20_000)) {
            var random = RandomSource(seed ^ 0xED6E)
            let extremes = [0, 1, 999, 1000]
            let capacities = [0, 0, 1, 2, 1_000_000]
            let agents = (0..<random.below(7)).map {
                Instance.Agent(key: .max - UInt64($0), priority: random.chance(50) ? 9 : 0)
            }
            let seats = (0..<random.below(5)).map {
                Instance.Seat(
                    key: UInt64($0), capacity: capacities[random.below(5)], group: random.chance(50) ? 0 : nil)
            }
            let groups = [Instance.Group(key: 0, maximum: capacities[random.below(5)], minimum: random.below(2))]
            let density = random.below(101)
            var edges: [Instance.Edge] = []
            for agent in agents.indices {
                for seat in seats.indices where random.chance(density) {
                    edges.append(
                        .init(
                            agent: agent, seat: seat, score: extremes[random.below(4)], wish: extremes[random.below(4)])
                    )
                }
            }
            if random.chance(20), let twice = edges.first {
                #expect(throws: InstanceError.repeatedPair(agent: twice.agent, seat: twice.seat)) {
                    try Instance(agents: agents, seats: seats, groups: groups, edges: edges + [twice])
                }
            }
            let instance = try Instance(agents: agents, seats: seats, groups: groups, edges: edges, seed: .max)
            try prove(instance, "seed \(seed)")
        }
    }

    @Test func `sums beyond 2 to the 31 are exact or refused`() throws {
        // A thousand seats of a million places each: 10⁹ places, whose scores could sum to 10¹².
        let seats = (0..<3_000).map { Instance.Seat(key: UInt64($0), capacity: 1_000_000, group: 0) }
        let agents = (0..<50).map { Instance.Agent(key: UInt64($0), priority: $0 % 10) }
        let edges = agents.indices.map { Instance.Edge(agent: $0, seat: 2_999 - $0, score: 1000, wish: 1000) }
        let group = Instance.Group(key: 0, maximum: 1_000_000, minimum: 1_000_000)
        let instance = try Instance(agents: agents, seats: seats, groups: [group], edges: edges, keepBonus: 1000)
        let result = StableSolver(instance).solve()
        try StabilityCheck.verify(result, for: instance)
        #expect(result.objective.score == 50_000)
        #expect(result.objective.shortfall == 999_950)

        let minima = (0..<100_000).map { Instance.Group(key: UInt64($0), maximum: 1_000_000, minimum: 1_000_000) }
        let many = (0..<1_000_000).map { Instance.Agent(key: UInt64($0)) }
        #expect(throws: InstanceError.objectiveTooLarge) {
            try Instance(agents: many, seats: seats, groups: minima, edges: [])
        }

        var folder = MemoryFolder()
        let slots = "slot,capacity,department,supervisor,area\n0,1000000,9999999999,9999999999,0\n1,2147483648,0,0,0\n"
        folder.files[.slots] = Array(slots.utf8)
        let expected = InstanceFolderError(
            file: .slots, line: 3, column: "capacity", fault: .outOfRange(0..<1_000_001))
        #expect(throws: expected) { try InstanceFolder(source: folder).read() }
    }

    private func prove(_ instance: Instance, _ label: String) throws {
        let stable = StableSolver(instance).solve()
        #expect(throws: Never.self, "\(label)") { try StabilityCheck.verify(stable, for: instance) }
        let best = Solver(instance).solve()
        #expect(throws: Never.self, "\(label)") { try CertificateCheck.verify(best, for: instance) }
        #expect(best.objective >= stable.objective, "\(label)")
    }

    /// A folder with some of the rules.
    private func ruled(_ random: inout RandomSource) -> MemoryFolder {
        let share = 20 + random.below(80)
        var rules: [InstanceFile: String] = [:]
        for file in InstanceFile.allCases {
            rules[file] = random.chance(share) ? MemoryFolder.allRules[file] : nil
        }
        return MemoryFolder(rules: rules)
    }

    private func spoil(_ folder: inout MemoryFolder, _ random: inout RandomSource) {
        let file = InstanceFile.allCases[random.below(InstanceFile.allCases.count)]
        var bytes = folder.files[file] ?? []
        let at = random.below(bytes.count + 1)
        switch random.below(6) {
        case 0: bytes = (0..<random.below(60)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        case 1: bytes.removeSubrange(at...)
        case 2: bytes.insert(contentsOf: bytes.prefix(at), at: at)
        case 3: bytes.insert(Array("0123456789,\n\r-{}\"".utf8)[random.below(17)], at: at)
        case 4 where at < bytes.count: bytes[at] = Array("0123456789,\n".utf8)[random.below(12)]
        case 5 where at < bytes.count: bytes.remove(at: at)
        default: folder.files[file] = nil; return
        }
        folder.files[file] = bytes
    }
}
