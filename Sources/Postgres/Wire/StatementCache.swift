/// The statements of one session by their text; the one unused longest gives way.
struct StatementCache {
    static let capacity = 256

    private var statements: [String: PreparedStatement] = [:]
    private var clock: UInt64 = 0
    private var made = 0

    var count: Int { statements.count }

    mutating func find(_ template: String) -> PreparedStatement? {
        guard let statement = statements[template] else { return nil }
        clock += 1
        statement.lastUse = clock
        return statement
    }

    /// A statement with a name not used before in this session; not yet kept.
    mutating func make(for parameters: [PostgresValue]) -> PreparedStatement {
        made += 1
        return PreparedStatement(number: made, types: parameters.map(\.type.rawValue))
    }

    mutating func keep(_ statement: PreparedStatement, for template: String) {
        clock += 1
        statement.lastUse = clock
        statements[template] = statement
    }

    @discardableResult
    mutating func forget(_ template: String) -> PreparedStatement? {
        statements.removeValue(forKey: template)
    }

    /// When full, removes the statement unused longest and answers it, to be given up on the server.
    mutating func makeRoom() -> PreparedStatement? {
        guard statements.count >= Self.capacity else { return nil }
        guard let oldest = statements.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return nil }
        statements[oldest.key] = nil
        return oldest.value
    }
}
