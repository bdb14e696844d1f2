import ArgumentParser
import Domain
import FoundationEssentials
import Operations

/// `praktik voice language …`
struct VoiceLanguageCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "language", sv: "Deltagarnas sidor på fler språk än svenska och engelska.",
        en: "The participants' pages in more languages than Swedish and English.",
        example: "praktik voice language template\npraktik voice language load ar ar.csv --dry-run",
        subcommands: [
            VoiceLanguageList.self, VoiceLanguageTemplate.self, VoiceLanguageLoad.self, VoiceLanguageRemove.self,
        ])
}

struct VoiceLanguageList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Lista språken som är inlästa.", en: "List the languages that are loaded.",
        example: "praktik voice language list")
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table(.init("code", sv: "Kod", en: "Code"), .init("name", sv: "Namn", en: "Name"))
            for one in try await operations.voiceLanguages(actor) { table.add(Cell(one.code), Cell(one.name)) }
            try context.output.list(
                table,
                empty: Phrase(
                    sv: "Bara svenska och engelska; praktik voice language template ger en fil att översätta.",
                    en: "Swedish and English only; praktik voice language template gives a file to translate."))
        }
    }
}

struct VoiceLanguageTemplate: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "template", sv: "Skriv ut en fil att översätta: varje text med sin nyckel.",
        en: "Print a file to translate: every text with its key.",
        example: "praktik voice language template --language en")
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        context.output.write(VoiceTextFile.template(in: context.output.language))
    }
}

struct VoiceLanguageLoad: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "load", sv: "Läs in ett språks fil: alla texter, eller ingen och varje fel med rad.",
        en: "Load a language's file: every text, or none and each fault with its line.",
        example: "praktik voice language load ar ar.csv --dry-run")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Språkets kod, till exempel ar.", en: "The language's code, such as ar.")) var code:
        String
    @Argument(help: .phrase(sv: "CSV-filen: key;text.", en: "The CSV file: key;text.", valueName: "file")) var file:
        String

    func run(in context: CommandContext) async throws {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw UnreadableFile(path: file, failure: CocoaError(.fileReadNoSuchFile))
        }
        try await context.withOperations { operations, actor in
            try await operations.loadVoiceLanguage(actor, code, file: Array(bytes), dryRun: change.dryRun)
            try context.output.changed(
                try Code(code), dryRun: change.dryRun,
                Phrase(sv: "Språket \(code) är inläst.", en: "The language \(code) is loaded."))
        }
    }
}

struct VoiceLanguageRemove: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "remove", sv: "Ta bort ett inläst språk.", en: "Remove a language that was loaded.",
        example: "praktik voice language remove ar")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Språkets kod, till exempel ar.", en: "The language's code, such as ar.")) var code:
        String

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.removeVoiceLanguage(actor, code, dryRun: change.dryRun)
            try context.output.changed(
                try Code(code), dryRun: change.dryRun,
                Phrase(sv: "Språket \(code) är borttaget.", en: "The language \(code) is removed."))
        }
    }
}
