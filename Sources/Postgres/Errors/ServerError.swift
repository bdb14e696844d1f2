import CLibPQ

/// An error the server answered with.
public struct ServerError: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// `ERROR`, `FATAL` or `PANIC`.
    public let severity: String
    public let sqlState: SQLState
    /// The name of the violated constraint.
    public let constraint: String?
    public let schema: String?
    public let table: String?
    public let column: String?
    /// Where in the statement, in characters from 1.
    public let position: Int?
    /// May hold values of rows, as may `detail`, `hint` and `context`: not for logs.
    public let message: String
    public let detail: String?
    public let hint: String?
    public let context: String?

    private let routine: String?

    /// Nil when the client library made the result up itself, as when the connection is lost.
    init?(result: OpaquePointer) {
        func field(_ letter: Unicode.Scalar) -> String? {
            PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) }
        }
        guard let sqlState = field("C") else { return nil }
        self.sqlState = SQLState(rawValue: sqlState)
        severity = field("V") ?? field("S") ?? "ERROR"
        constraint = field("n")
        schema = field("s")
        table = field("t")
        column = field("c")
        position = field("P").flatMap { Int($0) }
        message = field("M") ?? ""
        detail = field("D")
        hint = field("H")
        context = field("W")
        routine = field("R")
    }

    /// A prepared statement that no longer fits the tables it was made for, or is no longer there.
    var isStalePlan: Bool {
        (sqlState.rawValue == "0A000" && routine == "RevalidateCachedQuery") || sqlState == .invalidStatementName
    }

    public var description: String {
        var words = "\(severity) \(sqlState)"
        if let constraint { words += ", constraint \(constraint)" }
        if let table { words += ", table \(table)" }
        if let column { words += ", column \(column)" }
        return words
    }

    public var debugDescription: String {
        var lines = "\(description): \(message)"
        if let detail { lines += "\nDETAIL: \(detail)" }
        if let hint { lines += "\nHINT: \(hint)" }
        if let context { lines += "\nCONTEXT: \(context)" }
        return lines
    }
}
