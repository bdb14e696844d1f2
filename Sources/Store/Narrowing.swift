import Postgres

extension SQL {
    /// Those of the conditions that are given, each with `AND` before it.
    ///
    /// A statement that says only what is asked keeps one plan, and an index for it; with `$1 IS NULL OR …` the server must
    /// plan it anew for each value, which takes longer than reading the row.
    static func narrowed(by conditions: SQL?...) -> SQL {
        .joined(conditions.compactMap { $0 }.map { " AND \($0)" }, by: "")
    }
}
