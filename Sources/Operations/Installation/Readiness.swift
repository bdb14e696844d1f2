public import Domain
import Postgres
import Store

/// Whether the service can do its work now, part by part; a part that cannot says why.
public struct Readiness: Sendable, Hashable {
    /// Nil when it is in order.
    public let database: Phrase?
    /// Nil when it is in order, and when the database cannot be asked.
    public let schema: Phrase?

    public var isReady: Bool { database == nil && schema == nil }
}

extension Operations {
    /// Refuses a schema that is older or newer than the program's; no more than one query.
    public func requireSchema() async throws {
        do {
            try await pool.withConnection { try await $0.requireCurrentSchema() }
        } catch PostgresError.server(let error) where error.sqlState == "22023" {
            // The role that every connection takes on is made by the first migration.
            throw SchemaError.missing
        } catch PostgresError.server(let error) where error.sqlState == .insufficientPrivilege {
            throw RoleNotGranted()
        }
    }

    /// Refuses also migrations that were edited after they had been applied.
    public func requireUnchangedSchema() async throws {
        try await requireSchema()
        try await pool.withConnection { try await $0.requireUnchangedMigrations() }
    }

    /// Asks the database, and answers within `patience` also when it does not.
    public func readiness(within patience: Duration = .seconds(2)) async -> Readiness {
        let failure = await withTaskGroup(of: (any Error)?.self) { group in
            group.addTask {
                do {
                    try await requireSchema()
                    return nil
                } catch {
                    return error
                }
            }
            group.addTask {
                try? await Task.sleep(for: patience)
                return Silence()
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        return switch failure {
        case nil: Readiness(database: nil, schema: nil)
        case let error as SchemaError: Readiness(database: nil, schema: error.phrase)
        case let error?: Readiness(database: Failure(error).phrase, schema: nil)
        }
    }

    /// Ends the connections, once the work under way on them, in the background too, is done.
    public func close() async {
        await endJobs()
        await pool.close()
    }
}

/// The login that connections sign in with may not act as the application.
private struct RoleNotGranted: PhrasedError {
    var phrase: Phrase {
        let remedy = "GRANT \(Installation.applicationRole) TO …"
        return Phrase(
            sv: "Databasens inloggning får inte bli \(Installation.applicationRole). Kör som ägare: \(remedy)",
            en: "The database login may not become \(Installation.applicationRole). Run as owner: \(remedy)")
    }
}

/// The database took longer to answer than its asker waited.
private struct Silence: PhrasedError {
    var phrase: Phrase { Phrase(sv: "Databasen svarar inte.", en: "The database does not answer.") }
}
