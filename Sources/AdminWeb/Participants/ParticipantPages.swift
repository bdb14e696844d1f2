import Domain
import Operations
import Store

/// Participants: the list, the board, one's page, and the form that registers and changes.
enum ParticipantPages {
    static let routes: [PageRoute] = [
        .get("/participants", .may(.listParticipants), ParticipantListPage.show),
        .get("/participants/board", .may(.listParticipants), ParticipantBoardPage.show),
        .get("/participants/new", .may(.registerParticipant), ParticipantFormPages.new),
        .post("/participants/new", .may(.registerParticipant), ParticipantFormPages.register),
        .get("/participants/:referrer/:reference", .may(.listParticipants), ParticipantPage.show),
        .get("/participants/:referrer/:reference/extract", .may(.extractPersonalData), extract),
        .get("/participants/:referrer/:reference/change", .may(.changeParticipant), ParticipantFormPages.edit),
        .post("/participants/:referrer/:reference/change", .may(.changeParticipant), ParticipantFormPages.change),
        .post("/participants/:referrer/:reference/courses", .may(.changeParticipant), CoursePages.add),
        .post("/participants/:referrer/:reference/courses/:id/remove", .may(.changeParticipant), CoursePages.remove),
    ]

    static func path(_ referrer: Code, _ reference: Code) -> String {
        "/participants/\(URLEncoded.encode(referrer.rawValue))/\(URLEncoded.encode(reference.rawValue))"
    }

    static func path(_ participant: Participant) -> String { path(participant.referrer, participant.reference) }

    static func badge(_ state: BoardState) -> HTML {
        let style: BadgeStyle =
            switch state {
            case .waiting: .warn
            case .proposed: .now
            case .placed, .started: .good
            case .ended: .past
            }
        return .badge(state.label.capitalized, style)
    }

    static func name(_ participant: Participant) -> Phrase {
        let name = [participant.givenName?.rawValue, participant.familyName?.rawValue].compactMap(\.self)
            .joined(separator: " ")
        let shown = name.isEmpty ? participant.reference.rawValue : name
        return Phrase(sv: shown, en: shown)
    }

    /// The list and the board are two looks at the same people.
    static func tabs(_ visit: Visit) -> HTML {
        let pages: [(path: String, label: Phrase)] = [
            ("/participants", Phrase(sv: "Lista", en: "List")),
            ("/participants/board", Phrase(sv: "Tavla", en: "Board")),
        ]
        let items = pages.map { page -> HTML in
            "<li><a href=\"\(page.path)\"\(" aria-current=\"page\"", if: page.path == visit.path)>\(page.label)</a></li>"
        }
        return "<nav class=\"tabs\" aria-label=\"\(sv: "Visning", en: "View")\"><ul>\(items)</ul></nav>"
    }

    static func protectedNote(_ count: Int) -> HTML {
        guard count > 0 else { return .empty }
        return """
            <p class="note">\(sv: "\(count) med skyddade uppgifter visas inte i listor.", en: "\(count) with protected identity are shown in no list.")</p>
            """
    }

    static func newAction(_ visit: Visit) -> HTML? {
        guard visit.may(.registerParticipant) else { return nil }
        return Page.mainAction("/participants/new", Phrase(sv: "Anmäl en deltagare", en: "Add a participant"))
    }

    /// Everything on file about the person, as PDF or with `?format=json` as JSON.
    private static func extract(_ visit: Visit) async throws -> PageAnswer {
        let (referrer, reference) = (try visit.code("referrer"), try visit.code("reference"))
        guard visit.query["format"] == "json" else {
            let document = try await visit.operations.printPersonalData(
                visit.actor, referrer: referrer, reference: reference)
            return .file(name: document.name, type: "application/pdf", document.bytes)
        }
        let extract = try await visit.operations.extractPersonalData(
            visit.actor, referrer: referrer, reference: reference)
        return .file(
            name: "personuppgifter-\(extract.madeOn).json", type: "application/json", try extract.json)
    }
}
