import TestSupport
import Testing

@Suite struct TestClusterTests {
    @Test func `a database copied from a template has what the template has`() async throws {
        let cluster = try await TestCluster.shared()
        let template = try await cluster.createDatabase()
        try await cluster.runScript("CREATE TABLE fruit AS SELECT 'päron' AS name", database: template)
        let copy = try await cluster.createDatabase(template: template)
        #expect(try await cluster.runScript("SELECT name FROM fruit", database: copy) == "päron")
        try await cluster.dropDatabase(copy)
        try await cluster.dropDatabase(template)
    }

    @Test func `a killed cluster comes back with what was committed`() async throws {
        let cluster = try await TestCluster.start(settings: ["fsync=on", "synchronous_commit=on"])
        try await cluster.runScript("CREATE TABLE kept (number int)")
        try await cluster.kill()
        await #expect(throws: TestProgram.Failure.self) { try await cluster.runScript("SELECT 1") }
        try await cluster.start()
        #expect(try await cluster.runScript("SELECT count(*) FROM kept") == "0")
        try await cluster.remove()
    }
}
