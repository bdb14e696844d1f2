import ArgumentParser
import Domain
import Operations

/// Everything on file about one person, for whoever asks for their own data.
struct ParticipantExtract: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "extract",
        sv:
            "Allt som finns om en person (dataskyddsförordningen, artikel 15). Görs av samordnaren (--as) "
            + "och antecknas.",
        en: "Everything on file about one person (GDPR article 15). Made by the coordinator (--as), and put on record.",
        example: "praktik participant extract AMA K-114 --out utdrag.pdf --as karin")
    @OptionGroup var global: GlobalOptions
    @Argument(help: .phrase(sv: "Anvisarens kod.", en: "The referrer's code."), transform: value { try Code($0) })
    var referrer: Code
    @Argument(
        help: .phrase(sv: "Anvisarens referens.", en: "The referrer's reference."), transform: value { try Code($0) })
    var reference: Code
    @Option(help: .phrase(sv: "Filen som skrivs: .pdf eller .json.", en: "The file to write: .pdf or .json."))
    var out: String

    func validate() throws {
        guard out.hasSuffix(".pdf") || out.hasSuffix(".json") else {
            throw ValidationError(
                Phrase(sv: "Filens namn slutar på .pdf eller .json.", en: "The file's name ends in .pdf or .json.").help
            )
        }
    }

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let bytes =
                out.hasSuffix(".pdf")
                ? try await operations.printPersonalData(actor, referrer: referrer, reference: reference).bytes
                : try await operations.extractPersonalData(actor, referrer: referrer, reference: reference).json
            try context.write(bytes, to: out, about: reference)
        }
    }
}
