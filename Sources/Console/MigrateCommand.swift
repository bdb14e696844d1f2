import ArgumentParser
import Database
import Domain
import FoundationEssentials
import Operations

/// Brings the schema to the program's, or shows how far it has come.
struct MigrateCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "migrate", sv: "För databasens schema framåt till programmets.",
        en: "Brings the database's schema forward to the program's.", example: "praktik migrate --status")

    @OptionGroup var global: GlobalOptions

    @Flag(help: .phrase(sv: "Visa bara vilka steg som är gjorda.", en: "Only show which steps are done."))
    var status = false

    func run(in context: CommandContext) async throws {
        let installation = try context.installation()
        if status {
            try await show(installation, context.output)
        } else {
            try await context.migrate(installation)
        }
    }

    private func show(_ installation: Installation, _ output: Output) async throws {
        var table = Table(
            .init("number", sv: "Nr", en: "No."), .init("name", sv: "Namn", en: "Name"),
            .init("applied_at", sv: "Gjord", en: "Applied"), .init("known", sv: "Känd av programmet", en: "Known here"))
        for record in try await installation.migrations() {
            table.add(
                .integer(record.number), .text(record.name), Cell(record.appliedAt?.formatted(.iso8601)),
                .flag(record.isKnown))
        }
        try output.list(table)
    }
}

extension CommandContext {
    func migrate(_ installation: Installation) async throws {
        let count = try await installation.migrate { migration in
            output.note(
                Phrase(
                    sv: "Migrering \(migration.number), \(migration.name): gjord.",
                    en: "Migration \(migration.number), \(migration.name): applied."))
        }
        output.say(
            count == 0
                ? Phrase(sv: "Schemat är redan programmets.", en: "The schema is already the program's.")
                : Phrase(sv: "\(count) migreringar gjorda.", en: "\(count) migrations applied."))
    }
}
