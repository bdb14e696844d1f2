import Domain
import FoundationEssentials
import Operations
import Store
import Testing

/// What explanations claim, held against solving the round anew.
struct WhyAgreementTests {
    private static let rounds: UInt64 =
        ProcessInfo.processInfo.environment["PRAKTIK_LONG"] == "1" ? 1_000 : 40

    @Test func `a forced pair costs what the round costs with the pair locked`() throws {
        var pairs = 0
        for seed in 0..<Self.rounds {
            var random = SplitMix64(seed: seed)
            let round = WhyRound(&random, seed: seed)
            let (inputs, parameters) = (round.inputs, round.parameters)
            guard let result = try? MatchEngine.compute(inputs, parameters) else { continue }
            let before = WhyRound.levels(result)
            for person in inputs.people {
                let slot = try #require(inputs.slots.randomElement(using: &random)).code
                let explanation = try MatchEngine.explain(
                    result, inputs, parameters, run: Fixture.code("M-1"), participant: person.label, slot: slot)
                let pair = try #require(explanation.pair)
                guard pair.standing != .ineligible, pair.standing != .ruledOut, pair.standing != .given else {
                    continue
                }
                let forced = WhyRound.best(
                    inputs, parameters, locking: MatchPair(participant: person.label, slot: slot))
                let told = pair.forced.map { forced in
                    zip(
                        before,
                        forced.placedByPriority.reversed() + [-forced.shortfall, forced.points, forced.kept]
                    ).map { $0 + $1 }
                }
                #expect(told == forced, "seed \(seed), \(person.label) at \(slot)")
                #expect((pair.standing == .possible) == (forced != nil), "seed \(seed), \(person.label) at \(slot)")
                #expect(pair.forced?.verdict != .better, "seed \(seed)")
                pairs += 1
            }
        }
        #expect(pairs > Self.rounds)
    }

    @Test func `a near miss would place whom the round with the requirement met places`() throws {
        var (misses, placed, draws) = (0, 0, 0)
        for seed in 0..<Self.rounds {
            var random = SplitMix64(seed: seed)
            let round = WhyRound(&random, seed: seed)
            let (inputs, parameters) = (round.inputs, round.parameters)
            guard let result = try? MatchEngine.compute(inputs, parameters) else { continue }
            for left in result.unplaced {
                for miss in left.nearMisses where miss.rule == .licence {
                    let slot = try #require(miss.slots.first)
                    let position = try #require(round.slots.firstIndex { $0.code == slot })
                    var met = inputs
                    let person = try #require(met.people.firstIndex { $0.label == left.participant })
                    met.people[person].referrals[0].licences.append(WhyRound.licence(position))
                    let pair = MatchPair(participant: left.participant, slot: slot)
                    let with = WhyRound.best(met, parameters, locking: pair)
                    let without = WhyRound.best(met, parameters, forbidding: pair)
                    let gains = with.flatMap { with in without.map { $0.lexicographicallyPrecedes(with) } } ?? false
                    let isDraw = with != nil && with == without
                    #expect(miss.wouldPlace == (gains ? miss.places : 0), "seed \(seed), \(pair)")
                    #expect(miss.byDraw == (isDraw ? miss.places : 0), "seed \(seed), \(pair)")
                    misses += 1
                    placed += gains ? 1 : 0
                    draws += isDraw ? 1 : 0
                }
            }
        }
        #expect(misses > Self.rounds / 2 && placed > 0 && placed < misses, "\(misses), \(placed), \(draws)")
    }

    @Test func `nothing said or stored about one person names another`() throws {
        for seed in 0..<Self.rounds / 2 {
            var random = SplitMix64(seed: seed)
            let round = WhyRound(&random, seed: seed)
            let (inputs, parameters) = (round.inputs, round.parameters)
            guard let result = try? MatchEngine.compute(inputs, parameters) else { continue }
            let references = inputs.people.flatMap(\.referrals).map { ($0.label, $0.reference.rawValue) }
            func names(_ text: String, besides label: String) -> [String] {
                references.filter { $0.0 != label && text.contains($0.1) }.map(\.0)
            }
            for person in inputs.people {
                for slot in inputs.slots.map(\.code) {
                    let explanation = try MatchEngine.explain(
                        result, inputs, parameters, run: Fixture.code("M-1"), participant: person.label, slot: slot)
                    let said = explanation.sentences.flatMap { [$0.sv, $0.en] }.joined(separator: "\n")
                    #expect(names(said, besides: person.label).isEmpty, "seed \(seed): \(said)")
                }
            }
            for left in result.unplaced {
                let stored = String(decoding: try JSONEncoder().encode(left), as: UTF8.self)
                #expect(names(stored, besides: left.participant).isEmpty, "seed \(seed): \(stored)")
            }
        }
    }
}
