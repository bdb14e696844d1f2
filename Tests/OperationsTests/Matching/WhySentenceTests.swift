import Domain
import Operations
import Store
import Testing

/// The sentences a coordinator reads, word by word.
struct WhySentenceTests {
    @Test(arguments: WhySituation.rules + WhySituation.competition)
    func `somebody left out reads why`(situation: WhySituation) throws {
        try hold(situation.told(), situation.sv, situation.en)
    }

    @Test(arguments: WhySituation.placed)
    func `somebody placed reads why there`(situation: WhySituation) throws {
        try hold(situation.told(), situation.sv, situation.en)
    }

    @Test(arguments: WhyQuestion.pairs)
    func `a pair reads what it would take`(question: WhyQuestion) throws {
        try hold(question.toldOfPair(), question.sv, question.en)
    }

    @Test(arguments: WhyQuestion.slots)
    func `a slot reads where its places went`(question: WhyQuestion) throws {
        try hold(question.toldOfSlot(), question.sv, question.en)
    }

    private func hold(_ told: [Phrase], _ sv: [String], _ en: [String]) throws {
        #expect(told.map(\.sv) == sv)
        #expect(told.map(\.en) == en)
    }
}
