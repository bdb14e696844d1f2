import ArgumentParser
import Domain
import Operations

/// A register of records that are listed and shown by code, and come in by `import`.
protocol Register: Sendable {
    associatedtype Record: Sendable

    /// The command's word, as in `praktik unit list`.
    static var word: String { get }
    /// What the register holds, in plural.
    static var label: Phrase { get }
    /// A code for the example.
    static var exampleCode: String { get }

    /// All of it, or the one with the code.
    static func records(_ operations: Operations, _ actor: Actor, code: Code?) async throws -> [Record]
    static func table(_ records: [Record]) -> Table
    /// What else can be done with one of them.
    static var commands: [any ParsableCommand.Type] { get }
}

extension Register {
    static var commands: [any ParsableCommand.Type] { [] }
}

/// `praktik WORD list|show`
struct RegisterCommands<Kind: Register>: ParsableCommand {
    static var configuration: CommandConfiguration {
        .phrase(
            Kind.word, sv: Kind.label.sv.capitalizedFirst + ".", en: Kind.label.en.capitalizedFirst + ".",
            example: "praktik \(Kind.word) list",
            subcommands: [RegisterList<Kind>.self, RegisterShow<Kind>.self] + Kind.commands)
    }
}

struct RegisterList<Kind: Register>: ContextCommand {
    static var configuration: CommandConfiguration {
        .phrase(
            "list", sv: "Lista \(Kind.label.sv).", en: "List \(Kind.label.en).",
            example: "praktik \(Kind.word) list --format csv")
    }
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try context.output.list(Kind.table(try await Kind.records(operations, actor, code: nil)))
        }
    }
}

struct RegisterShow<Kind: Register>: ContextCommand {
    static var configuration: CommandConfiguration {
        .phrase(
            "show", sv: "Visa en av kommunens \(Kind.label.sv).", en: "Show one of the \(Kind.label.en).",
            example: "praktik \(Kind.word) show \(Kind.exampleCode)")
    }
    @OptionGroup var global: GlobalOptions
    @Argument(help: .phrase(sv: "Koden.", en: "The code."), transform: value { try Code($0) })
    var code: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try context.output.show(Kind.table(try await Kind.records(operations, actor, code: code)))
        }
    }
}

extension Cell {
    /// A word of a closed list: the word itself, as the files have it.
    static func word(_ word: (some Vocabulary)?) -> Cell { Cell(word?.rawValue) }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
