import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Store

/// Where one is signed in, and the tokens with which one's own programs work.
enum OwnAccessPages {
    static let routes: [PageRoute] = [
        .get("/account/tokens", .signedIn, show),
        .post("/account/tokens", .signedIn, make),
        .post("/account/tokens/:id/revoke", .signedIn, revoke),
        .post("/account/sessions/:id/end", .signedIn, end),
    ]

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        var values = FormData()
        values.set("days", "90")
        return .page(try await page(visit, FormState(values)))
    }

    private static func make(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let name = reader.required("name") { try Line($0) }
        let days = reader.number("days", in: 1...visit.operations.accounts.longestTokenLife)
        let scopes = reader.choices("scopes", TokenScope.self)
        if let name, let days, reader.faults.isEmpty {
            do {
                let token = try await visit.operations.createToken(
                    visit.actor, name: name, scopes: Set(scopes), days: days)
                return .page(try await page(visit, FormState(), made: token), status: .created)
            } catch let refusal as Refusal {
                try reader.take(refusal)
            }
        }
        return .page(try await page(visit, reader.state), status: .unprocessableContent)
    }

    private static func revoke(_ visit: Visit) async throws -> PageAnswer {
        guard let id = visit.parameters["id"].flatMap({ UUID(uuidString: $0) }) else { throw WebFault.notFound }
        try await visit.operations.revokeToken(visit.actor, Identifier(id))
        return .redirect("/account/tokens", Phrase(sv: "Nyckeln är återkallad.", en: "The token is revoked."))
    }

    private static func end(_ visit: Visit) async throws -> PageAnswer {
        guard let id = visit.parameters["id"].flatMap({ UUID(uuidString: $0) }) else { throw WebFault.notFound }
        try await visit.operations.endOwnSession(visit.actor, Identifier(id))
        return .redirect("/account/tokens", Phrase(sv: "Inloggningen är avslutad.", en: "The session is ended."))
    }

    /// - Parameter made: a token that was just made, which is shown this once.
    private static func page(_ visit: Visit, _ state: FormState, made: NewToken? = nil) async throws -> Page {
        let actor = try visit.actor
        let sessions = try await visit.operations.ownSessions(actor)
        let tokens = try await visit.operations.tokens(actor)
        let scopes = TokenScope.allCases.filter { $0.isOfUse(to: actor) }
        let fields = [
            Field(
                "name", Phrase(sv: "Vad nyckeln är till för", en: "What the token is for"), .input(size: .medium),
                isRequired: true),
            Field(
                "scopes", Phrase(sv: "Vad programmet får göra", en: "What the program may do"),
                .checks(scopes.map { .init($0.rawValue, $0.label.capitalized) }), isRequired: true),
            Field(
                "days", Phrase(sv: "Dagar den gäller", en: "Days it lasts"),
                .number(1...visit.operations.accounts.longestTokenLife), isRequired: true),
        ]
        let form = Form(
            action: "/account/tokens", state: state, button: Phrase(sv: "Skapa nyckel", en: "Make a token"))
        return Page(
            Phrase(sv: "Inloggningar och programnycklar", en: "Sessions and programs' tokens"),
            under: [.init(path: "/account", label: Phrase(sv: "Mitt konto", en: "My account"))],
            isFaulty: !state.faults.isEmpty,
            """
            \(made.map { note($0) } ?? HTML.empty)
            <section class="card"><h2>\(sv: "Här är du inloggad", en: "Where you are signed in")</h2>
            <ul>\(sessions.map { session(visit, $0) })</ul></section>
            <section class="card"><h2>\(sv: "Programnycklar", en: "Programs' tokens")</h2>
            \(tokens.isEmpty ? "<p class=\"muted\">\(sv: "Inga nycklar.", en: "No tokens.")</p>" : "<ul>\(tokens.map { token(visit, $0) })</ul>")
            </section>
            <section class="card"><h2>\(sv: "Ny nyckel", en: "A new token")</h2>
            \(form.html(visit, fields))</section>
            """)
    }

    private static func note(_ token: NewToken) -> HTML {
        """
        <div class="note" role="status"><p>\(sv: "Spara nyckeln nu: den visas bara den här gången och gäller till \(SwedishTime.text(token.expiresAt)).", en: "Keep the token now: it is shown only this once and lasts until \(SwedishTime.text(token.expiresAt)).")</p>
        <p><code>\(token.token)</code></p></div>
        """
    }

    private static func session(_ visit: Visit, _ one: SessionRecord) -> HTML {
        let used = SwedishTime.text(one.lastUsedAt)
        let id = one.id.rawValue.uuidString.lowercased()
        return """
            <li>\(sv: "senast använd", en: "last used") \(used) \
            \(Form.button(visit, "/account/sessions/\(id)/end", Phrase(sv: "Avsluta", en: "End"), row: used))</li>
            """
    }

    private static func token(_ visit: Visit, _ one: APITokenRecord) -> HTML {
        let id = one.id.rawValue.uuidString.lowercased()
        let scopes = HTML(one.scopes.map { "\($0.label)" }, separator: ", ")
        return """
            <li>\(one.name), \(sv: "till", en: "until") \(SwedishTime.text(one.expiresAt)) \
            <span class="muted">\(scopes)</span> \
            \(Form.button(visit, "/account/tokens/\(id)/revoke", Phrase(sv: "Återkalla", en: "Revoke"), row: one.name.rawValue))</li>
            """
    }
}
