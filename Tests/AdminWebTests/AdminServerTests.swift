import AdminWeb
import Domain
import Glibc
import Operations
import Settings
import TestSupport
import Testing

struct AdminServerTests {
    /// Runs a server on a free port for as long as `body` runs, then ends it as a signal would.
    private func serve(_ connection: String, _ body: (HTTPProbe) async throws -> Void) async throws {
        let operations = Installation(application: connection, owner: connection).open()
        let (addresses, told) = AsyncStream.makeStream(of: ListenAddress.self)
        let server = Task {
            try await AdminServer.run(operations, WebSettings(), at: ListenAddress("127.0.0.1:0")) { told.yield($0) }
        }
        do {
            let address = try #require(await addresses.first { _ in true })
            try await body(HTTPProbe(address: address.description))
        } catch {
            server.cancel()
            _ = try? await server.value
            await operations.close()
            throw error
        }
        server.cancel()
        try await server.value
        await operations.close()
    }

    @Test func `healthy, it is live and ready`() async throws {
        try await TestDatabase.with { database in
            try await serve(database.connectionString()) { probe in
                let live = try await probe.get("/health/live")
                #expect(live.status == 200)
                #expect(live.body == #"{"status":"live"}"#)
                let ready = try await probe.get("/health/ready")
                #expect(ready.status == 200)
                #expect(ready.body == #"{"database":"ok","schema":"ok","status":"ready"}"#)
            }
        }
    }

    @Test func `without a database it is live, and says which part is not ready, in the reader's language`()
        async throws
    {
        try await serve("host=/nonexistent dbname=none") { probe in
            #expect(try await probe.get("/health/live").status == 200)
            let ready = try await probe.get("/health/ready", language: "sv-SE,sv;q=0.9")
            #expect(ready.status == 503)
            #expect(ready.body == #"{"database":"Databasen går inte att nå.","status":"not ready"}"#)
        }
    }

    @Test func `on a schema that has not been migrated it is not ready, and says what to run`() async throws {
        let name = try await TestDatabase.makeEmpty()
        let cluster = try await TestCluster.shared()
        try await serve(cluster.connectionString(database: name, user: TestDatabase.ownerRole)) { probe in
            let ready = try await probe.get("/health/ready")
            #expect(ready.status == 503)
            #expect(ready.body.contains("praktik migrate"))
        }
    }

    @Test func `what is not there is a page that says so, in the reader's language, also without a database`()
        async throws
    {
        try await serve("host=/nonexistent dbname=none") { probe in
            for path in ["/nothing", "/health", "/health/ready/x", "/slots/"] {
                let answer = try await probe.get(path)
                #expect(answer.status == (path == "/slots/" ? 303 : 404))
            }
            #expect(try await probe.get("/nothing", language: "sv").body.contains("Det finns ingen sida här"))
        }
    }

    @Test func `an address that is taken is refused by name`() async throws {
        try await serve("host=/nonexistent dbname=none") { probe in
            let operations = Installation(application: "host=/nonexistent", owner: "host=/nonexistent").open()
            let address = try ListenAddress(probe.address)
            let error = await #expect(throws: ListenError.self) {
                try await AdminServer.run(operations, WebSettings(), at: address) { _ in }
            }
            #expect(error?.address == address)
            await operations.close()
        }
    }

    @Test func `a database that does not answer does not keep its asker waiting`() async throws {
        // A socket that takes connections and says nothing.
        let silent = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(silent) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(silent, $0, length) == 0 && listen(silent, 8) == 0 && getsockname(silent, $0, &length) == 0
            }
        }
        try #require(isBound)
        let port = UInt16(bigEndian: address.sin_port)
        let connection = "host=127.0.0.1 port=\(port) dbname=none user=nobody connect_timeout=5"
        let operations = Installation(application: connection, owner: connection).open()
        let readiness = await operations.readiness(within: .milliseconds(100))
        #expect(readiness.database?.en == "The database does not answer.")
    }
}
