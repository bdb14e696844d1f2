import Domain
import Operations

/// An explanation in sentences.
struct ExplanationReport {
    private let explanation: MatchExplanation
    private let output: Output

    init(_ explanation: MatchExplanation, _ output: Output) {
        self.explanation = explanation
        self.output = output
    }

    func write() {
        if let placed = explanation.placed {
            let parts = Dictionary(
                uniqueKeysWithValues: ScorePart.allCases.map { ($0, placed.parts[$0.rawValue] ?? 0) })
            say(
                Phrase(
                    sv: "\(explanation.participant) fick \(placed.slot), \(placed.days): "
                        + "\(placed.score) poäng (\(sum(parts, .swedish))).",
                    en: "\(explanation.participant) got \(placed.slot), \(placed.days): "
                        + "\(placed.score) points (\(sum(parts, .english)))."))
        } else if let unplaced = explanation.unplaced {
            say(
                Phrase(
                    sv: "\(explanation.participant) fick ingen plats. \(unplaced.text.sv)",
                    en: "\(explanation.participant) got no place. \(unplaced.text.en)"))
            for miss in unplaced.nearMisses where miss.text != unplaced.text {
                say(Phrase(sv: "– \(miss.text.sv)", en: "– \(miss.text.en)"))
            }
        }
        for option in explanation.alternatives.prefix(2) {
            say(alternative(option))
        }
        if let pair = explanation.pair { write(pair) }
    }

    private func alternative(_ option: MatchExplanation.Alternative) -> Phrase {
        let taken =
            option.isFull
            ? Phrase(sv: "alla dess platser gick till andra", en: "all its places went to others")
            : Phrase(sv: "den har plats kvar", en: "it has places left")
        return Phrase(
            sv:
                "Behörig också till \(option.slot): \(option.score) poäng (\(sum(option.parts, .swedish))); \(taken.sv).",
            en: "Eligible for \(option.slot): \(option.score) points (\(sum(option.parts, .english))); \(taken.en)."
        )
    }

    private func write(_ pair: MatchExplanation.Pair) {
        if explanation.placed?.slot == pair.slot { return }
        if let option = pair.option {
            say(
                Phrase(
                    sv: "\(pair.slot): reglerna är uppfyllda, \(option.score) poäng; helheten blev bättre utan paret.",
                    en: "\(pair.slot): the rules are met, \(option.score) points; the whole came out better without it."
                ))
            return
        }
        for failure in pair.failures {
            say(Phrase(sv: "\(pair.slot): \(failure.text.sv)", en: "\(pair.slot): \(failure.text.en)"))
        }
    }

    private func say(_ phrase: Phrase) {
        output.paragraph(phrase[output.language], indent: 2)
    }

    private func sum(_ parts: [ScorePart: Int], _ language: Language) -> String {
        ScorePart.allCases.map { "\($0.label[language]) \(parts[$0] ?? 0)" }.joined(separator: ", ")
    }
}
