import Domain
import Operations
import Store
import StrictJSON

/// What every list is asked by, and how a page of it is answered.
enum Paging {
    static let limit = APIParameter("limit", PageSize.self, "How many records a page holds.")
    static let cursor = APIParameter(
        "cursor", Line.self, "Where the page begins, as `next` of the page before says; opaque.")

    static var parameters: [AnyParameter] {
        [limit.optional(default: .integer(PageSize.standard)), cursor.optional]
    }

    static func request(_ call: APICall) throws -> PageRequest {
        let size = try call[limit]?.count ?? PageSize.standard
        guard let text = try call[cursor] else { return PageRequest(size: size) }
        do {
            return PageRequest(try PageCursor(text.rawValue), size: size)
        } catch {
            throw gone
        }
    }

    /// The place in the list is there no more.
    static let gone = Problem(
        .malformed, ValueError.cursor.phrase,
        faults: [APIFault(pointer: cursor.name, sentence: ValueError.cursor.phrase)])

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

    static func answer<Record>(
        _ representation: Representation<Record>, _ records: [Record], next: String?, total: Int?, protected: Int = 0,
        _ call: APICall
    ) -> APIResult {
        var json = JSONWriter(call.language)
        let address = next.map { call.address + "cursor=" + URLEncoded.encode($0) }
        json.object { json in
            json.name("items")
            json.array(records) { representation.write($0, to: &$1) }
            json.name("next")
            address.write(to: &json)
            json.name("total")
            total.write(to: &json)
            json.name("protected")
            json.integer(protected)
        }
        var result = APIResult()
        result.body = json.bytes
        result.next = address
        return result
    }

    /// A page that the database has cut.
    static func answer<Record: Sendable>(
        _ representation: Representation<Record>, _ page: ListPage<Record>, protected: Int = 0, _ call: APICall
    ) -> APIResult {
        answer(
            representation, page.rows, next: page.next?.description, total: page.isTotalCapped ? nil : page.total,
            protected: protected, call)
    }

    /// A page of a register that is small enough to be read whole; it goes on after the record with the cursor's key.
    static func answer<Record: Sendable>(
        _ representation: Representation<Record>, all records: [Record], protected: Int = 0, _ call: APICall,
        key: (Record) -> String
    ) throws -> APIResult {
        let size = try call[limit]?.count ?? PageSize.standard
        var rest = records[...]
        if let after = try call[cursor] {
            guard let place = records.firstIndex(where: { key($0) == after.rawValue }) else { throw gone }
            rest = records[(place + 1)...]
        }
        let page = Array(rest.prefix(size))
        return answer(
            representation, page, next: rest.count > size ? page.last.map(key) : nil, total: records.count,
            protected: protected, call)
    }
}
