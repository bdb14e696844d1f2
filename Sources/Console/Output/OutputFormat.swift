import ArgumentParser

/// The form a listing is written in.
package enum OutputFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// For eyes, as wide as the terminal.
    case table
    /// For scripts: an array of objects with the columns' keys.
    case json
    /// For scripts: RFC 4180.
    case csv
    /// For spreadsheets in Swedish: semicolon, decimal comma, byte order mark.
    case spreadsheet
}
