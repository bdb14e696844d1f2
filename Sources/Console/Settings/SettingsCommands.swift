import ArgumentParser
import Domain
import Operations

/// `praktik settings …`
struct SettingsCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "settings", sv: "Kommunens inställningar: vikter, gränser och principer.",
        en: "The municipality's settings: weights, thresholds and policies.",
        example: "praktik settings show", subcommands: [SettingsShow.self, SettingsSet.self])
}

struct SettingsShow: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "show", sv: "Visa vad som gäller.", en: "Show what holds.", example: "praktik settings show")
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try context.output.list(.of(try await operations.settings(actor), context.output.language))
        }
    }
}

struct SettingsSet: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "set", sv: "Ändra en eller flera inställningar på en gång.", en: "Change one or several settings at once.",
        example: """
            praktik settings set unconfirmed_days=45 minimum_weeks=3
            praktik settings set "name=Uddevalla kommun"
            """)
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(
        help: .phrase(
            sv: "Inställning och värde; settings show visar namnen.",
            en: "Setting and value; settings show tells the names.", valueName: "name=value"))
    var assignments: [String]

    func validate() throws {
        guard assignments.allSatisfy({ $0.contains("=") }) else {
            throw ValidationError(
                Phrase(sv: "Skriv namn=värde.", en: "Write name=value.").help)
        }
    }

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let settings = try await operations.changeSettings(actor, dryRun: change.dryRun) { settings in
                for assignment in assignments {
                    let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    try settings.set(String(parts[0]), String(parts[1]))
                }
            }
            try context.output.list(.of(settings, context.output.language))
        }
    }
}

extension Table {
    fileprivate static func of(_ settings: MunicipalitySettings, _ language: Language) -> Table {
        var table = Table(
            .init("name", sv: "Namn", en: "Name"), .init("value", sv: "Värde", en: "Value"),
            .init("meaning", sv: "Betyder", en: "Means"))
        for name in MunicipalitySettings.names {
            table.add(
                Cell(name), Cell(settings.text(name)),
                Cell(MunicipalitySettings.label(name)?[language]))
        }
        return table
    }
}
