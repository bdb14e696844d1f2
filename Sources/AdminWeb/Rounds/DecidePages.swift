import Domain
import HTTPTypes
import Operations

/// Deciding a round: what that does is said first, for it cannot be taken back as a whole.
enum DecidePages {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let run = try await visit.operations.matchRun(visit.actor, code: visit.code("run"))
        guard run.decidedAt == nil else { return .redirect(RoundPages.path(run.code)) }
        return .page(page(visit, run, FormState()))
    }

    static func decide(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("run")
        do {
            let (run, placements) = try await visit.operations.decideMatch(visit.actor, code: code)
            let made = placements.count
            let proposals = Phrase(
                sv: made == 1 ? "1 förslag är gjort" : "\(made) förslag är gjorda",
                en: made == 1 ? "1 proposal is made" : "\(made) proposals are made")
            return .redirect(
                RoundPages.path(run.code),
                Phrase(
                    sv: "Beslutad: \(proposals.sv). Nästa steg är svaren, under Placeringar.",
                    en: "Decided: \(proposals.en). Next come the answers, under Placements."))
        } catch let refusal as Refusal where refusal.status == .conflict {
            let run = try await visit.operations.matchRun(visit.actor, code: code)
            let state = FormState(faults: [FormFault(field: "", sentence: refusal.phrase)])
            return .page(page(visit, run, state), status: .conflict)
        }
    }

    private static func page(_ visit: Visit, _ run: StoredRun, _ state: FormState) -> Page {
        let form = Form(
            action: RoundPages.path(run.code) + "/decide", state: state,
            button: Phrase(sv: "Besluta \(run.code)", en: "Decide \(run.code)"), cancel: RoundPages.path(run.code),
            isDangerous: true)
        return Page(
            Phrase(sv: "Besluta \(run.code)?", en: "Decide \(run.code)?"), in: .rounds,
            under: [Section.rounds.crumb, RoundPages.crumb(run.code)], isFaulty: !state.faults.isEmpty,
            """
            <p class="lead">\(sv: "\(run.placed) par blir förslag till värd och deltagare. Det går inte att ångra som helhet; varje förslag kan tas tillbaka för sig, med skäl.", en: "\(run.placed) pairs become proposals to host and participant. It cannot be undone as a whole; each proposal can be withdrawn by itself, with a reason.")</p>
            \(form.html(visit, .empty))
            """)
    }
}
