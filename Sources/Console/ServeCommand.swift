import ArgumentParser
import Cluster
@preconcurrency import Dispatch
import Domain
import Glibc
import Operations
import Settings
import Workers

/// The daemon.
struct ServeCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "serve", sv: "Svarar på HTTP tills den avbryts; startar den egna databasen om den är nere.",
        en: "Answers HTTP until interrupted; starts the private database if it is down.",
        example: "praktik serve --migrate --listen 127.0.0.1:8080")

    @OptionGroup var global: GlobalOptions

    @Flag(help: .phrase(sv: "För schemat framåt först.", en: "Bring the schema forward first."))
    var migrate = false

    @Option(
        help: .phrase(
            sv: "Adress och port; annars PRAKTIK_LISTEN, annars 127.0.0.1:8080. Port 0 är vilken som helst ledig.",
            en: "Address and port; else PRAKTIK_LISTEN, else 127.0.0.1:8080. Port 0 is any free one.",
            valueName: "address"))
    var listen: String?

    func run(in context: CommandContext) async throws {
        let address = try listen.map { try ListenAddress($0) } ?? context.settings.listen
        // From here on an interrupt ends things in order, also while the database is starting.
        let interrupts = Interrupts()
        if context.settings.database == .privateCluster {
            _ = try await context.start(PrivateCluster(state: context.settings.state))
        }
        let installation = try context.installation()
        if migrate { try await context.migrate(installation) }
        let operations = installation.open()
        do {
            try await operations.requireUnchangedSchema()
            let workers = try workers(operations, at: address, context)
            let besides = Task {
                async let tidying: Void = operations.keepTidy(installation)
                async let working: Void = workers.run()
                _ = await (tidying, working)
            }
            defer { besides.cancel() }
            try await serve(operations, at: address, until: interrupts, context)
            besides.cancel()
            await besides.value
            await operations.close()
        } catch {
            await operations.close()
            throw error
        }
        context.output.note(Phrase(sv: "Avslutad.", en: "Ended."))
    }

    private func workers(
        _ operations: Operations, at address: ListenAddress, _ context: CommandContext
    ) throws -> Workers {
        let (settings, output) = (context.settings, context.output)
        let scheme = settings.web.tls == nil ? "http" : "https"
        let base = try settings.web.baseAddress ?? BaseAddress("\(scheme)://\(address)")
        let post = try settings.mail.map { try ($0.carrier(), $0.office(base)) }
        return Workers(operations, sending: post.map { (carrier: $0, office: $1) }) { output.note($0.phrase) }
    }

    private func serve(
        _ operations: Operations, at address: ListenAddress, until interrupts: Interrupts, _ context: CommandContext
    ) async throws {
        let output = context.output
        let scheme = context.settings.web.tls == nil ? "http" : "https"
        let server = Task {
            try await context.webServer(operations, context.settings.web, address) { bound in
                output.note(
                    Phrase(
                        sv: "Svarar på \(scheme)://\(bound)/. Ctrl-C avslutar.",
                        en: "Answering at \(scheme)://\(bound)/. Ctrl-C ends it."))
            }
        }
        let watch = Task {
            await interrupts.first()
            server.cancel()
        }
        defer { watch.cancel() }
        do { try await server.value } catch is CancellationError {}
    }
}

/// SIGINT and SIGTERM, as something to wait for instead of an end.
final class Interrupts: Sendable {
    private let stream: AsyncStream<Void>
    private let sources: [any DispatchSourceSignal]

    init() {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        self.stream = stream
        // A client that hangs up is no reason to end.
        signal(SIGPIPE, SIG_IGN)
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield() }
            source.resume()
            return source
        }
    }

    /// Returns at the first; the next is no longer caught, and ends the process at once.
    func first() async {
        for await _ in stream {
            for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
            return
        }
    }
}
