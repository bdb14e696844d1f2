package import Domain
package import Postgres

/// What matching knows of a unit: where it stands.
package struct UnitFacts: Sendable, Hashable, Codable, RowDecodable {
    package var code: Code
    /// The unit it lies in.
    package var parent: Code?

    package init(code: Code, parent: Code? = nil) {
        self.code = code
        self.parent = parent
    }

    package init(row: Row) throws {
        self.init(code: try row.value("code"), parent: try row.value("parent"))
    }
}
