/// Who is to read a CSV file.
public enum CSVDialect: Sendable, Hashable, CaseIterable {
    /// Spreadsheets in Swedish: semicolon, decimal comma, UTF-8 with byte order mark, and no text that a spreadsheet
    /// would take for a formula. Excel opens it as it is; in LibreOffice what its import dialogue proposes is right. A first
    /// line `sep=;` would help neither: it costs Excel the byte order mark and stands as a row in LibreOffice.
    case people
    /// RFC 4180: comma, decimal point, UTF-8.
    case machines

    var separator: UInt8 { self == .people ? UInt8(ascii: ";") : UInt8(ascii: ",") }
}

/// One cell of a table that is written out.
public enum CSVCell: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case empty
    case text(String)
    case integer(Int)
    /// With so many decimals, 0…9.
    case decimal(Double, places: Int)

    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }

    public init(_ text: String?) { self = text.map(CSVCell.text) ?? .empty }
    public init(_ integer: Int?) { self = integer.map(CSVCell.integer) ?? .empty }
}

/// Writes CSV into bytes that the caller takes away as often as it likes.
public struct CSVWriter: Sendable {
    public let dialect: CSVDialect
    public private(set) var bytes: [UInt8] = []

    public init(_ dialect: CSVDialect) {
        self.dialect = dialect
        if dialect == .people { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Gives what has been written since the last time.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    public mutating func write(_ cells: [CSVCell]) {
        let start = bytes.count
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(dialect.separator) }
            switch cell {
            case .empty: break
            case .text(let text): write(text)
            case .integer(let value): bytes.append(contentsOf: String(value).utf8)
            case .decimal(let value, let places):
                let text = Self.fixed(value, places, decimal: dialect == .people ? "," : ".")
                bytes.append(contentsOf: quotedIfNeeded(text))
            }
        }
        // A record of one empty field would be an empty line, which readers pass over.
        if cells.count == 1, bytes.count == start { bytes.append(contentsOf: "\"\"".utf8) }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    public mutating func write(_ texts: [String]) {
        write(texts.map(CSVCell.text))
    }

    private mutating func write(_ text: String) {
        // An apostrophe in front is how spreadsheets mark text; `Inert.restored` takes it off again.
        let text = dialect == .people ? Inert.made(text) : text
        bytes.append(contentsOf: quotedIfNeeded(text))
    }

    private func quotedIfNeeded(_ text: String) -> [UInt8] {
        // A spreadsheet may be set to take commas and tabs for separators too, as LibreOffice is until it is told otherwise.
        let separators: [UInt8] = dialect == .people ? Array(";,\t".utf8) : [dialect.separator]
        let needsQuotes = text.utf8.contains { byte in
            separators.contains(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
        guard needsQuotes else { return Array(text.utf8) }
        var quoted: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { quoted.append(byte) }
            quoted.append(byte)
        }
        quoted.append(UInt8(ascii: "\""))
        return quoted
    }

    /// Rounded half away from zero to a fixed number of decimals; empty for what is no number.
    package static func fixed(_ value: Double, _ places: Int, decimal: String) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return value.isFinite ? String(value) : "" }
        let places = min(max(places, 0), 9)
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded())
        let (whole, rest) = scaled.quotientAndRemainder(dividingBy: scale)
        let sign = value < 0 && scaled != 0 ? "-" : ""
        if places == 0 { return "\(sign)\(whole)" }
        let digits = String(rest)
        return "\(sign)\(whole)\(decimal)" + String(repeating: "0", count: places - digits.count) + digits
    }
}

/// Text that a spreadsheet would run as a formula, made inert with an apostrophe in front.
public enum Inert {
    private static func isActive(_ byte: UInt8) -> Bool {
        "=+-@\t\r".utf8.contains(byte)
    }

    public static func made(_ text: String) -> String {
        var rest = text.utf8[...]
        // An apostrophe already in front gets another, so that nothing is lost on the way back.
        while rest.first == UInt8(ascii: "'") { rest = rest.dropFirst() }
        guard let first = rest.first, isActive(first) else { return text }
        return "'" + text
    }

    /// Takes off the apostrophe that `made` put there.
    public static func restored(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard bytes.first == UInt8(ascii: "'") else { return bytes }
        guard let first = bytes.first(where: { $0 != UInt8(ascii: "'") }), isActive(first) else { return bytes }
        return bytes.dropFirst()
    }
}
