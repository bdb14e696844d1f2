import Domain
import FoundationEssentials
import Logging
import Operations
import Settings
import Store
import Subprocess
import SystemPackage
import TestSupport
import Testing

@testable import AdminWeb

private let schemathesis = ProcessInfo.processInfo.environment["PRAKTIK_SCHEMATHESIS"]

/// schemathesis asks the served API what its document promises, as one role after another, on a whole example year.
///
/// `Deploy/test` lays the program down and names it. Without it, a bare `swift test` skips this and says so.
struct SchemathesisTests {
    /// How much is asked. The shapes of requests are read alike for everybody, so that all of them are tried by the two roles
    /// that together may do nearly everything, and by all only in the long run.
    private struct Effort {
        let examples: Int
        let phases: String

        private static let isLong = ProcessInfo.processInfo.environment["PRAKTIK_LONG"] != nil

        init(for role: Role) {
            let isFull = Self.isLong || [.coordinator, .administrator].contains(role)
            examples = Self.isLong ? 60 : 3
            phases = isFull ? "examples,coverage,fuzzing,stateful" : "examples,fuzzing,stateful"
        }
    }

    @Test(.enabled(if: schemathesis != nil, "PRAKTIK_SCHEMATHESIS names no program; Deploy/test installs one"))
    func `no answer of the API is other than documented`() async throws {
        try await TestDatabase.with { database in
            let installation = Installation(
                application: database.connectionString(), owner: database.connectionString())
            let operations = installation.open()
            let town = try MunicipalityCode("1485")
            let root = Actor(name: "root", role: .operator, municipality: town)
            try await ExampleTown.load(operations, root, year: operations.clock.today.year)
            _ = try await operations.runMatch(root, MatchParameters(roundStart: operations.clock.today))
            let known = try await Self.known(operations, root)
            try await Self.serve(operations) { address in
                // The administrator comes last, since it closes others' accounts.
                for role in [Role.coordinator, .registrar, .referrer, .statistician, .administrator] {
                    let token = try await Self.token(operations, root, role)
                    let (isClean, output) = try await Self.ask(address, token, known, Effort(for: role))
                    let told = output.split(separator: "\n").first { $0.contains(" generated, ") } ?? "nothing"
                    print("schemathesis as \(role): \(told.drop { $0 == " " })")
                    if !isClean { Issue.record("as \(role): \(output.prefix(100_000))") }
                }
            }
            await operations.close()
        }
    }

    private static func serve(_ operations: Operations, _ body: (ListenAddress) async throws -> Void) async throws {
        let (addresses, told) = AsyncStream.makeStream(of: ListenAddress.self)
        var settings = WebSettings()
        settings.apiRequestsPerMinute = 1_000_000
        let server = Task { [settings] in
            try await AdminServer.run(
                operations, settings, at: ListenAddress("127.0.0.1:0"),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            ) { told.yield($0) }
        }
        do {
            try await body(try #require(await addresses.first { _ in true }))
        } catch {
            server.cancel()
            _ = try? await server.value
            throw error
        }
        server.cancel()
        try await server.value
    }

    /// A token of an account with the role, that may do all the role may.
    private static func token(_ operations: Operations, _ root: Actor, _ role: Role) async throws -> NewToken {
        let name = try Code("api-\(role.rawValue)")
        let unit = try await operations.units(root).first { $0.parent == nil }
        let referrer = try await operations.referrers(root).first
        _ = try await operations.addUser(
            root, name: name,
            UserDetails(
                role: role, unit: role == .registrar ? unit?.code : nil,
                referrer: role == .referrer ? referrer?.code : nil, displayName: nil, email: nil, language: nil,
                isNamedOfficer: role == .coordinator))
        let actor = try await operations.actor(named: name.rawValue, in: root.municipality)
        let scopes = Set(TokenScope.allCases.filter { $0.isOfUse(to: actor) })
        return try await operations.createToken(root, for: name, name: Line("test"), scopes: scopes, days: 1)
    }

    /// Codes that are there, for the addresses that name one.
    private static func known(_ operations: Operations, _ root: Actor) async throws -> String {
        let participants = try await operations.participants(root).shown.prefix(20)
        let known: [String: [String]] = [
            "units.code": try await operations.units(root).prefix(20).map(\.code.rawValue),
            "referrers.code": try await operations.referrers(root).map(\.code.rawValue),
            "supervisors.code": try await operations.supervisors(root).prefix(20).map(\.code.rawValue),
            "undertakings.code": try await operations.undertakings(root).map(\.code.rawValue),
            "slots.code": try await operations.slots(root).suffix(40).map(\.slot.code.rawValue),
            "placements.code": try await operations.placements(root).shown.suffix(60).map(\.placement.code.rawValue),
            "participants.referrer": participants.map(\.participant.referrer.rawValue),
            "participants.reference": participants.map(\.participant.reference.rawValue),
            "match-runs.run": ["M-1"],
            "match-runs.slot": try await operations.slots(root, state: .offered).suffix(20).map(\.slot.code.rawValue),
        ]
        return String(decoding: try JSONEncoder().encode(known), as: UTF8.self)
    }

    private static func ask(
        _ address: ListenAddress, _ token: NewToken, _ known: String, _ effort: Effort
    ) async throws -> (Bool, String) {
        let folder = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
            .appending("Schemathesis")
        let variables = BuiltProgram.environment([
            "PRAKTIK_KNOWN": known, "PRAKTIK_OWN_TOKEN": token.id.description, "SCHEMATHESIS_HOOKS": "hooks",
            "PYTHONPATH": folder.string,
            "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1",
        ])
        // It leaves what it has found behind where it runs, and begins with it the next time.
        let place = FileManager.default.temporaryDirectory.appending(path: "schemathesis-\(UUID())")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let result = try await Subprocess.run(
            .path(FilePath(schemathesis ?? "")),
            arguments: [
                "--config-file", folder.appending("schemathesis.toml").string, "run",
                "http://\(address)\(APIDocument.path)", "--header", "Authorization: Bearer \(token.token)",
                "--checks", "all", "--phases", effort.phases, "--max-examples", String(effort.examples),
                // One worker: with threads, Python 3.11 loses count of how deep its parser stands (cpython gh-106905).
                "--seed", "1", "--no-shrink", "--generation-database", "none", "--workers", "1",
                "--suppress-health-check", "all", "--continue-on-failure",
            ],
            environment: .custom(
                Dictionary(uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0), $1) })),
            workingDirectory: FilePath(place.path()),
            output: .string(limit: 1 << 24), error: .string(limit: 1 << 20))
        return (result.terminationStatus.isSuccess, result.standardOutput + result.standardError)
    }
}
