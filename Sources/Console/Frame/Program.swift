import ArgumentParser
import Domain
import Glibc
import Operations
import Settings

/// Runs one command line from its words to its exit status.
public enum Program {
    /// - Parameters:
    ///   - webServer: what `praktik serve` runs; the console itself knows no HTTP.
    ///   - providerCheck: what `praktik doctor` asks of an identity provider.
    /// - Returns: the exit status.
    public static func run(
        arguments: [String] = Array(CommandLine.arguments.dropFirst()), webServer: @escaping WebServer,
        providerCheck: @escaping ProviderCheck
    ) async -> Int32 {
        do {
            var parsed = try Praktik.parseAsRoot(arguments)
            guard let command = parsed as? any ContextCommand else {
                // A group, `help` or the like: it throws what it has to say.
                try parsed.run()
                return ExitStatus.done.rawValue
            }
            return await run(command, webServer, providerCheck).rawValue
        } catch {
            return explain(error).rawValue
        }
    }

    private static func run(
        _ command: any ContextCommand, _ webServer: @escaping WebServer, _ providerCheck: @escaping ProviderCheck
    ) async -> ExitStatus {
        var language = HelpLanguage.current
        var usesPrivateCluster = false
        do {
            let environment = currentEnvironment()
            let settings = try Settings(
                environment: environment,
                options: .init(municipality: command.global.municipality, language: command.global.language))
            language = settings.language
            usesPrivateCluster = settings.database == .privateCluster
            let output = Output(
                format: command.global.format, language: language, terminal: Terminal(environment: environment))
            let context = CommandContext(
                settings: settings, output: output, user: command.global.user, webServer: webServer,
                providerCheck: providerCheck)
            try await command.run(in: context)
            return .done
        } catch let ended as Ended {
            return ended.status
        } catch {
            return tell(error, language, usesPrivateCluster)
        }
    }

    /// The one table from errors to sentences and exit statuses.
    private static func tell(_ error: any Error, _ language: Language, _ usesPrivateCluster: Bool) -> ExitStatus {
        let failure = Failure(error)
        var sentence = failure.phrase[language]
        let status: ExitStatus
        switch failure {
        case .unreachable:
            status = .unreachable
            let remedy =
                usesPrivateCluster
                ? Phrase(sv: "Starta den: praktik database start", en: "Start it: praktik database start")
                : Phrase(
                    sv: "Kontrollera servern och PRAKTIK_DATABASE_URL, eller kör: praktik doctor",
                    en: "Check the server and PRAKTIK_DATABASE_URL, or run: praktik doctor")
            sentence += " " + remedy[language]
        case .refused where error is SettingsError: status = .usage
        case .refused: status = (error as? CommandError)?.status ?? .refused
        case .unexpected: status = .refused
        }
        Terminal.write(sentence + "\n", to: STDERR_FILENO)
        return status
    }

    /// Help goes to standard output, a command line that was not understood to standard error.
    private static func explain(_ error: any Error) -> ExitStatus {
        let isHelp = Praktik.exitCode(for: error) == .success
        let text = HelpTranslation.translate(Praktik.fullMessage(for: error), to: HelpLanguage.current)
        Terminal.write(text + "\n", to: isHelp ? STDOUT_FILENO : STDERR_FILENO)
        return isHelp ? .done : .usage
    }

    private static func currentEnvironment() -> [String: String] {
        var variables: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let pair = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2 { variables[String(pair[0])] = String(pair[1]) }
            entry += 1
        }
        return variables
    }
}
