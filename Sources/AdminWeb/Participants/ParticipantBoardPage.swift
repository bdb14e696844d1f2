import Domain
import Operations
import Store

/// What has become of my people: a column a state, in each the longest first, with the days in it.
enum ParticipantBoardPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let board = try await visit.operations.referrerBoard(visit.actor)
        return .page(
            Page(
                Section.participants.label, in: .participants, action: ParticipantPages.newAction(visit),
                """
                \(ParticipantPages.tabs(visit))
                \(ParticipantPages.protectedNote(board.protected))
                \(html(visit, board))
                """))
    }

    static func html(_ visit: Visit, _ board: ReferrerBoard) -> HTML {
        "<div class=\"board\">\(board.columns.map { column(visit, $0) })</div>"
    }

    private static func column(_ visit: Visit, _ column: ReferrerBoard.Column) -> HTML {
        let cards = column.rows.map { card(visit, $0) }
        let more: HTML =
            column.total > column.rows.count
            ? "<p><a href=\"/participants?state=\(column.state.rawValue)\">\(sv: "Visa alla \(column.total)", en: "Show all \(column.total)")</a></p>"
            : .empty
        return """
            <section aria-labelledby="board-\(column.state.rawValue)">\
            <h2 id="board-\(column.state.rawValue)">\(column.state.label.capitalized) <span class="count">\(column.total)</span></h2>
            \(column.rows.isEmpty ? "<p class=\"muted\">\(sv: "Ingen", en: "Nobody")</p>" : "<ul>\(cards)</ul>")\(more)</section>
            """
    }

    private static func card(_ visit: Visit, _ row: ParticipantListRow) -> HTML {
        let days = Phrase.days(row.standing.days(on: visit.today))
        let slot: HTML = row.standing.slotTitle.map { "<p>\($0)</p>" } ?? .empty
        let outcome: HTML =
            row.standing.outcome.map { "<p>\($0.status.label) \(HTML.day($0.checkedOn))</p>" } ?? .empty
        return """
            <li><a href="\(ParticipantPages.path(row.participant))">\(ParticipantPages.name(row.participant))</a>\
            <p class="muted">\(row.participant.reference), \(days)</p>\
            \(row.standing.state == .waiting ? HTML.empty : slot)\(row.standing.state == .ended ? outcome : HTML.empty)</li>
            """
    }
}
