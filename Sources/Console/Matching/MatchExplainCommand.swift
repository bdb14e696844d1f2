import ArgumentParser
import Domain
import Operations

/// Why somebody got what they got, and what stands between them and a slot.
struct MatchExplainCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "explain", sv: "Förklarar varför en deltagare fick eller inte fick en plats.",
        en: "Explains why a participant got a place or did not.",
        example: "praktik match explain AMA/K-114 --slot PARK-1")

    @OptionGroup var global: GlobalOptions

    @Argument(help: .phrase(sv: "Deltagaren.", en: "The participant.", valueName: "referrer/reference"))
    var participant: String

    @Option(help: .phrase(sv: "En plats att fråga om.", en: "A slot to ask about.", valueName: "code"))
    var slot: String?

    @Option(
        name: .customLong("run"),
        help: .phrase(
            sv: "Matchningens kod; annars den senaste.", en: "The run's code; else the newest.", valueName: "run"))
    var matchRun: String?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let explanation = try await operations.explainMatch(
                actor, code: try matchRun.map { try $0.asCode("--run") }, participant: participant,
                slot: try slot.map { try $0.asCode("--slot") })
            if context.output.format == .table {
                ExplanationReport(explanation, context.output).write()
            } else {
                try context.output.writeJSON(MatchExplanationDocument(explanation, language: context.output.language))
            }
        }
    }
}

extension String {
    func asCode(_ option: String) throws(Refusal) -> Code {
        do { return try Code(self) } catch { throw .value(option, error) }
    }
}

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
            output.say(
                Phrase(
                    sv: "\(explanation.participant) fick \(placed.slot), \(placed.days): "
                        + "\(placed.score) poäng (\(sum(parts, .swedish))).",
                    en: "\(explanation.participant) got \(placed.slot), \(placed.days): "
                        + "\(placed.score) points (\(sum(parts, .english)))."))
        } else if let unplaced = explanation.unplaced {
            output.say(
                Phrase(
                    sv: "\(explanation.participant) fick ingen plats. \(unplaced.text.sv)",
                    en: "\(explanation.participant) got no place. \(unplaced.text.en)"))
            for miss in unplaced.nearMisses where miss.text != unplaced.text {
                output.say(Phrase(sv: "– \(miss.text.sv)", en: "– \(miss.text.en)"))
            }
        }
        for option in explanation.alternatives.prefix(2) {
            output.say(alternative(option))
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
            en: "Eligible for \(option.slot) too: \(option.score) points (\(sum(option.parts, .english))); \(taken.en)."
        )
    }

    private func write(_ pair: MatchExplanation.Pair) {
        if explanation.placed?.slot == pair.slot { return }
        if let option = pair.option {
            output.say(
                Phrase(
                    sv: "\(pair.slot): reglerna är uppfyllda, \(option.score) poäng; helheten blev bättre utan paret.",
                    en: "\(pair.slot): the rules are met, \(option.score) points; the whole came out better without it."
                ))
            return
        }
        for failure in pair.failures {
            output.say(Phrase(sv: "\(pair.slot): \(failure.text.sv)", en: "\(pair.slot): \(failure.text.en)"))
        }
    }

    private func sum(_ parts: [ScorePart: Int], _ language: Language) -> String {
        ScorePart.allCases.map { "\($0.label[language]) \(parts[$0] ?? 0)" }.joined(separator: ", ")
    }
}
