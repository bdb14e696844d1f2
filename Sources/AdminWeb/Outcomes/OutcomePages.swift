import Domain
import HTTPTypes
import Operations
import Store

/// What has become of people: the statuses that have been recorded, and recording one.
enum OutcomePages {
    static let routes: [PageRoute] = [
        .get("/outcomes", .may(.listOutcomes), show),
        .get("/outcomes/new", .may(.recordOutcome), form),
        .post("/outcomes/new", .may(.recordOutcome), save),
    ]

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        let (all, protected) = try await visit.operations.outcomes(visit.actor)
        let newest = all.sorted { ($0.checkedOn, $0.code) > ($1.checkedOn, $1.code) }.prefix(100)
        return .page(
            Page(
                Section.outcomes.label, in: .outcomes,
                action: visit.may(.recordOutcome)
                    ? Page.mainAction("/outcomes/new", Phrase(sv: "Registrera utfall", en: "Record an outcome")) : nil,
                """
                \(protected > 0 ? "<p class=\"note\">\(sv: "\(protected) gäller personer med skyddade uppgifter och visas inte.", en: "\(protected) concern protected persons and are not shown.")</p>" : HTML.empty)
                \(FollowUpPages.tabs(isOutcomes: true))
                \(newest.isEmpty ? .nothing(Phrase(sv: "Inga utfall är registrerade än.", en: "No outcomes are recorded yet.")) : table(visit, newest, of: all.count))
                """))
    }

    private static func table(_ visit: Visit, _ outcomes: ArraySlice<ToldOutcome>, of count: Int) -> HTML {
        let labels = (
            status: Phrase(sv: "Utfall", en: "Outcome"), whose: Phrase(sv: "Vems", en: "Whose"),
            employer: Phrase(sv: "Hos", en: "At"), source: Phrase(sv: "Källa", en: "Source"),
            counts: Phrase(sv: "Räknas", en: "Counts")
        )
        let rows = outcomes.map { outcome -> HTML in
            let whose: HTML =
                outcome.placement.map { "<a href=\"\(PlacementPages.path($0))\">\($0)</a>" }
                ?? "\(outcome.referrer)/\(outcome.participant)"
            return """
                <tr><th scope="row">\(HTML.day(outcome.checkedOn))</th>\(HTML.cell(labels.whose, whose))\
                \(HTML.cell(labels.status, .badge(outcome.status.label.capitalized, outcome.status == .employed ? .good : .plain)))\
                \(HTML.cell(labels.employer, outcome.employer.map { "\($0.label)" } ?? "–"))\
                \(HTML.cell(labels.source, outcome.source.map { "\($0.label)" } ?? "–"))\
                \(HTML.cell(labels.counts, counts(visit, outcome)))</tr>

                """
        }
        return """
            <table class="data"><caption>\(sv: "De senaste \(outcomes.count) av \(count)", en: "The newest \(outcomes.count) of \(count)")</caption>
            <thead><tr><th scope="col">\(sv: "Den", en: "On")</th><th scope="col">\(labels.whose)</th>\
            <th scope="col">\(labels.status)</th><th scope="col">\(labels.employer)</th><th scope="col">\(labels.source)</th>\
            <th scope="col">\(labels.counts)</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
    }

    /// What others told against it, and whether it is counted.
    private static func counts(_ visit: Visit, _ outcome: ToldOutcome) -> HTML {
        let marks = FollowUpSection.marks(visit, outcome, mayConfirm: visit.may(.confirmOutcome))
        return "<span class=\"muted\">\(outcome.code)</span>\(marks)"
    }

    private static func form(_ visit: Visit) async throws -> PageAnswer {
        var values = visit.query
        values.set("checked_on", values["checked_on"] ?? visit.today.description)
        return .page(OutcomeForm.page(visit, FormState(values)))
    }

    private static func save(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        if let outcome = try OutcomeForm.read(&reader, visit) {
            do {
                let code = try await visit.operations.recordOutcome(visit.actor) { code in
                    var outcome = outcome
                    outcome.code = code
                    return outcome
                }
                let back = outcome.placement.map(PlacementPages.path) ?? "/outcomes"
                return .redirect(
                    back, Phrase(sv: "Utfallet \(code) är registrerat.", en: "Outcome \(code) is recorded."))
            } catch let refusal as Refusal where refusal.isAboutInput || refusal.status == .unprocessableContent {
                reader.fault("", refusal.phrase)
            }
        }
        return .page(OutcomeForm.page(visit, reader.state), status: .unprocessableContent)
    }
}
