import Domain
import Foundation
import Glibc
import Mail
import MailServers
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// The built daemon killed while it sends.
@Suite(.serialized) struct KilledDaemonTests {
    private static let isLong = ProcessInfo.processInfo.environment["PRAKTIK_LONG"] != nil
    private static let kills = isLong ? 50 : 4

    private func daemon(_ town: MailTown, _ server: MailServerProcess) throws -> WatchedProcess {
        try WatchedProcess(
            [BuiltProgram.path, "serve", "--listen", "127.0.0.1:0"],
            variables: BuiltProgram.environment([
                "PRAKTIK_DATABASE_URL": town.database.connectionString(),
                "PRAKTIK_OWNER_DATABASE_URL": town.database.connectionString(user: TestDatabase.ownerRole),
                "PRAKTIK_BASE_URL": "https://praktik.example.se",
                "PRAKTIK_SMTP_URL": "smtp://127.0.0.1:\(server.port)", "PRAKTIK_SMTP_FROM": "praktik@example.se",
            ]), output: server.folder + "/daemon")
    }

    @Test func `killed at random while it sends, it loses nothing, and doubles only by the same Message-ID`()
        async throws
    {
        // Ten messages a recipient and day are what a daemon sends: people enough for all rounds.
        // The daemon's clock is the real one.
        let yesterday = WallClock.system.today.adding(-1)
        try await MailTown.with(people: 12, on: yesterday.description) { town in
            // Asked a day ago: what nobody has answered for long lapses, and takes its links along.
            try await town.owner("ALTER TABLE placement DISABLE TRIGGER USER")
            try await town.owner("UPDATE placement SET state_on = \(yesterday)")
            try await town.owner("ALTER TABLE placement ENABLE TRIGGER USER")
            let server = try await MailServerProcess.start(behaving: "slow")
            defer { server.remove() }
            var posted = 0
            for round in 0..<Self.kills {
                // Yesterday's no longer count towards the day's.
                try await town.owner("UPDATE message_attempt SET at = at - interval '1 day'")
                try await town.post(1, round: round)
                posted += 12
                let before = try server.received().count
                let process = try daemon(town, server)
                let enough = Int.random(in: 1...10)
                for _ in 0..<1_000 where try server.received().count < before + enough {
                    try await Task.sleep(for: .milliseconds(10))
                }
                try await Task.sleep(for: .milliseconds(Int.random(in: 0...60)))
                if let pid = process.program { kill(pid, SIGKILL) }
                process.end()
            }
            try await town.owner("UPDATE message_attempt SET at = at - interval '1 day'")
            let last = try daemon(town, server)
            for _ in 0..<3_000
            where try await town.value("SELECT count(*) FROM message WHERE state = 'waiting'", as: Int.self) > 0 {
                try await Task.sleep(for: .milliseconds(50))
            }
            last.end()

            let log = (try? String(contentsOfFile: server.folder + "/daemon", encoding: .utf8)) ?? ""
            #expect(try await town.counts() == [.sent: posted], "\(log.prefix(2_000))")
            let names = try server.received().compactMap { $0.header("Message-ID") }
            let expected = try await town.operations.messages(town.coordinator, limit: 100_000).map {
                MessageID($0.id.rawValue, of: try EmailAddress("praktik@example.se")).description
            }
            #expect(Set(names) == Set(expected) && expected.count == posted)
            let unknown = try await town.value(
                "SELECT count(*) FROM message_attempt WHERE outcome IS NULL", as: Int.self)
            #expect(names.count - expected.count <= unknown)
            print(
                "kills \(Self.kills), posted \(posted), lost 0, doubled \(names.count - expected.count), cut off \(unknown)"
            )
        }
    }
}

extension MailTown {
    fileprivate func owner(_ statement: SQL) async throws {
        _ = try await database.owner.withConnection { try await $0.execute(statement) }
    }
}
