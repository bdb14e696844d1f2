import Domain
import HTTPTypes
import Operations

/// Asking for a new round: from when, how long at least, which way.
enum NewRoundPages {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        var values = FormData()
        values.set("from", visit.today.adding(14).description)
        values.set("weeks", "4")
        values.set("mode", MatchMode.optimal.rawValue)
        return .page(page(visit, FormState(values)))
    }

    static func start(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let from = reader.required("from") { try Day($0) }
        let weeks = reader.number("weeks", in: 1...52)
        let mode = MatchMode(rawValue: visit.form["mode"] ?? "") ?? .optimal
        let earlier = reader.optional("keep") { try Code($0) }
        guard let from, let weeks, reader.faults.isEmpty else {
            return .page(page(visit, reader.state), status: .unprocessableContent)
        }
        let parameters = MatchParameters(
            roundStart: from, minimumDays: weeks * 7, keep: earlier.map { MatchKeep(run: $0) }, mode: mode)
        do {
            let job = try await visit.operations.startMatch(visit.actor, parameters)
            return .redirect("/jobs/\(job)")
        } catch let refusal as Refusal where refusal.isAboutInput || refusal.status == .unprocessableContent {
            reader.fault("", refusal.phrase)
            return .page(page(visit, reader.state), status: .unprocessableContent)
        }
    }

    private static func page(_ visit: Visit, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field(
                "from", Phrase(sv: "Från och med", en: "From"),
                hint: Phrase(
                    sv: "Praktiken börjar tidigast den dagen.", en: "Placements begin on that day at the earliest."),
                .input(type: "date", size: .medium), isRequired: true),
            Field(
                "weeks", Phrase(sv: "Minst så många veckor", en: "At least so many weeks"), .number(1...52),
                isRequired: true),
            Field(
                "mode", Phrase(sv: "Sätt", en: "Way"),
                hint: Phrase(
                    sv: "Bäst placerar så många som går. Stabil låter ingen plats och deltagare hellre ha varandra.",
                    en:
                        "Best places as many as can be. Stable leaves no slot and participant who would rather have each other."
                ),
                .choice(MatchMode.allCases.map { .init($0.rawValue, $0.label.capitalized) }), isRequired: true),
            Field(
                "keep", Phrase(sv: "Behåll paren från", en: "Keep the pairs of"),
                hint: Phrase(
                    sv: "En tidigare matchnings kod, till exempel M-1.", en: "An earlier round's code, for example M-1."
                ),
                .input(size: .short)),
        ]
        let form = Form(
            action: "/rounds/new", state: state, button: Phrase(sv: "Föreslå", en: "Propose"), cancel: "/rounds")
        return Page(
            Phrase(sv: "Ny matchning", en: "New round"), in: .rounds, under: [Section.rounds.crumb],
            isFaulty: !state.faults.isEmpty,
            """
            <p class="lead">\(sv: "Med är alla som väntar på en plats, utom de med skyddade uppgifter, och alla erbjudna platser med något ledigt. Inget går ut förrän du beslutar.", en: "In it is everybody who waits for a place, except protected persons, and every slot on offer with something free. Nothing goes out until you decide.")</p>
            \(form.html(visit, HTML(fields.map { $0.html(state) })))
            """)
    }
}
