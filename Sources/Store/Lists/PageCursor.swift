public import Domain
public import FoundationEssentials

/// Where a list goes on: after or before a row, which is named by its key alone, so that no name stands in an address.
///
/// The row's place is looked up anew for each page: rows that come or go meanwhile neither double nor skip others.
public struct PageCursor: Sendable, Hashable, CustomStringConvertible {
    public enum Direction: String, Sendable {
        case after = "a"
        case before = "b"
    }

    public let direction: Direction
    public let row: UUID

    public init(_ direction: Direction, _ row: UUID) {
        self.direction = direction
        self.row = row
    }

    /// Reads what was once handed out. Throws `ValueError.cursor`.
    public init(_ text: String) throws(ValueError) {
        guard let direction = Direction(rawValue: String(text.prefix(1))), text.utf8.count == 37,
            let row = UUID(uuidString: String(text.dropFirst()))
        else { throw .cursor }
        self.init(direction, row)
    }

    public var description: String { direction.rawValue + row.uuidString.lowercased() }
}

/// Which page of a list, and how long a page is.
public struct PageRequest: Sendable, Hashable {
    public static let sizes = 1...200

    /// Nil is the first page.
    public var cursor: PageCursor?
    /// Rows on a page; brought within `sizes`.
    public var size: Int

    public init(_ cursor: PageCursor? = nil, size: Int = 50) {
        self.cursor = cursor
        self.size = min(max(size, Self.sizes.lowerBound), Self.sizes.upperBound)
    }
}

/// One page of a list, in the order asked for.
public struct ListPage<Row: Sendable>: Sendable {
    public let rows: [Row]
    /// How many rows there are on all pages together.
    public let total: Int
    /// Whether `total` is where counting stopped, and there may be more.
    public let isTotalCapped: Bool
    /// To the page before; nil on the first.
    public let previous: PageCursor?
    /// To the page after; nil on the last.
    public let next: PageCursor?

    public init(
        rows: [Row], total: Int, isTotalCapped: Bool = false, previous: PageCursor? = nil, next: PageCursor? = nil
    ) {
        self.rows = rows
        self.total = total
        self.isTotalCapped = isTotalCapped
        self.previous = previous
        self.next = next
    }

    /// The same page with its rows made into others.
    public func map<Other: Sendable>(_ transform: (Row) throws -> Other) rethrows -> ListPage<Other> {
        ListPage<Other>(
            rows: try rows.map(transform), total: total, isTotalCapped: isTotalCapped, previous: previous, next: next)
    }
}
