import FoundationEssentials
import Postgres
import TestSupport
import Testing

/// `Database/current.sql` is the whole schema as the migrations make it, to be read and compared.
struct SchemaFileTests {
    private static let path: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        return parts.joined(separator: "/") + "/Database/current.sql"
    }()

    private static let head = """
        -- The whole schema as the migrations make it. Written by a test, never by hand: after a new migration run
        -- PRAKTIK_UPDATE_SCHEMA=1 Deploy/test


        """

    @Test func `the migrations make current sql`() async throws {
        let (major, dump) = try await TestDatabase.with { database in
            let version = try await database.owner.withConnection { connection in
                try await connection.value("SELECT current_setting('server_version_num')::int", as: Int.self)
            }
            return (version / 10000, try await database.dumpSchema())
        }
        // Every major version words its dumps a little differently; the file is in the words of this one.
        guard major == 15 else { return }
        let schema = Self.head + Self.normalised(dump)
        if ProcessInfo.processInfo.environment["PRAKTIK_UPDATE_SCHEMA"] == "1" {
            try Data(schema.utf8).write(to: URL(filePath: Self.path))
        }
        let file = String(decoding: try Data(contentsOf: URL(filePath: Self.path)), as: UTF8.self)
        let made = schema.split(separator: "\n")
        let kept = file.split(separator: "\n")
        let firstDifference = zip(made, kept).first { $0 != $1 }
        #expect(
            schema == file,
            """
            Database/current.sql is not what the migrations make (\(firstDifference.map { "\($0)" } ?? "other length")). \
            If the migrations are right: PRAKTIK_UPDATE_SCHEMA=1 Deploy/test
            """)
    }

    /// Without what depends on the version or the run: settings, comments, and blank lines in a row.
    private static func normalised(_ dump: String) -> String {
        var lines: [Substring] = []
        for line in dump.split(separator: "\n", omittingEmptySubsequences: false) {
            let isVolatile =
                line.hasPrefix("--") || line.hasPrefix("SET ") || line.hasPrefix("\\")
                || line.hasPrefix("SELECT pg_catalog.set_config") || line.hasPrefix("COMMENT ON EXTENSION")
            guard !isVolatile else { continue }
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }
}
