import Domain
import Operations
import Store

/// "What has become of my people?": own participants as a board by state, with the days they have been in it.
enum ReferrerStartPage {
    static func page(_ visit: Visit) async throws -> Page {
        let board = try await visit.operations.referrerBoard(visit.actor)
        let columns = board.columns.map { column in html(visit, column) }
        return Page(
            Phrase(sv: "Mina deltagare", en: "My participants"), in: .start,
            action: Page.mainAction("/participants/new", Phrase(sv: "Anmäl en deltagare", en: "Add a participant")),
            """
            \(board.protected > 0 ? "<p class=\"note\">\(notice(board.protected))</p>" : HTML.empty)
            <div class="board">\(columns)</div>
            """)
    }

    private static func notice(_ count: Int) -> Phrase {
        Phrase(
            sv: "\(count) med skyddade uppgifter visas inte här.",
            en: "\(count) with protected identity are not shown here.")
    }

    private static func html(_ visit: Visit, _ column: ReferrerBoard.Column) -> HTML {
        let id = "board-\(column.state.rawValue)"
        let lines = column.rows.map { row -> HTML in
            let participant = row.participant
            let standing = row.standing
            return """
                <li><a href="/participants/\(URLEncoded.encode(participant.referrer.rawValue))/\(URLEncoded.encode(participant.reference.rawValue))">\(participant.reference)</a>\
                \(standing.slotTitle.map { "<p>\($0)</p>" } ?? HTML.empty)\
                <p class="muted">\(Phrase.days(standing.days(on: visit.today)))\(standing.outcome.map { " · \($0.status.label)" } ?? HTML.empty)</p></li>
                """
        }
        let rest = column.total - column.rows.count
        return """
            <section aria-labelledby="\(id)"><h2 id="\(id)">\(column.state.label.capitalized) <span class="count">\(column.total)</span></h2>
            \(lines.isEmpty ? "<p class=\"small muted\">\(sv: "Ingen just nu.", en: "Nobody just now.")</p>" : "<ul>\(lines)</ul>" as HTML)
            \(rest > 0 ? "<p><a href=\"/participants?state=\(column.state.rawValue)\">\(sv: "\(rest) till", en: "\(rest) more")</a></p>" : HTML.empty)
            </section>
            """
    }
}
