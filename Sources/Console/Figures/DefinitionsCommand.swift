import ArgumentParser
import Domain
import Operations
import Statistics

/// What the figures are: their names, rules and sources.
struct DefinitionsCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "definitions", sv: "Vad siffrorna är: namn, regel, källa och version.",
        en: "What the figures are: name, rule, source and version.", example: "praktik report definitions --format json"
    )

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        let definitions = try await context.withOperations { operations, actor in
            try await operations.definitions(actor)
        }
        if context.output.format == .json { return try context.output.writeJSON(definitions) }
        let language = context.output.language
        var table = Table(
            .init("name", sv: "Namn", en: "Name"), .init("version", sv: "Version", en: "Version"),
            .init("label", sv: "Benämning", en: "Label"), .init("unit", sv: "Enhet", en: "Unit"),
            .init("source", sv: "Källa", en: "Source"), .init("rule", sv: "Regel", en: "Rule"))
        for definition in definitions {
            table.add(
                .text(definition.rawValue), .integer(definition.version), .text(definition.label[language]),
                .text(definition.unit.label[language]),
                .text(definition.sources.map(\.text).joined(separator: ", ")), .text(definition.text[language]))
        }
        try context.output.list(table)
    }
}
