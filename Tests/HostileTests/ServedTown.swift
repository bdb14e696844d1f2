import Domain
import FoundationEssentials
import Glibc
import Operations
import TestSupport
import Testing
import Threads

/// A `praktik serve` as its users run it, over a database of its own with one coordinator in it.
struct ServedTown: Sendable {
    let port: UInt16
    let process: pid_t
    /// Where what it prints goes.
    let log: String
    /// The coordinator's session, its form token, and a program's token of the same account.
    let session: String
    let formToken: String
    let bearer: String

    /// - Parameter variables: further settings of the daemon.
    static func with(
        _ variables: [String: String] = [:], scheme: String = "http", _ body: (ServedTown) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool)
            let connection = database.connectionString()
            let operations = Installation(application: connection, owner: connection).open()
            let root = Actor(name: "root", role: .operator, municipality: town.code)
            let link = try #require(
                try await operations.addUser(root, name: try Code("karin"), UserDetails(role: .coordinator)))
            let session = try await operations.acceptInvitation(
                String(link.path.dropFirst(NewLink.folder.count)), password: "en lång mening att minnas",
                from: "192.0.2.1")
            let token = try await operations.createToken(
                root, for: try Code("karin"), name: try Line("prov"), scopes: [.read, .write], days: 1)
            await operations.close()

            let log = try await TestProgram.run(["mktemp", "/tmp/praktik-log-XXXXXX"])
            let process = try WatchedProcess(
                [BuiltProgram.path, "serve", "--listen", "127.0.0.1:0"],
                variables: BuiltProgram.environment(
                    [
                        "PRAKTIK_DATABASE_URL": connection, "PRAKTIK_MUNICIPALITY": town.code.rawValue,
                        "PRAKTIK_API_LIMIT": "1000000",
                    ].merging(variables) { $1 }),
                output: log)
            defer {
                process.end()
                unlink(log)
            }
            try await body(
                ServedTown(
                    port: try await port(in: log, scheme), process: try #require(process.program), log: log,
                    session: session.token, formToken: session.signedIn.formToken, bearer: token.token))
        }
    }

    /// The daemon did not come up; what it said.
    private struct NotServing: Error {
        let output: String
    }

    /// The port that the daemon says it answers on.
    private static func port(in log: String, _ scheme: String) async throws -> UInt16 {
        for _ in 0..<1_200 {
            let text = try String(contentsOfFile: log, encoding: .utf8)
            if let found = text.firstRange(of: "\(scheme)://127.0.0.1:") {
                let digits = text[found.upperBound...].prefix { $0.isNumber }
                if text[digits.endIndex...].first == "/", let port = UInt16(digits) { return port }
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        let text = try String(contentsOfFile: log, encoding: .utf8)
        throw NotServing(output: text)
    }

    /// What the daemon holds in memory, in kB.
    func residentSize() throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
        return try #require(Int(line.filter(\.isNumber)))
    }

    /// What the daemon may keep of memory over what it held once it had answered some of everything, in kB: the allocator gives
    /// pages back when all that was on them is gone, and each of its arenas keeps some. 10,000 requests that each left 2 kB
    /// would be too much, and so would 500 connections that left 40.
    private static let kept = 20_000

    /// Waits until memory is back near what it was, and prints what it was on the way.
    func expectMemoryBack(to warm: Int, after what: String) async throws {
        let most = try residentSize()
        var size = most
        for _ in 0..<120 where size > warm + Self.kept {
            try await Task.sleep(for: .milliseconds(500))
            size = try residentSize()
        }
        print("Memory in kB: warm \(warm), after \(what) \(most), settled \(size)")
        #expect(size <= warm + Self.kept)
    }

    /// Requests as they should be, and what tells that each was answered as it should be.
    private var good: [(request: String, expected: String)] {
        let rest = "Host: 127.0.0.1\r\nConnection: close\r\n"
        return [
            ("GET /sign-in HTTP/1.1\r\n\(rest)\r\n", "name=\"password\""),
            ("GET /slots HTTP/1.1\r\n\(rest)Cookie: praktik=\(session)\r\n\r\n", "Park"),
            ("GET /api/v1/slots HTTP/1.1\r\n\(rest)Authorization: Bearer \(bearer)\r\n\r\n", "\"S1\""),
        ]
    }

    /// How many of the good requests, sent so many times over, were not answered as they should be.
    func failures(of rounds: Int) async -> Int {
        await Self.apart { [good] in
            var failures = 0
            for _ in 0..<rounds {
                for (request, expected) in good {
                    let wire = try? Wire(port: port)
                    wire?.send(request.utf8)
                    let answer = wire?.exchange(toTheEnd: true)
                    let one = answer?.answers.first
                    let isGood = one?.status == 200 && answer?.rest == 0 && answer?.text.contains(expected) == true
                    if !isGood { failures += 1 }
                }
            }
            return failures
        }
    }

    /// Runs what blocks on a thread of its own.
    static func apart<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            OwnThread.run { continuation.resume(returning: body()) }
        }
    }
}
