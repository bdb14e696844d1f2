import TestSupport

/// Answers a second against the composite limit 1/(1/h + 1/q), all three in turn: as fast as one can be that does first what
/// the server does for any answer and then what the database does for this one, and nothing besides.
///
/// h is the same server answering what it knows already to the same visitor over as many connections: finding out who asks,
/// headers, log and counters included (`/api/v1/me`, `/account`). q is `pgbench` over as many connections with the statements
/// that read what the answer shows, as the server logged them, as the application's role under row-level security, each a
/// transaction of its own. The other line counts the finding out and what surrounds the transaction to q rather than to h:
/// there h is an answer to anybody (`/health/live`), and q everything the request sends.
enum CompositeMeasurement {
    private struct Question {
        let name: String
        let path: String
        let constant: String
        let aim: Double
        /// How often a row's beginning must be in the answer.
        let rows: (beginning: String, count: Int)
    }

    private static let questions = [
        Question(
            name: "JSON read of a slot", path: "/api/v1/slots/P7", constant: "/api/v1/me", aim: 0.85,
            rows: ("\"code\"", 1)),
        Question(
            name: "HTML list of 50 slots", path: "/slots", constant: "/account", aim: 0.5,
            rows: ("<tr><th scope=\"row\">", 50)),
    ]

    static func run(_ town: Town, seconds: Int, rounds: Int) async throws {
        for question in questions {
            let sent = try await SentStatement.behind(question.path, town.database, town.visitor)
            Figure.note("\(question.path) sends \(sent.count) statements, \(sent.filter { !$0.isFrame }.count) to read")
            try await WebDaemon.run(on: town.database) { daemon in
                let load = WebLoad(daemon: daemon, visitor: town.visitor)
                let body = try await load.body(question.path)
                guard body.ranges(of: question.rows.beginning).count >= question.rows.count else {
                    throw Figure.WrongAnswer()
                }
                for connections in [1, 16, 128] {
                    try await measure(
                        question, sent, load, town, connections: connections, seconds: seconds, rounds: rounds)
                }
            }
        }
    }

    private static func measure(
        _ question: Question, _ sent: [SentStatement], _ load: WebLoad, _ town: Town, connections: Int, seconds: Int,
        rounds: Int
    ) async throws {
        let bench = PgbenchLoad(
            cluster: try await TestCluster.shared(), database: town.database.name, user: TestDatabase.applicationRole,
            options: "-c praktik.municipality=\(town.visitor.municipality) -c jit=off")
        let reading = sent.filter { !$0.isFrame }
        var rates: [[Double]] = [[], [], [], [], []]
        for _ in 0..<rounds {
            for (place, path) in [question.path, question.constant, "/health/live"].enumerated() {
                rates[place].append(try await load.rate(path, connections: connections, seconds: seconds))
            }
            // A statement is planned anew the first five times on each connection, which must not count for much.
            let longer = seconds + connections / 16
            rates[3].append(try await bench.rate(reading, connections: connections, seconds: longer))
            rates[4].append(try await bench.rate(sent, connections: connections, seconds: longer))
        }
        let medians = rates.map(Figure.median)
        for (what, h, q) in [("", medians[1], medians[3]), (", everything sent", medians[2], medians[4])] {
            let limit = 1 / (1 / h + 1 / q)
            Figure.print(
                "\(question.name)\(what), \(connections) connections", medians[0], "1/s", against: limit,
                "limit of \(Figure.short(h)) and \(Figure.short(q))", ratio: medians[0] / limit,
                aim: what.isEmpty ? "at least \(question.aim)" : "the same, by the other count")
        }
    }
}
