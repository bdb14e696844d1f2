import Domain
import Operations

/// The button that asks those again whom something waits for.
enum Reminders {
    static let routes: [PageRoute] = [
        .post("/placements/:code/remind", .may(.remind), placement),
        .post("/units/:code/remind", .may(.remind), unit),
    ]

    /// - Parameter row: tells several of them apart to those who do not see the row.
    static func button(_ visit: Visit, of path: String, row: Phrase? = nil) -> HTML {
        guard visit.may(.remind) else { return .empty }
        return """
            <form method="post" action="\(path)/remind">\(visit.formToken)\
            <input type="hidden" name="back" value="\(visit.path)"><button class="low">\(sv: "Påminn", en: "Remind")\
            \(row.map { "<span class=\"hidden\">: \($0)</span>" } ?? HTML.empty)</button></form>
            """
    }

    private static func placement(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        let count = try await visit.operations.remind(visit.actor, placement: code)
        return answer(visit, PlacementPages.path(code), count)
    }

    private static func unit(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        let count = try await visit.operations.remind(visit.actor, unit: code)
        return answer(visit, UnitPages.path(code), count)
    }

    /// Back to the start page for who came from there.
    private static func answer(_ visit: Visit, _ own: String, _ count: Int) -> PageAnswer {
        .redirect(
            visit.form["back"] == "/" ? "/" : own,
            Phrase(
                sv: count == 1 ? "En påminnelse skickas." : "\(count) påminnelser skickas.",
                en: count == 1 ? "One reminder is sent." : "\(count) reminders are sent."))
    }
}
