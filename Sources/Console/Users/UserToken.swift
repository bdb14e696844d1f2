import ArgumentParser
import Domain
import FoundationEssentials
import Operations
import Store

/// `praktik user token …`
struct UserToken: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "token", sv: "Nycklar som program använder mot API:et.", en: "Tokens that programs use with the API.",
        example: "praktik user token list karin", subcommands: [TokenAdd.self, TokenList.self, TokenRevoke.self])
}

struct TokenAdd: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "add", sv: "Skapa en nyckel; den visas en gång.", en: "Make a token; it is shown once.",
        example: "praktik user token add karin --name \"Planeringssystemet\" --scope figures:read --days 90")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var user: UserArgument
    @Option(
        name: .customLong("name"),
        help: .phrase(sv: "Vad nyckeln är till.", en: "What the token is for.", valueName: "text"),
        transform: value { try Line($0) })
    var purpose: Line
    @Option(
        help: .phrase(
            sv: "Vad den får användas till: read, write, slots:read, … (kan upprepas).",
            en: "What it may be used for: read, write, slots:read, … (may be repeated)."),
        transform: word(TokenScope.self))
    var scope: [TokenScope]
    @Option(help: .phrase(sv: "Hur många dagar den gäller, 1–366.", en: "How many days it lasts, 1–366."))
    var days = 365

    private struct Answer: Encodable {
        let id: String
        let token: String?
        let expires_at: String
        let dry_run: Bool
    }

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let made = try await operations.createToken(
                actor, for: user.name, name: purpose, scopes: Set(scope), days: days, dryRun: change.dryRun)
            let until = SwedishTime.day(of: made.expiresAt)
            let answer = Answer(
                id: made.id.description, token: change.dryRun ? nil : made.token,
                expires_at: made.expiresAt.formatted(.iso8601), dry_run: change.dryRun)
            try context.output.answer(
                answer,
                change.dryRun
                    ? Phrase(
                        sv: "Nyckeln skulle gälla till \(until). (Prövat; ingenting är ändrat.)",
                        en: "The token would last until \(until). (Tried; nothing is changed.)")
                    : Phrase(
                        sv: "Nyckeln gäller till \(until) och visas bara nu:\n\(made.token)",
                        en: "The token lasts until \(until) and is shown only now:\n\(made.token)"))
        }
    }
}

struct TokenList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Lista nycklar som gäller: en användares eller allas.",
        en: "List tokens that work: a user's or everybody's.", example: "praktik user token list karin")
    @OptionGroup var global: GlobalOptions
    @Argument(
        help: .phrase(sv: "Användarens namn; annars allas.", en: "The user's name; else everybody's."),
        transform: value { try Code($0) })
    var name: Code?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table(
                .init("id", sv: "Nyckel", en: "Token"), .init("user", sv: "Användare", en: "User"),
                .init("name", sv: "Till", en: "For"), .init("scopes", sv: "Behörighet", en: "Scopes"),
                .init("expires_on", sv: "Gäller till", en: "Until"),
                .init("last_used_at", sv: "Senast använd", en: "Last used"))
            // One's own need no right to others'.
            let isOwn = actor.role != .operator && name?.rawValue == actor.name
            for token in try await operations.tokens(actor, of: isOwn ? nil : name, isEverybodys: name == nil) {
                table.add(
                    Cell(token.id.description), Cell(token.account), Cell(token.name),
                    Cell(token.scopes.map(\.rawValue).joined(separator: " ")),
                    Cell(SwedishTime.day(of: token.expiresAt)), Cell(token.lastUsedAt?.formatted(.iso8601)))
            }
            try context.output.list(table, empty: Phrase(sv: "Inga nycklar.", en: "No tokens."))
        }
    }
}

struct TokenRevoke: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "revoke", sv: "Återkalla en nyckel; den slutar gälla genast.", en: "Revoke a token; it ends at once.",
        example: "praktik user token revoke 0198f0c2-7c1e-7a30-9d51-3c4a5b6c7d8e")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Nyckelns id, ur listan.", en: "The token's id, from the list."), transform: tokenID)
    var token: Identifier<APIToken>

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            // A user's own, or as the operator or an administrator anybody's.
            let isEverybodys = Action.manageUsers.roles.contains(actor.role)
            try await operations.revokeToken(actor, token, isEverybodys: isEverybodys, dryRun: change.dryRun)
            try context.output.changed(
                try Code(token.description), dryRun: change.dryRun,
                Phrase(sv: "Nyckeln är återkallad.", en: "The token is revoked."))
        }
    }
}

private let tokenID: @Sendable (String) throws -> Identifier<APIToken> = { text in
    guard let id = UUID(uuidString: text) else {
        throw ValidationError(
            Phrase(
                sv: "Nyckelns id står i listan: praktik user token list",
                en: "The token's id is in the list: praktik user token list"
            ).help)
    }
    return Identifier(id)
}
