import ArgumentParser
import Domain
import FoundationEssentials
import Operations
import Store

/// `praktik user sessions …`
struct UserSessions: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "sessions", sv: "En användares inloggningar.", en: "A user's sessions.",
        example: "praktik user sessions list karin", subcommands: [SessionList.self, SessionEnd.self])
}

struct SessionList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Lista inloggningar som gäller.", en: "List sessions that are open.",
        example: "praktik user sessions list karin")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var user: UserArgument

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table(
                .init("means", sv: "Med", en: "By"), .init("created_at", sv: "Inloggad", en: "Signed in"),
                .init("last_used_at", sv: "Senast använd", en: "Last used"),
                .init("expires_at", sv: "Slutar senast", en: "Ends at the latest"))
            for session in try await operations.sessions(actor, of: user.name) {
                table.add(
                    Cell(session.means.rawValue), Cell(session.createdAt.formatted(.iso8601)),
                    Cell(session.lastUsedAt.formatted(.iso8601)), Cell(session.expiresAt.formatted(.iso8601)))
            }
            try context.output.list(table, empty: Phrase(sv: "Inga inloggningar.", en: "No sessions."))
        }
    }
}

struct SessionEnd: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "end", sv: "Logga ut en användare överallt.", en: "Sign a user out everywhere.",
        example: "praktik user sessions end karin")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var user: UserArgument

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let ended = try await operations.endSessions(actor, of: user.name, dryRun: change.dryRun)
            try context.output.changed(
                user.name, dryRun: change.dryRun,
                Phrase(
                    sv: "\(user.name) är utloggad: inloggningar som avslutats: \(ended).",
                    en: "\(user.name) is signed out; sessions ended: \(ended)."))
        }
    }
}
