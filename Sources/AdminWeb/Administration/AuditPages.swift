import Domain
import FoundationEssentials
import Operations
import Store

/// The audit log: who did what when, searched, and what changed by it.
enum AuditPages {
    static let routes: [PageRoute] = [
        .get("/audit", .may(.readAudit), show),
        .get("/audit/:id", .may(.readAudit), entry),
    ]

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        let list = try await visit.operations.auditList(visit.actor, filter(visit), page: Pager.request(visit))
        return .page(
            Page(
                Section.audit.label, in: .audit,
                """
                \(bar.html(visit))
                \(list.rows.isEmpty ? .nothing(Phrase(sv: "Inget i loggen stämmer med sökningen.", en: "Nothing in the log matches the search.")) : table(list))
                \(Pager.html(visit, list))
                """))
    }

    private static func filter(_ visit: Visit) -> AuditFilter {
        var filter = AuditFilter()
        func typed(_ name: String) -> String? { visit.query[name].flatMap { $0.isEmpty ? nil : $0 } }
        filter.actor = typed("actor")
        filter.action = typed("action")
        filter.entity = typed("entity")
        filter.entityID = typed("record").flatMap { UUID(uuidString: $0) }
        filter.outcomes = typed("outcome").flatMap { AuditOutcome(rawValue: $0) }.map { [$0] } ?? []
        filter.from = typed("from").flatMap { try? Day($0) }
        filter.to = typed("to").flatMap { try? Day($0) }
        return filter
    }

    private static let bar = Filter(
        fields: [
            Field("actor", Phrase(sv: "Vem (användarnamn)", en: "Who (user name)"), .input(type: "search")),
            Field(
                "action", Phrase(sv: "Vad", en: "What"),
                .choice(
                    Action.allCases.map { .init($0.rawValue, $0.label.capitalized) },
                    prompt: Phrase(sv: "Allt", en: "Everything"))),
            Field(
                "outcome", Phrase(sv: "Utfall", en: "Outcome"),
                .choice(
                    [AuditOutcome.done, .refused, .read].map { .init($0.rawValue, label($0)) },
                    prompt: Phrase(sv: "Alla", en: "All"))),
        ],
        more: [
            Field("from", Phrase(sv: "Från och med", en: "From"), .input(type: "date")),
            Field("to", Phrase(sv: "Till och med", en: "Until"), .input(type: "date")),
            Field(
                "entity", Phrase(sv: "Slag av uppgift", en: "Kind of record"),
                .choice(
                    EntityKind.allCases.filter { $0 != .auditEntry }.map { .init($0.rawValue, $0.label.capitalized) },
                    prompt: Phrase(sv: "Alla", en: "All"))),
        ],
        label: Phrase(sv: "Sök i loggen", en: "Search the log"))

    private static func label(_ outcome: AuditOutcome) -> Phrase {
        switch outcome {
        case .done: Phrase(sv: "Gjort", en: "Done")
        case .refused: Phrase(sv: "Nekat", en: "Refused")
        case .read: Phrase(sv: "Läst", en: "Read")
        }
    }

    private static func badge(_ outcome: AuditOutcome) -> HTML {
        .badge(label(outcome), outcome == .refused ? .bad : outcome == .read ? .now : .plain)
    }

    /// What an action is called, or its name where this version does not know it.
    static func what(_ line: AuditLine) -> Phrase {
        Action(rawValue: line.action)?.label.capitalized ?? Phrase(sv: line.action, en: line.action)
    }

    static func path(_ row: AuditListRow) -> String { "/audit/" + row.id.rawValue.uuidString.lowercased() }

    /// What it was of, or why it was refused.
    static func about(_ line: AuditLine) -> Phrase? {
        line.detail.map { detail in
            if line.outcome == .refused { return RefusalWords.phrase(detail) }
            // A file's is what it held.
            return ImportKind(rawValue: detail)?.label ?? Phrase(sv: detail, en: detail)
        }
    }

    private static func table(_ list: ListPage<AuditListRow>) -> HTML {
        let labels = (
            who: Phrase(sv: "Vem", en: "Who"), what: Phrase(sv: "Vad", en: "What"),
            outcome: Phrase(sv: "Utfall", en: "Outcome"), about: Phrase(sv: "Gäller", en: "Concerns"),
            reason: Phrase(sv: "Skäl", en: "Reason")
        )
        let rows = list.rows.map { row -> HTML in
            let line = row.line
            return """
                <tr><th scope="row"><a href="\(path(row))">\
                <span class="nowrap">\(SwedishTime.text(line.at))</span></a></th>\
                \(HTML.cell(labels.who, "\(line.actor)<span class=\"sub\">\(line.role.label)</span>"))\
                \(HTML.cell(labels.what, "\(what(line))"))\
                \(HTML.cell(labels.outcome, badge(line.outcome)))\
                \(HTML.cell(labels.about, about(line).map { "\($0)" } ?? "–"))\
                \(HTML.cell(labels.reason, "\(line.reason ?? "–")"))</tr>

                """
        }
        return """
            <table class="data">
            <caption>\(Pager.count(list, one: Phrase(sv: "post", en: "entry"), many: Phrase(sv: "poster", en: "entries")))</caption>
            <thead><tr><th scope="col">\(sv: "När", en: "When")</th><th scope="col">\(labels.who)</th>\
            <th scope="col">\(labels.what)</th><th scope="col">\(labels.outcome)</th><th scope="col">\(labels.about)</th>\
            <th scope="col">\(labels.reason)</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
    }

    private static func entry(_ visit: Visit) async throws -> PageAnswer {
        guard let id = visit.parameters["id"].flatMap({ UUID(uuidString: $0) }) else { throw WebFault.notFound }
        let detail = try await visit.operations.auditDetail(visit.actor, Identifier(id))
        let line = detail.entry.line
        let rows = detail.changes.map { change -> HTML in
            """
            <tr><th scope="row">\(change.field)</th>\
            \(HTML.cell(Phrase(sv: "Före", en: "Before"), "\(change.before ?? "–")"))\
            \(HTML.cell(Phrase(sv: "Efter", en: "After"), "\(change.after ?? "–")"))</tr>

            """
        }
        let changes: HTML =
            rows.isEmpty
            ? .empty
            : """
            <table class="data"><caption>\(sv: "Vad som ändrades", en: "What changed")</caption>
            <thead><tr><th scope="col">\(sv: "Uppgift", en: "Field")</th><th scope="col">\(sv: "Före", en: "Before")</th>\
            <th scope="col">\(sv: "Efter", en: "After")</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        let masked: HTML =
            detail.isMasked
            ? "<p class=\"note\">\(sv: "Uppgifterna rör personer och visas inte för din roll.", en: "The values concern people and are not shown to your role.")</p>"
            : .empty
        let whole = detail.entry.entityID.map { $0.uuidString.lowercased() }
        return .page(
            Page(
                what(line), in: .audit, under: [Section.audit.crumb], badge: badge(line.outcome),
                """
                <dl class="facts">
                \(HTML.fact(Phrase(sv: "Nummer", en: "Number"), line.sequence.map { "\($0)" }))
                \(HTML.fact(Phrase(sv: "När", en: "When"), "\(SwedishTime.text(line.at))"))
                \(HTML.fact(Phrase(sv: "Vem", en: "Who"), "\(line.actor), \(line.role.label)"))
                \(HTML.fact(Phrase(sv: "För", en: "On behalf of"), detail.entry.onBehalfOf.map { "\($0.label)" }))
                \(HTML.fact(Phrase(sv: "Gäller", en: "Concerns"), about(line).map { "\($0)" }))
                \(HTML.fact(Phrase(sv: "Skäl", en: "Reason"), line.reason.map { "\($0)" }))
                \(HTML.fact(Phrase(sv: "Rader", en: "Rows"), detail.created + detail.updated > 0 ? "\(sv: "\(detail.created) nya, \(detail.updated) ändrade", en: "\(detail.created) new, \(detail.updated) changed")" : nil))
                </dl>
                \(masked)\(changes)
                \(whole.map { "<p><a href=\"/audit?record=\($0)\">\(sv: "Allt som hänt med samma uppgift", en: "All that happened to the same record")</a></p>" } ?? HTML.empty)
                """))
    }
}
