/// What can go wrong between here and the database.
///
/// `description` shows no data: it is safe in a log. `debugDescription` may hold values of rows.
public enum PostgresError: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The server refused a statement.
    case server(ServerError)
    /// The server cannot be reached, or went away.
    case connection(ConnectionFailure)
    /// No connection became free in time, or too many wait for one already.
    case poolExhausted
    /// The task was cancelled; what it was doing was cancelled on the server too.
    case cancelled
    /// An answer does not have the shape the caller expects.
    case decoding(DecodingFailure)

    public var description: String {
        switch self {
        case .server(let error): error.description
        case .connection(let failure): failure.description
        case .poolExhausted: "no database connection became free in time"
        case .cancelled: "the statement was cancelled"
        case .decoding(let failure): failure.description
        }
    }

    public var debugDescription: String {
        switch self {
        case .server(let error): error.debugDescription
        case .connection(let failure): failure.debugDescription
        default: description
        }
    }

    /// The server's error, if that is what it is.
    public var server: ServerError? {
        if case .server(let error) = self { error } else { nil }
    }

    /// Whether the whole transaction may succeed if it is tried again.
    var isTransient: Bool {
        guard let error = server else { return false }
        return error.sqlState == .serializationFailure || error.sqlState == .deadlockDetected || error.isStalePlan
    }
}
