import TestSupport

/// Transactions a second by `pgbench`, statements prepared, over the server's own socket.
struct PgbenchLoad {
    let cluster: TestCluster
    let database: String
    var user = "postgres"
    /// Server settings of each connection.
    var options = ""

    func rate(
        _ script: String, variables: [(name: String, value: String)] = [], connections: Int, seconds: Int
    ) async throws -> Double {
        let output = try await TestProgram.run(
            [
                "PGOPTIONS=\(options)", "sh", "-c", "printf '%s\\n' \"$0\" | \"$@\" --file=/dev/stdin", script,
                cluster.program("pgbench"), "--no-vacuum", "--protocol=prepared", "--client=\(connections)",
                "--jobs=\(min(2, connections))", "--time=\(seconds)", "--host=\(cluster.folder)", "--username=\(user)",
            ] + variables.map { "--define=\($0.name)=\($0.value)" } + [database])
        guard let line = output.split(separator: "\n").first(where: { $0.hasPrefix("tps = ") }),
            let rate = line.split(separator: " ").dropFirst(2).first.flatMap({ Double($0) })
        else { throw Figure.WrongAnswer() }
        return rate
    }

    /// The same statements with the same values, one after the other.
    func rate(_ statements: [SentStatement], connections: Int, seconds: Int) async throws -> Double {
        var script = ""
        var variables: [(name: String, value: String)] = []
        for (place, statement) in statements.enumerated() {
            script += Self.named(statement, "s\(place)p") + ";\n"
            for (number, value) in statement.parameters.enumerated() {
                if let value { variables.append(("s\(place)p\(number + 1)", value)) }
            }
        }
        return try await rate(script, variables: variables, connections: connections, seconds: seconds)
    }

    /// `$1` as pgbench's `:name1`. It has no variables that are NULL: those stand as such.
    private static func named(_ statement: SentStatement, _ prefix: String) -> String {
        var parts = statement.text.split(separator: "$", omittingEmptySubsequences: false)
        var text = String(parts.removeFirst())
        for part in parts {
            let digits = part.prefix { ("0"..."9").contains($0) }
            let value = Int(digits).flatMap { number in
                statement.parameters.indices.contains(number - 1) ? statement.parameters[number - 1] : nil
            }
            text += (value == nil ? "NULL" : ":\(prefix)\(digits)") + part.dropFirst(digits.count)
        }
        return text
    }
}
