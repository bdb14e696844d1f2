import Domain
import Operations
import Store
import StrictJSON

/// What every list is asked by, and how a page of it is answered.
enum Paging {
    static let limit = APIParameter("limit", PageSize.self, "How many records a page holds.")
    static let cursor = APIParameter(
        "cursor", PageCursor.self, "Where the page begins, as `next` of the page before says; not to be made up.")

    static var parameters: [AnyParameter] {
        [limit.optional(default: .integer(PageSize.standard)), cursor.optional]
    }

    static func request(_ call: APICall) throws -> PageRequest {
        PageRequest(try call[cursor], size: try call[limit]?.number ?? PageSize.standard)
    }

    /// The answer's schema.
    static func schema<Record>(_ representation: Representation<Record>) -> APISchema {
        .named(
            representation.name + "Page", "A page of a list.",
            [
                APIProperty("items", .list(representation.schema), "The records, in the list's order."),
                APIProperty("next", .text.orNull, "The address of the next page; null on the last."),
                APIProperty("total", .integer(0...Int.max).orNull, "How many there are in all, where that is counted."),
                APIProperty(
                    "protected", .integer(0...Int.max),
                    "How many are left out, since their persons are protected."),
            ])
    }

    /// A page that the database has cut.
    static func answer<Record: Sendable>(
        _ representation: Representation<Record>, _ page: ListPage<Record>, protected: Int = 0, _ call: APICall
    ) -> APIResult {
        let next = page.next.map { call.address + "cursor=" + URLEncoded.encode($0.description) }
        var result = APIResult()
        result.next = next
        result.body = bytes(representation, page.rows, call) { json in
            json.name("next")
            next.write(to: &json)
            json.name("total")
            (page.isTotalCapped ? nil : page.total).write(to: &json)
            json.name("protected")
            json.integer(protected)
        }
        return result
    }

    // MARK: Lists that are never long

    /// The schema of a list that is answered whole.
    static func wholeSchema<Record>(_ representation: Representation<Record>) -> APISchema {
        .named(
            representation.name + "List", "A list, all of it.",
            [APIProperty("items", .list(representation.schema), "The records, in the list's order.")])
    }

    static func answer<Record>(
        _ representation: Representation<Record>, whole records: [Record], _ call: APICall
    ) -> APIResult {
        var result = APIResult()
        result.body = bytes(representation, records, call) { _ in }
        return result
    }

    private static func bytes<Record>(
        _ representation: Representation<Record>, _ records: [Record], _ call: APICall,
        _ rest: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var json = JSONWriter(call.language)
        json.object { json in
            json.name("items")
            json.array(records) { representation.write($0, to: &$1) }
            rest(&json)
        }
        return json.bytes
    }
}

/// Where a page begins. Pages go forward only.
extension PageCursor: APITextValue {
    static var text: APIText {
        APIText(length: 37...37, pattern: "^a[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$") { (text) throws(ValueError) in
            guard text.hasPrefix(Direction.after.rawValue), try PageCursor(text).description == text else {
                throw .cursor
            }
        }
    }
}
