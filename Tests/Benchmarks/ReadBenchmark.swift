import Postgres
import TestSupport

/// One-row reads by primary key: through the client, each with a lease of its own, and by `pgbench -M prepared`; the same
/// statement, table, server and number of connections, in turn.
///
/// `reads [seconds a measurement] [rounds]`
enum ReadBenchmark {
    private static let rows = 100_000

    private struct Item: RowDecodable {
        let id: Int32
        let name: String
        let places: Int32

        init(row: Row) throws {
            id = try row.value("id")
            name = try row.value("name")
            places = try row.value("places")
        }
    }

    static func run(_ arguments: [String]) async throws {
        let seconds = arguments.first.flatMap { Int($0) } ?? 3
        let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 5
        let cluster = try await TestCluster.start()
        let database = try await cluster.createDatabase()
        try await cluster.runScript(
            """
            CREATE TABLE item (id int PRIMARY KEY, name text NOT NULL, places int NOT NULL);
            INSERT INTO item SELECT n, 'item number ' || n, n % 50 FROM generate_series(1, \(rows)) AS n;
            """, database: database)
        try await cluster.runScript("VACUUM (ANALYZE) item", database: database)
        for connections in [1, 8, 32] {
            let pool = Pool(
                PoolConfiguration(
                    connectionString: cluster.connectionString(database: database), maximumConnections: connections))
            var ours: [Double] = []
            var theirs: [Double] = []
            for _ in 0..<rounds {
                theirs.append(
                    try await PgbenchLoad(cluster: cluster, database: database).rate(
                        "\\set id random(1, \(rows))\nSELECT id, name, places FROM item WHERE id = :id;",
                        connections: connections, seconds: seconds))
                ours.append(try await client(pool, connections: connections, seconds: seconds))
            }
            await pool.close()
            let figures = (ours: Figure.median(ours), theirs: Figure.median(theirs))
            Figure.print(
                "reads, \(connections) connections", figures.ours, "1/s", against: figures.theirs,
                "pgbench -M prepared",
                ratio: figures.ours / figures.theirs, aim: "at least 0.8")
        }
        try await cluster.remove()
    }

    private static func client(_ pool: Pool, connections: Int, seconds: Int) async throws -> Double {
        let start = ContinuousClock.now
        let end = start + .seconds(seconds)
        let executors = Pool.taskExecutors
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<connections {
                group.addTask(executorPreference: executors[number % executors.count]) {
                    try await read(pool, until: end, seed: UInt64(number + 1))
                }
            }
            return try await group.reduce(0, +)
        }
        return Double(count) / (start.duration(to: .now) / .seconds(1))
    }

    private static func read(_ pool: Pool, until end: ContinuousClock.Instant, seed: UInt64) async throws -> Int {
        var count = 0
        var random = seed &* 0x9E37_79B9_7F4A_7C15
        while ContinuousClock.now < end {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let id = Int32(random >> 33) % Int32(rows) + 1
            let item = try await pool.withConnection { connection in
                try await connection.queryFirst("SELECT id, name, places FROM item WHERE id = \(id)", as: Item.self)
            }
            guard item?.id == id else { throw Figure.WrongAnswer() }
            count += 1
        }
        return count
    }
}
