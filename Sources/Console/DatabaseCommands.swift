import ArgumentParser
import Cluster
import Domain
import Settings

/// The private PostgreSQL, by hand.
struct DatabaseCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "database", sv: "Startar, stoppar och visar den egna databasen.",
        en: "Starts, stops and shows the private database.", example: "praktik database start",
        subcommands: [Start.self, Stop.self, Status.self])

    struct Start: ContextCommand {
        static let configuration = CommandConfiguration.phrase(
            "start", sv: "Startar databasen, och skapar den första gången.",
            en: "Starts the database, making it the first time.", example: "praktik database start")

        @OptionGroup var global: GlobalOptions

        func run(in context: CommandContext) async throws {
            let cluster = try context.privateCluster()
            let started = try await context.start(cluster)
            guard !started else { return }
            try context.show(cluster)
        }
    }

    struct Stop: ContextCommand {
        static let configuration = CommandConfiguration.phrase(
            "stop", sv: "Stoppar databasen i god ordning.", en: "Stops the database in good order.",
            example: "praktik database stop")

        @OptionGroup var global: GlobalOptions

        func run(in context: CommandContext) async throws {
            let stopped = try await context.privateCluster().stop()
            context.output.say(
                stopped
                    ? Phrase(sv: "Databasen är stoppad.", en: "The database has been stopped.")
                    : Phrase(sv: "Databasen var inte igång.", en: "The database was not running."))
        }
    }

    struct Status: ContextCommand {
        static let configuration = CommandConfiguration.phrase(
            "status", sv: "Visar om databasen är igång; annars är slutkoden 3.",
            en: "Shows whether the database is running; if not, the exit status is 3.",
            example: "praktik database status --format json")

        @OptionGroup var global: GlobalOptions

        func run(in context: CommandContext) async throws {
            let cluster = try context.privateCluster()
            try context.show(cluster)
            guard case .running = cluster.status() else { throw Ended(status: .unreachable) }
        }
    }
}

extension CommandContext {
    fileprivate func privateCluster() throws -> PrivateCluster {
        guard settings.database == .privateCluster else { throw CommandError.serverNotOurs }
        return try PrivateCluster(state: settings.state)
    }

    /// Starts the cluster and tells of it, unless it is running already.
    /// - Returns: whether it was started.
    func start(_ cluster: PrivateCluster) async throws -> Bool {
        if case .running = cluster.status() { return false }
        output.progress(Phrase(sv: "Startar databasen …", en: "Starting the database …"))
        defer { output.endProgress() }
        let started = try await cluster.start()
        output.endProgress()
        if started {
            output.say(
                Phrase(
                    sv: "Databasen är igång i \(settings.state.path).",
                    en: "The database is running in \(settings.state.path)."))
        }
        if started, cluster.socketIsAway {
            output.say(
                Phrase(
                    sv: "Sökvägen rymmer ingen socket; den ligger i \(cluster.socketFolder).",
                    en: "That path cannot hold a socket; it is in \(cluster.socketFolder)."))
        }
        return started
    }

    fileprivate func show(_ cluster: PrivateCluster) throws {
        var table = Table(
            .init("state", sv: "Tillstånd", en: "State"), .init("pid", sv: "Process", en: "Process"),
            .init("folder", sv: "Mapp", en: "Folder"), .init("socket", sv: "Socket", en: "Socket"),
            .init("account", sv: "Konto", en: "Account"), .init("log", sv: "Logg", en: "Log"))
        let (state, pid): (Phrase, Int32?) =
            switch cluster.status() {
            case .absent: (Phrase(sv: "inte skapad", en: "absent"), nil)
            case .stopped: (Phrase(sv: "stoppad", en: "stopped"), nil)
            case .starting(let pid): (Phrase(sv: "startar", en: "starting"), pid)
            case .running(let pid): (Phrase(sv: "igång", en: "running"), pid)
            }
        table.add(
            .text(output.format == .table ? state[output.language] : state.en), Cell(pid.map { Int($0) }),
            .text(settings.state.path), .text(cluster.socketFolder), .text(cluster.accountName),
            .text(cluster.logFolder))
        try output.show(table)
    }
}
