import ArgumentParser
import Domain
import Operations

struct UserAdd: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "add", sv: "Lägg till en användare och skriv ut en engångslänk för att välja lösenord.",
        en: "Add a user, and print a one-time link to choose a password with.",
        example: "praktik user add agneta --admin\npraktik user add rut --role registrar --unit SB")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var user: UserArgument
    @Option(help: .phrase(sv: "Rollen.", en: "The role."), transform: accountRole)
    var role: Role?
    @Flag(
        help: .phrase(
            sv: "Kommunens administratör: --role administrator.",
            en: "The municipality's administrator: --role administrator."))
    var admin = false
    @OptionGroup var details: UserDetailOptions

    func validate() throws {
        guard admin != (role != nil) else {
            throw ValidationError(
                Phrase(sv: "Ange antingen --admin eller --role.", en: "Give either --admin or --role.").help)
        }
        guard (role == .registrar) == (details.unit != nil), (role == .referrer) == (details.referrer != nil) else {
            throw ValidationError(AccountRefusal.scope.phrase.help)
        }
    }

    func run(in context: CommandContext) async throws {
        let role = role ?? .administrator
        try await context.withOperations { operations, actor in
            let wanted = details.applied(to: UserDetails(role: role), role: role)
            let link = try await operations.addUser(actor, name: user.name, wanted, dryRun: change.dryRun)
            try context.tell(
                user.name, link, dryRun: change.dryRun,
                Phrase(
                    sv: "\(user.name) är tillagd som \(role.label.sv).",
                    en: "\(user.name) is added as \(role.label.en)."))
        }
    }
}
