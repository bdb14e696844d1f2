import ArgumentParser
import Domain
import Operations

/// Why somebody got what they got, what stands between them and a slot, or what became of a slot's places.
struct MatchExplainCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "explain", sv: "Förklarar varför en deltagare fick eller inte fick en plats, eller vart en plats tog vägen.",
        en: "Explains why a participant got a place or did not, or what became of a slot.",
        example: "praktik match explain AMA/K-114 --slot PARK-1\npraktik match explain M-1 --slot PARK-1")

    @OptionGroup var global: GlobalOptions

    @Argument(
        help: .phrase(
            sv: "Deltagaren, eller matchningens kod.", en: "The participant, or the run's code.",
            valueName: "referrer/reference or run"))
    var subject: String?

    @Option(
        name: .customLong("participant"),
        help: .phrase(sv: "Deltagaren.", en: "The participant.", valueName: "referrer/reference"))
    var participantOption: String?

    @Option(
        help: .phrase(
            sv: "En plats att fråga om; utan deltagare förklaras platsen.",
            en: "A slot to ask about; without a participant the slot is explained.", valueName: "code"),
        transform: value { try Code($0) })
    var slot: Code?

    @Option(
        name: .customLong("run"),
        help: .phrase(
            sv: "Matchningens kod; annars den senaste.", en: "The run's code; else the newest.", valueName: "run"),
        transform: value { try Code($0) })
    var runOption: Code?

    /// A participant's name has a slash in it and a code has none.
    private var participant: String? {
        participantOption ?? subject.flatMap { $0.contains("/") ? $0 : nil }
    }

    func validate() throws {
        guard participant != nil || slot != nil else {
            throw ValidationError(
                Phrase(
                    sv: "Ange en deltagare (ANVISARE/REFERENS), en plats (--slot) eller båda.",
                    en: "Give a participant (REFERRER/REFERENCE), a slot (--slot) or both."
                ).help)
        }
    }

    func run(in context: CommandContext) async throws {
        let run = try runOption ?? subject.flatMap { $0.contains("/") ? nil : try Code($0) }
        try await context.withOperations { operations, actor in
            let report = ExplanationReport(output: context.output)
            let language = context.output.language
            if let participant {
                let explanation = try await operations.explainMatch(
                    actor, code: run, participant: participant, slot: slot
                ).explanation
                guard context.output.format == .table else {
                    return try context.output.writeJSON(MatchExplanationDocument(explanation, language: language))
                }
                report.write(explanation)
            } else if let slot {
                let explanation = try await operations.explainSlot(actor, code: run, slot: slot)
                guard context.output.format == .table else {
                    return try context.output.writeJSON(SlotExplanationDocument(explanation, language: language))
                }
                try report.write(explanation)
            }
        }
    }
}
