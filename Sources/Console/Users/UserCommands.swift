import ArgumentParser
import Domain
import FoundationEssentials
import Operations
import Store

/// `praktik user …`
struct UserCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "user", sv: "Användare: roller, inloggning och programs nycklar.",
        en: "Users: roles, sign-in and programs' tokens.", example: "praktik user list",
        subcommands: [
            UserList.self, UserShow.self, UserAdd.self, UserChange.self, UserLink.self, UserDisable.self,
            UserEnable.self, UserSessions.self, UserToken.self,
        ])

    static func table(_ users: [UserRecord]) -> Table {
        var table = Table(
            .init("name", sv: "Namn", en: "Name"), .init("role", sv: "Roll", en: "Role"),
            .init("unit", sv: "Enhet", en: "Unit"), .init("referrer", sv: "Anvisare", en: "Referrer"),
            .init("named_officer", sv: "Ser skyddade", en: "Sees protected"),
            .init("display_name", sv: "Heter", en: "Is called"), .init("email", sv: "E-post", en: "E-mail"),
            .init("signs_in", sv: "Loggar in", en: "Signs in"),
            .init("last_signed_in", sv: "Senast", en: "Last"), .init("disabled_on", sv: "Avstängd", en: "Disabled"))
        for user in users {
            table.add(
                Cell(user.name), .word(user.role), Cell(user.unit), Cell(user.referrer), .flag(user.isNamedOfficer),
                Cell(user.displayName), Cell(user.email), Cell(user.signsInBy),
                Cell(user.lastSignedInAt?.formatted(.iso8601)), Cell(user.disabledOn))
        }
        return table
    }
}

extension UserRecord {
    /// How the account's owner comes in, as a word for scripts; nil where they cannot yet.
    fileprivate var signsInBy: String? {
        let ways = [
            hasPassword ? "password" : nil, issuer == nil ? nil : "provider", linkExpiresAt == nil ? nil : "link",
        ]
        let named = ways.compactMap(\.self)
        return named.isEmpty ? nil : named.joined(separator: "|")
    }
}

struct UserList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Lista användare.", en: "List users.", example: "praktik user list")
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try context.output.list(UserCommands.table(try await operations.users(actor)))
        }
    }
}

struct UserShow: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "show", sv: "Visa en användare.", en: "Show a user.", example: "praktik user show karin")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var user: UserArgument

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try context.output.show(UserCommands.table(try await operations.users(actor, name: user.name)))
        }
    }
}

/// Which user a command is about.
struct UserArgument: ParsableArguments {
    @Argument(help: .phrase(sv: "Användarens namn.", en: "The user's name."), transform: value { try Code($0) })
    var name: Code
}

struct UserDisable: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "disable", sv: "Stäng av en användare från och med i dag: inloggningar, länkar och nycklar slutar gälla.",
        en: "Disable a user from today: sessions, links and tokens end.", example: "praktik user disable rut")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var user: UserArgument

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.disableUser(actor, name: user.name, dryRun: change.dryRun)
            try context.output.changed(
                user.name, dryRun: change.dryRun,
                Phrase(sv: "\(user.name) är avstängd.", en: "\(user.name) is disabled."))
        }
    }
}

struct UserEnable: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "enable", sv: "Öppna en avstängd användare igen; lösenordet är det gamla.",
        en: "Open a disabled user again; the password is the old one.", example: "praktik user enable rut")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var user: UserArgument

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.enableUser(actor, name: user.name, dryRun: change.dryRun)
            try context.output.changed(
                user.name, dryRun: change.dryRun,
                Phrase(sv: "\(user.name) är öppen igen.", en: "\(user.name) is open again."))
        }
    }
}
