import Domain
import Foundation
import HTTPTypes
import Logging
import Operations
import Postgres
import Secrets
import Settings
import Synchronization
import TestSupport
import Testing

@testable import AdminWeb

/// Two municipalities behind one service, and what is asked of it across their borders.
struct StrangerHouse {
    let database: TestDatabase
    let web: WebTester
    let log: KeptLog
    let here: StrangerTown
    let there: StrangerTown

    static func with(_ body: (StrangerHouse) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let operations = Operations(
                pool: database.pool, clock: .fixed(try Day("2026-03-02")),
                accounts: AccountRules(hasher: PasswordHasher(cost: .trifling)))
            let log = KeptLog()
            var settings = WebSettings()
            settings.apiRequestsPerMinute = 1_000_000
            let house = StrangerHouse(
                database: database, web: try WebTester(operations, settings, log: log.logger), log: log,
                here: try await StrangerTown("A", "1485", operations),
                there: try await StrangerTown("B", "1487", operations))
            try await body(house)
            await operations.endJobs()
        }
    }

    var run: String { here.named["run"] ?? "" }

    /// Everybody to whom something here is another's.
    var strangers: [Stranger] {
        get throws {
            let common: Set<String> = ["unit", "referrer", "undertaking", "municipality"]
            let everywhere: Set<String> = ["municipality"]
            let abroad = ["admin", "utpekad", "vard", "kom", "statistiker"]
            return try abroad.map { try Stranger($0, of: there, before: here, knows: everywhere) } + [
                // A host; the other host's are not theirs, nor who is referred to it and by whom.
                Stranger(
                    "vard", of: here, before: here, knows: common,
                    sees: ["enhet", "anvisare", "vardhandledare", "konto"]),
                // A referrer; what is on offer is for all of them.
                Stranger(
                    "kom", of: here, before: here, knows: common.union(["slot", "title"]),
                    sees: ["enhet", "anvisare", "erbjuden", "kom", "konto"]),
                Stranger(
                    "statistiker", of: here, before: here, knows: common.union(["duty"]),
                    sees: ["enhet", "anvisare", "konto"]),
            ]
        }
    }

    /// Asks a route all its questions as one stranger, of what is another's and of what is not there.
    func hold(
        _ method: HTTPRequest.Method, _ key: String, isAPI: Bool, _ table: [String: StrangerCase], _ stranger: Stranger
    ) async throws {
        guard case .probes(let probes)? = table[key] else { return }
        for probe in probes {
            let said: Comment = "\(stranger.name): \(key) \(probe.path) \(probe.form ?? probe.json ?? "")"
            let before = try await state()
            // A link names its municipality, whose visitor one is with it.
            let isLink = probe.names.contains("link")
            let refused = try await isLink ? refusalsAtTheDoor() : refusals(by: stranger)
            let others = try await entries(of: here, unless: stranger)
            let answer = try await stranger.ask(method, probe, stranger.others, isAPI: isAPI, web)
            let after = try await state()
            if after != before {
                Issue.record("changed: \(said) \(answer.status)\n\(String.difference(before, after))")
            }
            if [403, 404].contains(answer.status) {
                let now = try await isLink ? refusalsAtTheDoor() : refusals(by: stranger)
                #expect(now > refused, "not on record: \(said) \(answer.status)")
            }
            let told = stranger.told(answer, stranger.others)
            for word in stranger.hidden where told.lowercased().contains(word) {
                Issue.record("\(word): \(said)\n\(told.lines(around: word))")
            }
            #expect(answer.status < 500, said)
            if probe.names.isDisjoint(with: stranger.unknown) { continue }
            let other = try await stranger.ask(method, probe, stranger.missing, isAPI: isAPI, web)
            let toldOfNone = stranger.told(other, stranger.missing)
            if told != toldOfNone { Issue.record("\(said)\n\(String.difference(told, toldOfNone))") }
            if isLink { continue }
            #expect(try await entries(of: here, unless: stranger) == others, "in another's log: \(said)")
        }
    }

    /// Every table but the logs and sessions, by its digest.
    func state() async throws -> String {
        try await database.owner.withConnection { connection in
            try await connection.value(
                """
                SELECT string_agg(tablename || ' ' || md5(query_to_xml(format(
                        'SELECT (to_jsonb(t) - ''last_used_at'')::text AS x FROM %I t ORDER BY 1', tablename),
                    false, false, '')::text), E'\\n' ORDER BY tablename)
                FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'audit\\_%'
                    AND tablename NOT IN ('user_session', 'sign_in_count')
                """, as: String.self)
        }
    }

    private func refusals(by stranger: Stranger) async throws -> Int {
        let actor = stranger.session.signedIn.actor
        return try await count(
            """
            SELECT count(*) FROM audit_entry
            WHERE outcome = 'refused' AND municipality = \(actor.municipality) AND actor = \(actor.name)
            """)
    }

    private func refusalsAtTheDoor() async throws -> Int {
        try await count(
            """
            SELECT count(*) FROM audit_entry
            WHERE outcome = 'refused' AND municipality = \(here.code) AND action = 'account.use_link'
            """)
    }

    /// Entries in a town's log; what somebody of the town does may add to it.
    private func entries(of town: StrangerTown, unless stranger: Stranger) async throws -> Int {
        guard stranger.session.signedIn.actor.municipality != town.code else { return 0 }
        return try await count("SELECT count(*) FROM audit_entry WHERE municipality = \(town.code)")
    }

    private func count(_ statement: SQL) async throws -> Int {
        try await database.owner.withConnection { try await $0.value(statement, as: Int.self) }
    }
}

/// Keeps every line that is logged.
final class KeptLog: Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    var logger: Logger {
        var logger = Logger(label: "test") { [self] _ in Handler(log: self) }
        logger.logLevel = .trace
        return logger
    }

    private struct Handler: LogHandler {
        let log: KeptLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            log.lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
        }
    }
}

extension String {
    fileprivate func lines(around word: String) -> String {
        split(separator: "\n").filter { $0.lowercased().contains(word) }.prefix(3).joined(separator: "\n")
    }

    fileprivate static func difference(_ left: String, _ right: String) -> String {
        let (one, other) = (left.split(separator: "\n"), right.split(separator: "\n"))
        let differing = zip(one, other).filter { $0 != $1 }.prefix(4).map { "- \($0.prefix(300))\n+ \($1.prefix(300))" }
        return "\(one.count) and \(other.count) lines\n" + differing.joined(separator: "\n")
    }
}
