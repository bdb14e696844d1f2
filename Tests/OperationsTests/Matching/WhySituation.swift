import Domain
import Operations
import Store
import Testing

/// Somebody in a round, and what a coordinator is told about them.
struct WhySituation: CustomTestStringConvertible {
    let name: String
    let slots: [SlotFacts]
    let people: [PersonFacts]
    var supervisors: [SupervisorFacts] = []
    var units: [UnitFacts] = []
    var previous: [MatchPair] = []
    var parameters = MatchParameters(roundStart: Fixture.start, seed: 1)
    /// The sentences about AMA/K-1.
    let sv: [String]
    let en: [String]

    var testDescription: String { name }

    var inputs: MatchInputs {
        MatchInputs(slots: slots, people: people, supervisors: supervisors, units: units, previous: previous)
    }

    var result: MatchResult {
        get throws { try MatchEngine.compute(inputs, parameters) }
    }

    /// The sentences as `match explain AMA/K-1` has them.
    func told() throws -> [Phrase] {
        try MatchEngine.explain(
            result, inputs, parameters, run: Fixture.code("M-1"), participant: "AMA/K-1"
        ).sentences
    }
}

/// What the tests of these situations need often.
enum Who {
    static func me(_ change: (inout ReferralFacts) -> Void = { _ in }) -> PersonFacts {
        Fixture.person("AMA/K-1", change)
    }

    static func other(_ number: Int = 2, _ change: (inout ReferralFacts) -> Void = { _ in }) -> PersonFacts {
        Fixture.person("AMA/K-\(number)", change)
    }

    /// Of two who are equal over one place, it is not AMA/K-1 that is drawn.
    static let unlucky =
        (0..<100 as Range<UInt64>).lazy.map { seed in parameters { $0.seed = seed } }.first { parameters in
            let inputs = MatchInputs(slots: [Fixture.slot("PARK")], people: [me(), other()])
            return (try? MatchEngine.compute(inputs, parameters))?.pairs.first?.participant == "AMA/K-2"
        } ?? parameters { _ in }

    static func parameters(_ change: (inout MatchParameters) -> Void) -> MatchParameters {
        var parameters = MatchParameters(roundStart: Fixture.start, seed: 1)
        change(&parameters)
        return parameters
    }
}
