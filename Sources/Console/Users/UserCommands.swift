import ArgumentParser
import Domain
import Operations
import Store

/// `praktik user …`
struct UserCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "user", sv: "Användare och deras roller.", en: "Users and their roles.", example: "praktik user list",
        subcommands: [UserList.self, UserShow.self, UserAdd.self, UserDisable.self])

    static func table(_ users: [UserRecord]) -> Table {
        var table = Table(
            .init("name", sv: "Namn", en: "Name"), .init("role", sv: "Roll", en: "Role"),
            .init("unit", sv: "Enhet", en: "Unit"), .init("referrer", sv: "Anvisare", en: "Referrer"),
            .init("disabled_on", sv: "Avstängd", en: "Disabled"))
        for user in users {
            table.add(Cell(user.name), .word(user.role), Cell(user.unit), Cell(user.referrer), Cell(user.disabledOn))
        }
        return table
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
    @Argument(help: .phrase(sv: "Användarens namn.", en: "The user's name."), transform: value { try Code($0) })
    var name: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try context.output.show(UserCommands.table(try await operations.users(actor, name: name)))
        }
    }
}

struct UserAdd: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "add", sv: "Lägg till en användare; en registrator hör till en enhet, en anvisares handläggare till anvisaren.",
        en: "Add a user; a registrar belongs to a unit, a referrer's officer to the referrer.",
        example: "praktik user add rut --role registrar --unit SB")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Användarens namn.", en: "The user's name."), transform: value { try Code($0) })
    var name: Code
    @Option(help: .phrase(sv: "Rollen.", en: "The role."), transform: word(Role.self))
    var role: Role
    @Option(help: .phrase(sv: "Registratorns enhet.", en: "The registrar's unit."), transform: value { try Code($0) })
    var unit: Code?
    @Option(help: .phrase(sv: "Anvisaren.", en: "The referrer."), transform: value { try Code($0) })
    var referrer: Code?

    func validate() throws {
        guard [.operator, .coordinator, .registrar, .referrer, .statistician].contains(role) else {
            throw ValidationError(
                Phrase(
                    sv: "Rollen har inget konto: välj operator, coordinator, registrar, referrer eller statistician.",
                    en: "The role has no account: choose operator, coordinator, registrar, referrer or statistician."
                ).help)
        }
        guard (role == .registrar) == (unit != nil), (role == .referrer) == (referrer != nil) else {
            throw ValidationError(
                Phrase(
                    sv: "En registrator behöver --unit, en anvisares handläggare --referrer, andra roller ingetdera.",
                    en: "A registrar needs --unit, a referrer's officer --referrer, other roles neither."
                ).help)
        }
    }

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.addUser(
                actor, name: name, role: role, unit: unit, referrer: referrer, dryRun: change.dryRun)
            try context.output.changed(
                name, dryRun: change.dryRun,
                Phrase(sv: "\(name) är tillagd som \(role.label.sv).", en: "\(name) is added as \(role.label.en)."))
        }
    }
}

struct UserDisable: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "disable", sv: "Stäng av en användare från och med i dag.", en: "Disable a user from today.",
        example: "praktik user disable rut")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Användarens namn.", en: "The user's name."), transform: value { try Code($0) })
    var name: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.disableUser(actor, name: name, dryRun: change.dryRun)
            try context.output.changed(
                name, dryRun: change.dryRun,
                Phrase(sv: "\(name) är avstängd.", en: "\(name) is disabled."))
        }
    }
}
