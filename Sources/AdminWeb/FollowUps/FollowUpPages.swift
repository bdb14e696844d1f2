import Domain
import HTTPTypes
import Operations
import Store

/// Follow-ups: what is due, and recording what was told.
enum FollowUpPages {
    static let routes: [PageRoute] = [
        .get("/follow-ups", .may(.listFollowUps), show),
        .get("/placements/:code/follow-ups/:moment", .may(.recordFollowUp), FollowUpForm.show),
        .post("/placements/:code/follow-ups/:moment", .may(.recordFollowUp), FollowUpForm.save),
        .post("/outcomes/:code/confirm", .may(.confirmOutcome), confirm),
    ]

    static func path(_ placement: Code, _ moment: FollowUpMoment) -> String {
        "\(PlacementPages.path(placement))/follow-ups/\(moment)"
    }

    /// Days ahead that the list shows what comes.
    private static let ahead = 30

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        let all = try await visit.operations.followUps(visit.actor, ahead: ahead)
        let due = all.filter { $0.plan.dueOn <= visit.today }
        let coming = all.filter { $0.plan.dueOn > visit.today }
        return .page(
            Page(
                Phrase(sv: "Uppföljningar", en: "Follow-ups"), in: .outcomes, under: [Section.outcomes.crumb],
                """
                \(tabs(isOutcomes: false))
                \(due.isEmpty ? .nothing(Phrase(sv: "Ingen uppföljning väntar.", en: "No follow-up awaits.")) : table(due, Phrase(sv: "Att göra", en: "Due"), isDue: true))
                \(coming.isEmpty ? HTML.empty : table(coming, Phrase(sv: "Kommer inom 30 dagar", en: "To come within 30 days"), isDue: false))
                """))
    }

    /// The two lists of what became of people.
    static func tabs(isOutcomes: Bool) -> HTML {
        """
        <nav class="tabs" aria-label="\(sv: "Visa", en: "Show")"><ul>\
        <li><a href="/outcomes"\(" aria-current=\"page\"", if: isOutcomes)>\(Section.outcomes.label)</a></li>\
        <li><a href="/follow-ups"\(" aria-current=\"page\"", if: !isOutcomes)>\(sv: "Uppföljningar", en: "Follow-ups")</a></li></ul></nav>
        """
    }

    private static let labels = (
        due: Phrase(sv: "Den", en: "On"), what: Phrase(sv: "Uppföljning", en: "Follow-up"),
        placement: Phrase(sv: "Placering", en: "Placement"), whose: Phrase(sv: "Deltagare", en: "Participant"),
        place: Phrase(sv: "Plats", en: "Slot"), heard: Phrase(sv: "Har svarat", en: "Has answered"),
        action: Phrase(sv: "Gör", en: "Do")
    )

    private static func table(_ rows: [DueFollowUp], _ caption: Phrase, isDue: Bool) -> HTML {
        let lines = rows.map { row -> HTML in
            let button: HTML = """
                <a class="button low" href="\(path(row.placement, row.plan.moment))">\(sv: "Anteckna", en: "Record")\
                <span class="hidden">: \(row.placement) \(row.plan.moment.label)</span></a>
                """
            let heard = HTML(row.heard.map { "\($0.label)" }, separator: ", ")
            return """
                <tr><th scope="row">\(HTML.day(row.plan.dueOn))</th>\(HTML.cell(labels.what, "\(row.plan.moment.label.capitalized)"))\
                \(HTML.cell(labels.placement, "<a href=\"\(PlacementPages.path(row.placement))\">\(row.placement)</a>"))\
                \(HTML.cell(labels.whose, "\(row.referral)"))\
                \(HTML.cell(labels.place, "\(row.slotTitle), \(row.unitName)"))\
                \(HTML.cell(labels.heard, heard.isEmpty ? "–" : heard))\
                \(isDue ? HTML.cell(labels.action, button) : HTML.empty)</tr>

                """
        }
        let last: HTML = "<th scope=\"col\">\(labels.action)</th>"
        return """
            <table class="data"><caption>\(caption)</caption>
            <thead><tr><th scope="col">\(labels.due)</th><th scope="col">\(labels.what)</th><th scope="col">\(labels.placement)</th>\
            <th scope="col">\(labels.whose)</th><th scope="col">\(labels.place)</th><th scope="col">\(labels.heard)</th>\(last, if: isDue)</tr></thead>
            <tbody>\(lines)</tbody></table>
            """
    }

    private static func confirm(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        let placement = try await visit.operations.confirmOutcome(visit.actor, code)
        return .redirect(
            PlacementPages.path(placement),
            Phrase(
                sv: "\(code) gäller. De andra uppgifterna står kvar som de lämnades, men räknas inte.",
                en: "\(code) counts. What the others told stands as it was, and is not counted."))
    }
}
