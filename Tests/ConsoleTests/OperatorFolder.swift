import FoundationEssentials
import Glibc
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// A state folder for the built program; what runs in it ends with the test.
struct OperatorFolder {
    let path: String

    var variables: [String: String] { ["PRAKTIK_STATE": path] }

    static func use(_ body: (OperatorFolder) async throws -> Void) async throws {
        let path = try await TestProgram.run(["mktemp", "-d", "/tmp/praktik-console-XXXXXX"])
        let watcher = try WatchedProcess(
            clusterIn: path, programs: try await TestProgram.run(["pg_config", "--bindir"]),
            user: getuid() == 0 ? "postgres" : nil)
        defer { watcher.end() }
        try await body(OperatorFolder(path: path))
    }

    func run(_ arguments: String...) async throws -> BuiltProgram.Answer {
        try await BuiltProgram.run(arguments, variables)
    }

    /// Ends the server as a power cut would, and waits until it is gone.
    func killDatabase() async throws {
        let file = try await TestProgram.run(["head", "--lines=1", path + "/data/postmaster.pid"])
        let pid = try #require(Int32(file))
        kill(pid, SIGKILL)
        while try await run("database", "status").status == 0 { try await Task.sleep(for: .milliseconds(20)) }
    }

    /// Runs `praktik serve` on a free port while `body` runs, then ends it by a signal; answers its exit status.
    @discardableResult
    func serve(
        _ options: String..., endedBy signal: Int32 = SIGTERM, _ body: (Daemon) async throws -> Void
    ) async throws -> Int32 {
        let named = BuiltProgram.environment(variables).map { (Environment.Key(stringLiteral: $0), $1) }
        let result = try await Subprocess.run(
            .path(FilePath(BuiltProgram.path)),
            arguments: Arguments(["serve", "--listen", "127.0.0.1:0"] + options),
            environment: .custom(Dictionary(uniqueKeysWithValues: named)),
            input: .none, output: .discarded, error: .sequence
        ) { execution in
            let pid = execution.processIdentifier.value
            var address: String?
            for try await line in execution.standardError.strings() {
                guard let start = line.firstRange(of: "http://"), let end = line.firstRange(of: "/. ") else {
                    continue
                }
                address = String(line[start.upperBound..<end.lowerBound])
                break
            }
            do {
                try await body(Daemon(probe: HTTPProbe(address: try #require(address))))
            } catch {
                kill(pid, SIGKILL)
                throw error
            }
            kill(pid, signal)
        }
        return if case .exited(let code) = result.terminationStatus { code } else { -1 }
    }
}

/// A daemon that answers.
struct Daemon {
    let probe: HTTPProbe

    /// The status code of an answer.
    func get(_ path: String) async throws -> Int {
        try await probe.get(path).status
    }

    func awaitReadiness() async throws {
        while try await get("/health/ready") != 200 { try await Task.sleep(for: .milliseconds(50)) }
    }
}
