import FoundationEssentials
import Matching
import TestSupport
import Testing

/// The PyPI library `matching` as second opinion on stable mode.
@Suite(.enabled(if: Oracle.interpreter != nil, Comment(rawValue: Oracle.absence)))
struct StableOracleTests {
    private struct Asked: Encodable {
        var participants: Int
        var capacities: [Int]
        var edges: [[Int]]
        var supervisors: [Int]?
        var maxima: [Int]?
    }

    @Test func `500 random instances have the library's participant-optimal result`() async throws {
        try await compare(500, salt: 0x4052) { random in
            Self.random(&random, ranking: { $0.below(1001) })
        }
    }

    @Test func `with few different wishes and scores, ties fall as stated`() async throws {
        try await compare(cases(100, long: 500), salt: 0x71E5) { random in
            Self.random(&random, ranking: { $0.below(3) })
        }
    }

    @Test func `random instances with supervisors' maxima have the library's student-optimal result`() async throws {
        try await compare(cases(200, long: 500), salt: 0x5BA5) { random in
            var asked = Self.random(&random, ranking: { $0.below(1001) })
            let count = 1 + random.below(6)
            let supervisors = asked.capacities.map { _ in random.below(count) }
            asked.maxima = (0..<count).map { _ in 1 + random.below(6) }
            // A supervisor of the library's ranks persons, not pairs: one score for all its slots.
            var scores: [[Int]: Int] = [:]
            for index in asked.edges.indices {
                let (agent, seat) = (asked.edges[index][0], asked.edges[index][1])
                let score = scores[[agent, supervisors[seat]]] ?? random.below(1001)
                scores[[agent, supervisors[seat]]] = score
                asked.edges[index][2] = score
            }
            asked.supervisors = supervisors
            return asked
        }
    }

    private func compare(
        _ count: Int, salt: UInt64, _ make: (inout RandomSource) -> Asked
    ) async throws {
        let asked = (0..<UInt64(count)).map { seed in
            var random = RandomSource(seed ^ salt)
            return make(&random)
        }
        let lines = try asked.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        let answers = try await Oracle.ask("stable.py", lines)
        #expect(answers.count == count)
        for (seed, (asked, answer)) in zip(asked, answers).enumerated() {
            let expected = try JSONDecoder().decode([Int].self, from: Data(answer.utf8))
            let instance = try instance(asked)
            let result = StableSolver(instance).solve()
            #expect(result.seatOfAgent.map { $0 ?? -1 } == expected, "seed \(seed)")
            try StabilityCheck.verify(result, for: instance)
        }
    }

    private func instance(_ asked: Asked) throws -> Instance {
        try Instance(
            agents: (0..<asked.participants).map { .init(key: UInt64($0)) },
            seats: asked.capacities.enumerated().map {
                .init(key: UInt64($0), capacity: $1, group: asked.supervisors?[$0])
            },
            groups: (asked.maxima ?? []).enumerated().map { .init(key: UInt64($0), maximum: $1) },
            edges: asked.edges.map { .init(agent: $0[0], seat: $0[1], score: $0[2], wish: $0[3]) })
    }

    private static func random(
        _ random: inout RandomSource, ranking: (inout RandomSource) -> Int
    ) -> Asked {
        let (participants, slots) = (1 + random.below(50), 1 + random.below(20))
        let density = 5 + random.below(60)
        var asked = Asked(participants: participants, capacities: [], edges: [])
        asked.capacities = (0..<slots).map { _ in random.below(4) }
        for agent in 0..<participants {
            for seat in 0..<slots where random.chance(density) {
                asked.edges.append([agent, seat, ranking(&random), ranking(&random)])
            }
        }
        return asked
    }
}
