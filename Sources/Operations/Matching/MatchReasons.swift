import Domain
import Store

/// Says in words why somebody was not placed, without telling who was.
struct MatchReasons {
    private var why: MatchWhy
    private var question: MatchQuestion { why.question }

    init(_ why: MatchWhy) {
        self.why = why
    }

    mutating func reason(_ person: Int) -> MatchResult.Unplaced {
        let nearMisses = why.nearMisses(person)
        let competition = why.choices(of: person).isEmpty ? nil : why.competition(person)
        let (reason, phrase) =
            competition.map { ($0.reason, $0.sentence) }
            ?? question.reason(person, nearMisses.map { ($0.rule, $0.text.phrase) })
        return MatchResult.Unplaced(
            participant: question.inputs.people[person].label, reason: reason, text: StoredPhrase(phrase),
            nearMisses: nearMisses, competition: competition)
    }

    /// Somebody with protected identity: that there is one, and nothing more.
    static let leftOut = MatchResult.Unplaced(
        participant: "•••", reason: .leftOut,
        text: StoredPhrase(
            Phrase(
                sv: "Ingår inte i automatisk matchning; samordnaren placerar för hand.",
                en: "Not part of automatic matching; the coordinator places by hand.")),
        nearMisses: [])
}
