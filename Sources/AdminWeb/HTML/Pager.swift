import Domain
import Store

/// The links from one page of a list to the next.
enum Pager {
    static func html<Row>(_ visit: Visit, _ page: ListPage<Row>) -> HTML {
        guard page.previous != nil || page.next != nil else { return .empty }
        let previous = page.previous.map { cursor -> HTML in
            """
            <li><a href="\(visit.address(changing: ["page": nil]))">\(sv: "Första", en: "First")</a></li>
            <li><a href="\(visit.address(changing: ["page": cursor.description]))" rel="prev">\(sv: "Föregående", en: "Previous")</a></li>
            """
        }
        let next = page.next.map { cursor -> HTML in
            """
            <li><a href="\(visit.address(changing: ["page": cursor.description]))" rel="next">\(sv: "Nästa", en: "Next")</a></li>
            """
        }
        return """
            <nav class="pager" aria-label="\(sv: "Sidor", en: "Pages")"><ul>\(previous)\(next)</ul></nav>
            """
    }

    /// The page of a list that the address asks for. Throws `WebFault.notFound` for a place in it that nobody handed out.
    static func request(_ visit: Visit) throws -> PageRequest {
        guard let text = visit.query["page"] else { return PageRequest() }
        guard let cursor = try? PageCursor(text) else { throw WebFault.notFound }
        return PageRequest(cursor)
    }

    /// `153 platser`, `mer än 1000 rader`.
    static func count<Row>(_ page: ListPage<Row>, one: Phrase, many: Phrase) -> HTML {
        if page.isTotalCapped {
            return "<strong>\(sv: "mer än", en: "more than") \(HTML.number(page.total)) \(many)</strong>"
        }
        return "<strong>\(HTML.number(page.total)) \(page.total == 1 ? one : many)</strong>"
    }
}
