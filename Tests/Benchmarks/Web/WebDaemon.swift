import FoundationEssentials
import Glibc
import Subprocess
import SystemPackage
import TestSupport

/// The built `praktik serve` on loopback, for as long as a measurement needs it. Its log goes to a file, as to a journal.
struct WebDaemon: Sendable {
    struct NotBuilt: Error, CustomStringConvertible {
        let description = "The program is not built: swift build --configuration release"
    }

    struct NotStarted: Error, CustomStringConvertible {
        let log: String
        var description: String { "praktik serve did not start: \(log)" }
    }

    let address: String
    let process: Int32
    /// From starting the program to its first answer that took the database.
    let timeToAnswer: Duration

    /// Resident memory in megabytes (10^6 bytes).
    var residentMegabytes: Double {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        let kilobytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Double($0) }
        return (kilobytes ?? .nan) * 1_024 / 1_000_000
    }

    static func run<Value: Sendable>(
        on database: TestDatabase, _ body: (WebDaemon) async throws -> Value
    ) async throws -> Value {
        guard FileManager.default.isExecutableFile(atPath: BuiltProgram.path) else { throw NotBuilt() }
        let state = try await TestProgram.run(["mktemp", "-d", "/tmp/praktik-benchmark-XXXXXX"])
        defer { try? FileManager.default.removeItem(atPath: state) }
        let variables = BuiltProgram.environment([
            "PRAKTIK_STATE": state, "PRAKTIK_DATABASE_URL": database.connectionString(),
            "PRAKTIK_OWNER_DATABASE_URL": database.connectionString(user: TestDatabase.ownerRole),
            // What is measured is the server, not its courtesy to others.
            "PRAKTIK_API_LIMIT": "1000000",
        ])
        let named = variables.map { (Environment.Key(stringLiteral: $0), $1) }
        let log = state + "/log"
        let start = ContinuousClock.now
        let outcome = try await Subprocess.run(
            .name("sh"),
            arguments: ["-c", "exec \"$0\" serve --listen 127.0.0.1:0 2>\"$1\"", BuiltProgram.path, log],
            environment: .custom(Dictionary(uniqueKeysWithValues: named)),
            input: .none, output: .discarded, error: .discarded
        ) { execution in
            let process = execution.processIdentifier.value
            defer { kill(process, SIGTERM) }
            let address = try await announced(log, since: start)
            guard try await HTTPProbe(address: address).get("/health/ready").status == 200 else {
                throw NotStarted(log: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
            }
            return try await body(
                WebDaemon(address: address, process: process, timeToAnswer: start.duration(to: .now)))
        }
        return outcome.closureResult
    }

    /// The address that the log names once connections are taken.
    private static func announced(_ log: String, since start: ContinuousClock.Instant) async throws -> String {
        while true {
            let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            if let from = text.firstRange(of: "http://"), let to = text.firstRange(of: "/. ") {
                return String(text[from.upperBound..<to.lowerBound])
            }
            guard start.duration(to: .now) < .seconds(20) else { throw NotStarted(log: text) }
            try await Task.sleep(for: .milliseconds(1))
        }
    }
}
