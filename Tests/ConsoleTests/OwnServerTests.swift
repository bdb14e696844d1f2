import TestSupport
import Testing

/// The built program on a PostgreSQL that is somebody else's, named by connection strings.
@Suite(.serialized) struct OwnServerTests {
    @Test func `the owner migrates, and the application needs no more than its role`() async throws {
        let cluster = try await TestCluster.shared()
        let name = try await TestDatabase.makeEmpty()
        try await cluster.runScript("CREATE ROLE console_login LOGIN")
        let variables = [
            "HOME": "/nonexistent",
            "PRAKTIK_DATABASE_URL": cluster.connectionString(database: name, user: "console_login"),
            "PRAKTIK_OWNER_DATABASE_URL": cluster.connectionString(database: name, user: TestDatabase.ownerRole),
        ]
        #expect(try await BuiltProgram.run(["migrate"], variables).status == 0)

        let ungranted = try await BuiltProgram.run(["unit", "list", "--municipality", "1485"], variables)
        #expect(ungranted.status == 1)
        #expect(ungranted.errors.contains("GRANT praktik_app TO"))
        try await cluster.runScript("GRANT praktik_app TO console_login")
        #expect(try await BuiltProgram.run(["unit", "list", "--municipality", "1485"], variables).status == 0)

        let doctor = try await BuiltProgram.run(["doctor", "--format", "json"], variables)
        #expect(doctor.output.contains("\"part\":\"role\",\"sentence\":\"The role praktik_app is kept within"))
        // A throw-away server is not durable, and the doctor says so.
        #expect(doctor.status == 1)
        #expect(doctor.output.contains("fsync"))

        let refused = try await BuiltProgram.run(["database", "start"], variables)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("PRAKTIK_DATABASE_URL"))
    }

    @Test func `a server that is not there gives status 3, and the doctor says what was tried`() async throws {
        let variables = ["HOME": "/nonexistent", "PRAKTIK_DATABASE_URL": "host=/nonexistent dbname=praktik"]
        for command in [["unit", "list", "--municipality", "1485"], ["migrate"], ["doctor"], ["serve"]] {
            let answer = try await BuiltProgram.run(command, variables)
            #expect(answer.status == 3, "\(command)")
            #expect(answer.errors.contains("PRAKTIK_DATABASE_URL"), "\(command)")
        }
        let doctor = try await BuiltProgram.run(["doctor"], variables)
        #expect(doctor.output.contains("/nonexistent"))
    }

    @Test func `a command line that is not understood gives status 2, and so does a missing municipality`() async throws
    {
        let variables = ["HOME": "/nonexistent", "PRAKTIK_DATABASE_URL": "host=/nonexistent"]
        for command in [
            ["frob"], ["unit", "list", "--format", "x"], ["migrate", "--language", "de"], ["unit", "list"],
            ["unit", "list", "--municipality", "12"], ["serve", "--listen", "nowhere"],
        ] {
            let answer = try await BuiltProgram.run(command, variables)
            #expect(answer.status == 2, "\(command)")
            #expect(!answer.errors.isEmpty && answer.output.isEmpty, "\(command)")
        }
    }
}
