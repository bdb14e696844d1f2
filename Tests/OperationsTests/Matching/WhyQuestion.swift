import Domain
import Operations
import Store
import Testing

/// A pair or a slot somebody asks about.
struct WhyQuestion: CustomTestStringConvertible {
    let name: String
    var round: WhySituation
    /// AMA/K-1 and this slot; or the slot alone.
    let slot: String
    let sv: [String]
    let en: [String]

    var testDescription: String { name }

    init(
        _ name: String, _ slots: [SlotFacts], _ people: [PersonFacts], slot: String,
        _ change: (inout WhySituation) -> Void = { _ in }, sv: [String], en: [String]
    ) {
        self.name = name
        round = WhySituation(name: name, slots: slots, people: people, sv: [], en: [])
        change(&round)
        self.slot = slot
        self.sv = sv
        self.en = en
    }

    func toldOfPair() throws -> [Phrase] {
        let explanation = try MatchEngine.explain(
            round.result, round.inputs, round.parameters, run: Fixture.code("M-1"), participant: "AMA/K-1",
            slot: Fixture.code(slot))
        return [explanation.pair?.text].compactMap(\.self)
    }

    func toldOfSlot() throws -> [Phrase] {
        try MatchEngine.explain(
            round.result, round.inputs, round.parameters, run: Fixture.code("M-1"), slot: Fixture.code(slot)
        ).sentences
    }
}
