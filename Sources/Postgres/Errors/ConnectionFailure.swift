/// The server cannot be reached, or went away.
public struct ConnectionFailure: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    public enum Reason: Sendable {
        /// No connection could be made.
        case unreachable
        /// The connection ended in the middle of something; nothing of an open transaction remains.
        case lost
        /// The connection ended while a transaction was being committed: it may be committed, or not.
        case commitUnknown
        /// The pool is closed, or the connection's lease has ended.
        case closed
    }

    public let reason: Reason
    /// What the client library or the server says; may name hosts and users.
    public let message: String

    init(_ reason: Reason, message: String = "") {
        self.reason = reason
        self.message = message
    }

    public var description: String {
        switch reason {
        case .unreachable: "the database cannot be reached"
        case .lost: "the connection to the database was lost"
        case .commitUnknown: "the connection to the database was lost while committing"
        case .closed: "the database connection is closed"
        }
    }

    public var debugDescription: String { message.isEmpty ? description : "\(description): \(message)" }
}
