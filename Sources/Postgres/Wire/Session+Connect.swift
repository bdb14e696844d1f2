import CLibPQ
import Glibc

extension Session {
    /// Makes a connection; blocks, so never on a thread that tasks share.
    ///
    /// libpq's own blocking form is used, for only that keeps `connect_timeout` for each of several hosts.
    static func connect(_ configuration: PoolConfiguration) throws(PostgresError) -> Session {
        // What stands before the connection string is a default, what stands after it is not for the string to decide.
        let parameters: [(String, String)] = [
            ("connect_timeout", "\(max(2, configuration.connectTimeout.components.seconds))"),
            ("fallback_application_name", configuration.applicationName),
            ("dbname", configuration.connectionString),
            ("client_encoding", "UTF8"),
        ]
        var keywords: [UnsafePointer<CChar>?] = parameters.map { UnsafePointer(strdup($0.0)) }
        var values: [UnsafePointer<CChar>?] = parameters.map { UnsafePointer(strdup($0.1)) }
        defer { for text in keywords + values { free(UnsafeMutableRawPointer(mutating: text)) } }
        keywords.append(nil)
        values.append(nil)

        guard let handle = PQconnectdbParams(keywords, values, 1) else {
            throw .connection(ConnectionFailure(.unreachable))
        }
        guard PQstatus(handle) == CONNECTION_OK else {
            defer { PQfinish(handle) }
            throw .connection(ConnectionFailure(.unreachable, message: String(cString: PQerrorMessage(handle))))
        }
        // Notices may hold values, and libpq would print them.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        do throws(PostgresError) {
            for statement in configuration.firstStatements { try prepareSession(handle, statement) }
        } catch {
            PQfinish(handle)
            throw error
        }
        return Session(handle: handle)
    }

    private static func prepareSession(_ handle: OpaquePointer, _ statement: String) throws(PostgresError) {
        guard let result = PQexec(handle, statement) else {
            throw .connection(ConnectionFailure(.unreachable, message: String(cString: PQerrorMessage(handle))))
        }
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status != PGRES_COMMAND_OK, status != PGRES_TUPLES_OK else { return }
        if let error = ServerError(result: result), !error.sqlState.endsSession { throw .server(error) }
        throw .connection(ConnectionFailure(.unreachable, message: String(cString: PQerrorMessage(handle))))
    }

    /// Whether an idle connection has ended, as far as its socket tells; reads what the server has sent meanwhile.
    func hasEnded() -> Bool {
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        // Twice at most: a farewell message, then the end itself.
        for _ in 0..<3 {
            guard !isBroken else { return true }
            guard poll(&descriptor, 1, 0) > 0 else { return false }
            guard readFarewell() else { return true }
        }
        return true
    }
}
