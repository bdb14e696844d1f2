public import Domain
public import Postgres

/// A record with its key.
public struct Stored<Record> {
    public let id: Identifier<Record>
    public var record: Record

    public init(id: Identifier<Record>, record: Record) {
        self.id = id
        self.record = record
    }
}

extension Stored: Sendable where Record: Sendable {}

extension Stored: RowDecodable where Record: RowDecodable {
    public init(row: Row) throws {
        self.init(id: try row.value("id"), record: try Record(row: row))
    }
}

extension Row {
    /// The two columns as a period.
    package func period(_ from: StaticString = "starts_on", _ to: StaticString = "ends_on") throws -> Period {
        try Period(from: value(from), to: value(to))
    }
}
