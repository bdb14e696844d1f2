import ArgumentParser
import Domain
import Operations

struct UserChange: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "change", sv: "Ändra en användare; det som inte anges står kvar.",
        en: "Change a user; what is not given stays as it is.",
        example: "praktik user change karin --named-officer\npraktik user change rut --role coordinator")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var user: UserArgument
    @Option(help: .phrase(sv: "Rollen.", en: "The role."), transform: accountRole)
    var role: Role?
    @OptionGroup var details: UserDetailOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let present = try await operations.users(actor, name: user.name).map(UserDetails.init)[0]
            try await operations.changeUser(
                actor, name: user.name, to: details.applied(to: present, role: role ?? present.role),
                dryRun: change.dryRun)
            try context.output.changed(
                user.name, dryRun: change.dryRun,
                Phrase(sv: "\(user.name) är ändrad.", en: "\(user.name) is changed."))
        }
    }
}
