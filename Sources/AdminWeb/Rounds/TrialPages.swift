import Domain
import HTTPTypes
import Operations

/// What changes would bring: the round as it is beside the round as it would be, for whom they differ, and how. Nothing is
/// kept until it is asked for. What is tried stands in the address, so that it can be sent to a colleague.
enum TrialPages {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let run = try await visit.operations.matchRun(visit.actor, code: visit.code("run"))
        var reader = FormReader(TrialForm.taken(visit.query))
        let change = TrialForm.change(&reader, run)
        var comparison: MatchComparison?
        if reader.faults.isEmpty, !visit.query.pairs.isEmpty {
            do {
                comparison = try await visit.operations.tryMatch(visit.actor, run.code, change)
            } catch let refusal as Refusal where refusal.status == .unprocessableContent || refusal.isAboutInput {
                reader.fault("", refusal.phrase)
            }
        }
        let status: HTTPResponse.Status = reader.faults.isEmpty ? .ok : .unprocessableContent
        return .page(page(visit, run, reader.state, comparison), status: status)
    }

    /// Keeps what was tried as a round of its own.
    static func keep(_ visit: Visit) async throws -> PageAnswer {
        let run = try await visit.operations.matchRun(visit.actor, code: visit.code("run"))
        var reader = FormReader(visit.form)
        let change = TrialForm.change(&reader, run)
        guard reader.faults.isEmpty else { throw WebFault.unreadable }
        let kept = try await visit.operations.storeTriedMatch(visit.actor, run.code, change)
        guard let code = kept.after.run else { throw WebFault.notFound }
        return .redirect(
            RoundPages.path(code),
            Phrase(
                sv: "Sparad som \(code). Den kan beslutas; \(run.code) finns kvar.",
                en: "Kept as \(code). It can be decided; \(run.code) is still there."))
    }

    private static func page(_ visit: Visit, _ run: StoredRun, _ state: FormState, _ comparison: MatchComparison?)
        -> Page
    {
        Page(
            Phrase(sv: "Pröva ändringar i \(run.code)", en: "Try changes to \(run.code)"), in: .rounds,
            under: [Section.rounds.crumb, RoundPages.crumb(run.code)], isFaulty: !state.faults.isEmpty,
            """
            \(Form.faultSummary(state))
            \(comparison.map { ComparisonView(comparison: $0, run: run.code).html } ?? HTML.empty)
            \(comparison == nil || !visit.may(.runMatch) ? .empty : keepForm(visit, state.values))
            <form class="form" method="get" action="\(visit.path)">
            <h2>\(sv: "Vad som prövas", en: "What is tried")</h2>
            \(TrialForm.html(state, run))
            <div class="actions"><button class="main">\(sv: "Jämför", en: "Compare")</button> \
            <a class="button quiet" href="\(RoundPages.path(run.code))">\(sv: "Tillbaka", en: "Back")</a></div>
            </form>
            """)
    }

    private static func keepForm(_ visit: Visit, _ tried: FormData) -> HTML {
        Form.button(
            visit, visit.path, Phrase(sv: "Spara som egen matchning", en: "Keep as a round of its own"), style: "",
            hidden: tried.pairs)
    }
}
