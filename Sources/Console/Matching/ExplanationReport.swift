import Domain
import Operations

/// An explanation, a sentence a line.
struct ExplanationReport {
    let output: Output

    func write(_ explanation: MatchExplanation) {
        say(explanation.sentences)
    }

    /// With the people who could have come, as far as they were followed.
    func write(_ explanation: SlotExplanation) throws {
        say(explanation.sentences)
        let followed = explanation.candidates.filter { $0.forced != nil }
        guard !followed.isEmpty else { return }
        output.heading(Phrase(sv: "Kunde ha fått en plats här", en: "Could have had a place here"))
        var table = Table(
            .init("participant", sv: "Deltagare", en: "Participant"), .init("got", sv: "Fick", en: "Got"),
            .init("difference", sv: "Poäng mer där", en: "Points more there"),
            .init("cost", sv: "Att ha hen här", en: "To have them here"))
        for candidate in followed {
            table.add(
                .text(candidate.participant), Cell(candidate.got?.rawValue),
                candidate.difference.map(Cell.integer) ?? .empty,
                .text(candidate.forced?.cost[output.language] ?? ""))
        }
        try output.list(table)
    }

    private func say(_ sentences: [Phrase]) {
        for sentence in sentences {
            output.paragraph(sentence[output.language], indent: 2)
        }
    }
}
