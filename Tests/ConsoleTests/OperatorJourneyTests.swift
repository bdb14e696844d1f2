import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// An operator's day with the built program: a private cluster of its own, started, migrated, killed and back.
@Suite(.serialized) struct OperatorJourneyTests {
    @Test func `commands say in a sentence, and by their status, that the database is not there`() async throws {
        try await OperatorFolder.use { folder in
            let absent = try await folder.run("database", "status", "--format", "json")
            #expect(absent.status == 3)
            #expect(absent.output.contains("\"state\":\"absent\""))
            for command in [["migrate"], ["doctor"], ["migrate", "--status"]] {
                let answer = try await BuiltProgram.run(command, folder.variables)
                #expect(answer.status == 3, "\(command)")
                #expect(answer.errors.contains("praktik database start"), "\(command)")
            }
        }
    }

    @Test func `start, migrate, doctor, stop`() async throws {
        try await OperatorFolder.use { folder in
            #expect(try await folder.run("database", "start").status == 0)
            #expect(try await folder.run("database", "start").output.contains("running"))
            let unmigrated = try await folder.run("doctor")
            #expect(unmigrated.status == 1)
            #expect(unmigrated.output.contains("praktik migrate"))
            let unserved = try await folder.run("serve", "--listen", "127.0.0.1:0")
            #expect(unserved.status == 1)
            #expect(unserved.errors.contains("praktik migrate"))
            #expect(try await folder.run("migrate").status == 0)
            #expect(
                try await folder.run("migrate", "--language", "sv").output.contains("Schemat är redan programmets."))
            let status = try await folder.run("migrate", "--status", "--format", "csv")
            #expect(status.output.hasPrefix("number,name,applied_at,known\r\n1,foundation,"))
            let healthy = try await folder.run("doctor", "--municipality", "1485", "--format", "csv")
            #expect(healthy.status == 0, "\(healthy.output)")
            // Whether documents can be printed is this machine's; no mail server is named.
            let lines = healthy.output.split(separator: "\r\n").dropFirst()
                .filter { !$0.contains(",documents,") && !$0.contains(",mail,") }
            let verdicts = lines.map { $0.prefix { $0 != "," } }
            #expect(verdicts.count == 8 && verdicts.allSatisfy { $0 == "ok" }, "\(healthy.output)")
            #expect(try await folder.run("database", "stop").status == 0)
            #expect(try await folder.run("migrate").status == 3)
        }
    }

    @Test func `a daemon outlives its database, says so, and is ready again by itself`() async throws {
        try await OperatorFolder.use { folder in
            try await folder.serve("--migrate") { daemon in
                #expect(try await daemon.get("/health/live") == 200)
                #expect(try await daemon.get("/health/ready") == 200)
                #expect(try await daemon.get("/") == 303)

                try await folder.killDatabase()
                #expect(try await daemon.get("/health/ready") == 503)
                #expect(try await daemon.get("/health/live") == 200)
                let refused = try await folder.run("doctor", "--municipality", "1485")
                #expect(refused.status == 3)
                #expect(!refused.errors.isEmpty)

                #expect(try await folder.run("database", "start").status == 0)
                try await daemon.awaitReadiness()
                #expect(try await folder.run("doctor", "--municipality", "1485").status == 0)
            }
        }
    }

    @Test func `an interrupt or a termination ends the daemon with status 0`() async throws {
        try await OperatorFolder.use { folder in
            for signal in [SIGTERM, SIGINT] {
                let status = try await folder.serve("--migrate", endedBy: signal) { daemon in
                    try await daemon.awaitReadiness()
                }
                #expect(status == 0)
            }
            // The database is nobody's child: it is still there.
            #expect(try await folder.run("database", "status").status == 0)
        }
    }
}
