package import Domain
package import Postgres

/// A list that is walked along an index: a page costs what it holds, however long the list is. For lists in one fixed order;
/// those that can be sorted and searched are a ``ListStatement``.
package struct IndexedList {
    package var municipality: MunicipalityCode
    package var columns: SQL
    /// The table that is walked, by the alias `t`.
    package var table: SQL
    /// What the columns and the conditions need beyond it, at most one row for each.
    package var joins: SQL = ""
    /// What the list is in order of: a column that an index has after the municipality, without two alike.
    package var key: SQL
    package var conditions: [SQL] = []
    package var isDescending = false

    package init(
        _ municipality: MunicipalityCode, columns: SQL, table: SQL, joins: SQL = "", key: SQL, conditions: [SQL] = [],
        isDescending: Bool = false
    ) {
        self.municipality = municipality
        self.columns = columns
        self.table = table
        self.joins = joins
        self.key = key
        self.conditions = conditions
        self.isDescending = isDescending
    }
}

extension Connection {
    /// So many rows are counted; a longer list says that there are more.
    package static let indexedCount = 1000

    /// One page of the list, or nil if the row that the cursor names is gone.
    package func page<Record: RowDecodable & Sendable>(
        _ list: IndexedList, _ request: PageRequest, as record: Record.Type
    ) async throws -> ListPage<Record>? {
        let isFalling = list.isDescending != (request.cursor?.direction == .before)
        let (relation, order): (SQL, SQL) = isFalling ? ("<", "DESC") : (">", "ASC")
        let own: SQL = "t.municipality = \(list.municipality)"
        let whole = SQL.joined([own] + list.conditions, by: " AND ")
        var place: SQL = ""
        if let cursor = request.cursor {
            // Its row need not meet the other conditions any more.
            let found: SQL = "FROM \(list.table) WHERE \(own) AND t.id = \(cursor.row)"
            guard try await value("SELECT EXISTS (SELECT \(found))", as: Bool.self) else { return nil }
            place = " AND \(list.key) \(relation) (SELECT \(list.key) \(found))"
        }
        let rows = try await query(
            """
            SELECT t.id AS page_id, \(list.columns) FROM \(list.table) \(list.joins) WHERE \(whole)\(place)
            ORDER BY \(list.key) \(order) LIMIT \(request.size + 1)
            """)
        let count = try await value(
            """
            SELECT count(*) FROM (
                SELECT FROM \(list.table) \(list.joins) WHERE \(whole) LIMIT \(Self.indexedCount + 1)) AS n
            """, as: Int.self)
        return try ListPage(
            rows, request, total: min(count, Self.indexedCount), isTotalCapped: count > Self.indexedCount)
    }
}
