import FoundationEssentials
package import Postgres

/// What a list is made of: rows of one municipality that meet conditions, in the order of two keys and the row's own.
///
/// Counting and ordering read only the keys; what is costly to derive is joined for the rows of the page alone.
package struct ListStatement {
    /// The tables that keys and conditions speak of, the municipality's rows only in each.
    package var source: SQL
    /// The row's key, a UUID.
    package var id: SQL
    /// Expressions without NULL, the first leading.
    package var keys: (SQL, SQL)
    package var conditions: [SQL]
    package var isDescending: Bool

    package init(source: SQL, id: SQL, keys: (SQL, SQL), conditions: [SQL], isDescending: Bool) {
        self.source = source
        self.id = id
        self.keys = keys
        self.conditions = conditions
        self.isDescending = isDescending
    }
}

extension Connection {
    /// One page of the list, or nil if the row that the cursor names is gone.
    ///
    /// - Parameters:
    ///   - columns: what each row is read from.
    ///   - joins: what the columns need beyond the statement's own tables.
    package func page<Record: RowDecodable & Sendable>(
        _ list: ListStatement, _ request: PageRequest, columns: SQL, joins: SQL = "", as record: Record.Type
    ) async throws -> ListPage<Record>? {
        let isBackward = request.cursor?.direction == .before
        let isFalling = list.isDescending != isBackward
        let order: SQL = isFalling ? "g.k1 DESC, g.k2 DESC, g.id DESC" : "g.k1, g.k2, g.id"
        let condition = SQL.joined(list.conditions, by: " AND ")
        let rows = try await query(
            """
            WITH matching AS MATERIALIZED (
                SELECT \(list.id) AS id, \(list.keys.0) AS k1, \(list.keys.1) AS k2 FROM \(list.source)
                WHERE \(condition)
            ), page AS (
                SELECT g.id, g.k1, g.k2 FROM matching g\(beyond(list, request.cursor, isFalling: isFalling))
                ORDER BY \(order) LIMIT \(request.size + 1)
            )
            SELECT (SELECT count(*) FROM matching) AS total, g.id AS page_id, \(columns)
            FROM page g JOIN \(list.source) ON \(list.id) = g.id \(joins)
            ORDER BY \(order)
            """)
        if rows.isEmpty { return try await emptyPage(list, request.cursor, condition) }
        return try ListPage(rows, request, total: rows[0].value("total"))
    }

    /// The rows that lie beyond the cursor's, which need not meet the conditions any more.
    private func beyond(_ list: ListStatement, _ cursor: PageCursor?, isFalling: Bool) -> SQL {
        guard let cursor else { return "" }
        let relation: SQL = isFalling ? "<" : ">"
        return """
             WHERE (g.k1, g.k2, g.id) \(relation) (
                SELECT \(list.keys.0), \(list.keys.1), \(list.id) FROM \(list.source)
                WHERE \(list.id) = \(cursor.row))
            """
    }

    private func emptyPage<Record>(
        _ list: ListStatement, _ cursor: PageCursor?, _ condition: SQL
    ) async throws -> ListPage<Record>? {
        guard let cursor else { return ListPage(rows: [], total: 0) }
        let isThere = try await value(
            "SELECT EXISTS (SELECT FROM \(list.source) WHERE \(list.id) = \(cursor.row))", as: Bool.self)
        guard isThere else { return nil }
        let total = try await value("SELECT count(*) FROM \(list.source) WHERE \(condition)", as: Int.self)
        return ListPage(rows: [], total: total)
    }
}

extension ListPage where Row: RowDecodable {
    /// From rows that are one more than asked for where there is more.
    package init(_ rows: Rows, _ request: PageRequest, total: Int, isTotalCapped: Bool = false) throws {
        var read = try rows.prefix(request.size).map { (try $0.value("page_id", as: UUID.self), try Row(row: $0)) }
        let isMore = rows.count > request.size
        let isBackward = request.cursor?.direction == .before
        if isBackward { read.reverse() }
        let hasPrevious = isBackward ? isMore : request.cursor != nil
        let hasNext = isBackward || isMore
        self.init(
            rows: read.map(\.1), total: total, isTotalCapped: isTotalCapped,
            previous: hasPrevious ? read.first.map { PageCursor(.before, $0.0) } : nil,
            next: hasNext ? read.last.map { PageCursor(.after, $0.0) } : nil)
    }
}

/// The words of a search, lower-case as Swedish has it; a row is found if it has all of them, each anywhere.
package struct SearchWords: Sendable {
    package let words: [String]

    /// Nil where nothing is searched for. At most 8 words are heeded.
    package init?(_ text: String?) {
        let words = (text ?? "").lowercased().split { $0 == " " || $0 == "\t" }.prefix(8).map(String.init)
        guard !words.isEmpty else { return nil }
        self.words = words
    }

    /// Whether the text, an expression that is not NULL, has them all.
    package func found(in text: SQL) -> SQL {
        """
        NOT EXISTS (SELECT FROM unnest(\(words)) AS w (word)
            WHERE strpos(lower((\(text)) COLLATE "sv-x-icu"), w.word) = 0)
        """
    }
}
