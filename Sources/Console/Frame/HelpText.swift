import ArgumentParser
import Domain
import Glibc
import Settings

/// The language that help is written in. It must be known before the arguments are parsed, so they are looked at apart.
enum HelpLanguage {
    static let current: Language = {
        let option = chosen(in: CommandLine.arguments)
        let environment = ["LANG": getenv("LANG").map { String(cString: $0) } ?? ""]
        return (try? Settings.language(environment: environment, option: option)) ?? .english
    }()

    /// The value of the last `--language`, in either spelling.
    private static func chosen(in arguments: [String]) -> String? {
        var chosen: String?
        for (index, argument) in arguments.enumerated() {
            if argument.hasPrefix("--language=") {
                chosen = String(argument.dropFirst("--language=".count))
            } else if argument == "--language", index + 1 < arguments.count {
                chosen = arguments[index + 1]
            }
        }
        return chosen
    }
}

extension Phrase {
    /// In the language of this process's help.
    var help: String { self[HelpLanguage.current] }
}

extension ArgumentHelp {
    /// What an argument or option is for. `valueName` stands in angle brackets in the usage line.
    static func phrase(sv: String, en: String, valueName: String? = nil) -> ArgumentHelp {
        ArgumentHelp(stringLiteral: "").with(Phrase(sv: sv, en: en).help, valueName)
    }

    private func with(_ abstract: String, _ valueName: String?) -> ArgumentHelp {
        var help = self
        help.abstract = abstract
        help.valueName = valueName
        return help
    }
}

extension CommandConfiguration {
    /// What a command does in one line, and an example of it; every command has one.
    static func phrase(
        _ name: String, sv: String, en: String, example: String, subcommands: [any ParsableCommand.Type] = [],
        defaultSubcommand: (any ParsableCommand.Type)? = nil
    ) -> CommandConfiguration {
        let title = Phrase(sv: "EXEMPEL:", en: "EXAMPLE:").help
        let lines = example.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
        return CommandConfiguration(
            commandName: name, abstract: Phrase(sv: sv, en: en).help, discussion: "\(title)\n\(lines)",
            subcommands: subcommands, defaultSubcommand: defaultSubcommand)
    }
}
