import Domain
import HTTPTypes
import Operations

/// Asking for a new round: from when, how long at least, which way.
enum NewRoundPages {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        // A Monday, far enough ahead that people can be told.
        let start = visit.today.adding(14 + (8 - visit.today.weekday) % 7)
        let plan = try await visit.operations.planRound(visit.actor, roundStart: start)
        var values = FormData()
        values.set("from", start.description)
        values.set("weeks", String(plan.parameters.minimumDays / 7))
        values.set("mode", MatchMode.optimal.rawValue)
        return .page(page(visit, FormState(values), plan))
    }

    static func start(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let from = reader.required("from") { try Day($0) }
        let weeks = reader.number("weeks", in: 1...52)
        let mode = MatchMode(rawValue: visit.form["mode"] ?? "") ?? .optimal
        let earlier = reader.optional("keep") { try Code($0) }
        if let from, let weeks, reader.faults.isEmpty {
            var parameters = try await visit.operations.standardParameters(visit.actor, roundStart: from)
            parameters.minimumDays = weeks * 7
            parameters.mode = mode
            parameters.keep = earlier.map { MatchKeep(run: $0) }
            do {
                let job = try await visit.operations.startMatch(visit.actor, parameters)
                return .redirect("/jobs/\(job)")
            } catch let refusal as Refusal where refusal.isAboutInput || refusal.status == .unprocessableContent {
                reader.fault("", refusal.phrase)
            }
        }
        let plan = try await visit.operations.planRound(
            visit.actor, roundStart: from ?? visit.today, minimumDays: weeks.map { $0 * 7 })
        return .page(page(visit, reader.state, plan), status: .unprocessableContent)
    }

    private static func page(_ visit: Visit, _ state: FormState, _ plan: RoundPlan) -> Page {
        let form = Form(
            action: "/rounds/new", state: state, button: Phrase(sv: "Föreslå", en: "Propose"), cancel: "/rounds")
        return Page(
            Phrase(sv: "Ny matchning", en: "New round"), in: .rounds, under: [Section.rounds.crumb],
            isFaulty: !state.faults.isEmpty,
            """
            <p class="lead">\(sv: "Föreslår vem som får vilken plats. Inget går ut förrän du beslutar.", en: "Proposes who gets which place. Nothing goes out until you decide.")</p>
            <div class="aside"><div>\(form.html(visit, fields(plan)))</div>
            <div>\(RoundCountsView.html(plan))</div></div>
            """)
    }

    private static func fields(_ plan: RoundPlan) -> [Field] {
        [
            Field(
                "from", Phrase(sv: "Från och med", en: "From"),
                hint: Phrase(
                    sv: "Praktiken börjar tidigast den dagen.", en: "Placements begin on that day at the earliest."),
                .input(type: "date", size: .medium), isRequired: true),
            Field(
                "weeks", Phrase(sv: "Minst så många veckor", en: "At least so many weeks"), .number(1...52),
                isRequired: true),
            Field(
                "mode", Phrase(sv: "Metod", en: "Method"),
                hint: Phrase(
                    sv:
                        "Bäst ger flest placerade och högst poäng. I en stabil hade ingen deltagare och plats hellre haft varandra.",
                    en:
                        "Best places the most people, with the highest score. In a stable one no participant and slot would rather have had each other."
                ),
                .choice(MatchMode.allCases.map { .init($0.rawValue, $0.label.capitalized) }), isRequired: true),
            Field(
                "keep", Phrase(sv: "Behåll paren från", en: "Keep the pairs of"),
                hint: Phrase(
                    sv: "Där inget går förlorat på det.", en: "Where nothing is lost by it."),
                .choice(
                    plan.earlier.prefix(50).map { run in
                        .init(
                            run.code.rawValue,
                            Phrase(
                                sv: "\(run.code), från \(run.roundStart): \(run.placed) placerade",
                                en: "\(run.code), from \(run.roundStart): \(run.placed) placed"))
                    }, prompt: Phrase(sv: "Ingen", en: "None"))),
        ]
    }
}
