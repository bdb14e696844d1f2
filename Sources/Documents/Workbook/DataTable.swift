/// A table as it stands in a document, its words in the document's language: a title, columns with a type each, and rows.
public struct DataTable: Sendable {
    /// What the values of a column are.
    public enum Kind: Sendable, Hashable {
        /// In words; `wide` ones break over lines.
        case text, wide
        case integer
        case decimal
        /// A share of 1, shown in per cent.
        case share
        case day
    }

    public struct Column: Sendable {
        public let title: String
        public let kind: Kind

        public init(_ title: String, _ kind: Kind) {
            self.title = title
            self.kind = kind
        }
    }

    public enum Value: Sendable, Hashable {
        case empty
        case text(String)
        case integer(Int)
        case decimal(Double)
        case share(Double)
        /// Year, month, day.
        case day(Int, Int, Int)
        /// Kept back: there is a number, which is not told.
        case withheld

        public init(_ count: Int?) { self = count.map(Value.integer) ?? .empty }
        public init(_ text: String?) { self = text.map(Value.text) ?? .empty }

        /// Kept back where a part of it is, empty where there is nothing to divide by.
        public init(_ numerator: Int?, of denominator: Int?) {
            guard let numerator, let denominator else {
                self = .withheld
                return
            }
            self = denominator > 0 ? .share(Double(numerator) / Double(denominator)) : .empty
        }
    }

    /// Also the name of its sheet.
    public let title: String
    public let columns: [Column]
    public private(set) var rows: [[Value]]

    public init(_ title: String, _ columns: [Column], rows: [[Value]] = []) {
        self.title = title
        self.columns = columns
        self.rows = rows
    }

    /// Values in the columns' order.
    public mutating func add(_ values: [Value]) { rows.append(values) }
}
