import Domain
import Operations

/// "What has become of my people?": own participants as a board by state, with the days they have been in it.
enum ReferrerStartPage {
    static func page(_ visit: Visit) async throws -> Page {
        let board = try await visit.operations.referrerBoard(visit.actor)
        return Page(
            Phrase(sv: "Mina deltagare", en: "My participants"), in: .start, action: ParticipantPages.newAction(visit),
            """
            \(ParticipantPages.protectedNote(board.protected))
            \(ParticipantBoardPage.html(visit, board))
            """)
    }
}
