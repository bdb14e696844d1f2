import ArgumentParser
import Domain
import FoundationEssentials
import Operations

/// Where a document is to be put.
struct PrintOptions: ParsableArguments {
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code
    @Option(help: .phrase(sv: "Filen som skrivs.", en: "The file to write."))
    var out: String
}

struct AgreementPrint: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "print", sv: "Skriv överenskommelsen som PDF.", en: "Write the agreement as a PDF.",
        example: "praktik agreement print P-1 --out overenskommelse.pdf")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: PrintOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let document = try await operations.printAgreement(actor, code: options.code)
            try context.write(document.bytes, to: options.out, about: options.code)
        }
    }
}

struct PlacementCertificate: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "certificate", sv: "Skriv intyget om en genomförd praktik som PDF.",
        en: "Write the certificate of a completed placement as a PDF.",
        example: "praktik placement certificate P-1 --out intyg.pdf")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: PrintOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let document = try await operations.printCertificate(actor, code: options.code)
            try context.write(document.bytes, to: options.out, about: options.code)
        }
    }
}

extension CommandContext {
    /// Readable by whoever wrote it alone: it is about a person.
    func write(_ bytes: [UInt8], to path: String, about code: Code) throws {
        let isMade = FileManager.default.createFile(
            atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard isMade else { throw CommandError.fileNotWritten(path) }
        try output.changed(code, dryRun: false, Phrase(sv: "Skrivet till \(path).", en: "Written to \(path)."))
    }
}
