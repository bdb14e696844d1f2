import Postgres
import TestSupport

/// A database of a suite's own on the shared cluster, with a pool.
@discardableResult
func withPool<T>(
    connections: Int = 4, waiting: Int = 1000, acquireTimeout: Duration = .seconds(60),
    _ body: (Pool) async throws -> T
) async throws -> T {
    let cluster = try await TestCluster.shared()
    let database = try await cluster.createDatabase()
    let pool = Pool(
        PoolConfiguration(
            connectionString: cluster.connectionString(database: database), maximumConnections: connections,
            maximumWaiting: waiting, acquireTimeout: acquireTimeout))
    do {
        let result = try await body(pool)
        await pool.close()
        try await cluster.dropDatabase(database)
        return result
    } catch {
        await pool.close()
        throw error
    }
}
