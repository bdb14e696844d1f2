import FoundationEssentials
import TestSupport

/// A statement as the server logged it on behalf of the program.
struct SentStatement: Sendable {
    let text: String
    /// In the order of `$1`, `$2` …; nil is NULL.
    let parameters: [String?]

    /// Opens, ends or dresses a transaction, or finds out who asks: what surrounds the reading.
    var isFrame: Bool {
        ["BEGIN", "COMMIT"].contains { text.hasPrefix($0) } || text.contains("set_config(")
            || text.contains("secret_hash =")
    }

    /// What the program sends to the database for one answer, once it knows what it may keep in mind.
    static func behind(_ path: String, _ database: TestDatabase, _ visitor: WebVisitor) async throws -> [SentStatement]
    {
        let cluster = try await TestCluster.shared()
        let role = "ALTER ROLE \(TestDatabase.applicationRole) IN DATABASE \"\(database.name)\""
        try await cluster.runScript("\(role) SET log_statement = 'all'")
        let log = cluster.folder + "/log"
        let text = try await WebDaemon.run(on: database) { daemon in
            let load = WebLoad(daemon: daemon, visitor: visitor)
            for _ in 0..<3 { _ = try await load.body(path) }
            let before = try await TestProgram.run(["cat", log]).utf8.count
            _ = try await load.body(path)
            // What ends a transaction may be logged after the answer.
            try await Task.sleep(for: .milliseconds(200))
            return String(try await TestProgram.run(["cat", log]).utf8.dropFirst(before)) ?? ""
        }
        try await cluster.runScript("\(role) RESET log_statement")
        return read(text)
    }

    /// Reads the lines of a log: entries begin with a time, and go on behind a tab.
    static func read(_ log: String) -> [SentStatement] {
        var entries: [String] = []
        for line in log.split(separator: "\n") {
            if line.hasPrefix("\t") {
                entries[entries.count - 1] += "\n" + line.dropFirst()
            } else {
                entries.append(String(line))
            }
        }
        var statements: [SentStatement] = []
        for entry in entries {
            if let start = entry.firstRange(of: "DETAIL:  parameters: "), let last = statements.popLast() {
                statements.append(
                    SentStatement(text: last.text, parameters: values(entry[start.upperBound...])))
            } else if let start = entry.firstRange(of: "LOG:  execute "),
                let colon = entry[start.upperBound...].firstRange(of: ": ")
            {
                statements.append(SentStatement(text: String(entry[colon.upperBound...]), parameters: []))
            } else if let start = entry.firstRange(of: "LOG:  statement: ") {
                statements.append(SentStatement(text: String(entry[start.upperBound...]), parameters: []))
            }
        }
        return statements
    }

    /// `$1 = 'a', $2 = NULL`: a quote within a value is doubled.
    private static func values(_ text: Substring) -> [String?] {
        var values: [String?] = []
        var rest = text
        while let equals = rest.firstRange(of: " = ") {
            rest = rest[equals.upperBound...]
            guard rest.first == "'" else {
                values.append(nil)
                continue
            }
            var value = ""
            rest = rest.dropFirst()
            while let character = rest.popFirst() {
                if character == "'" {
                    guard rest.first == "'" else { break }
                    rest = rest.dropFirst()
                }
                value.append(character)
            }
            values.append(value)
        }
        return values
    }
}
