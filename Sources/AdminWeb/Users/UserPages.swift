import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Store

/// Accounts: who may sign in as what, invitations, closing and opening, and what is signed in now.
enum UserPages {
    static let routes: [PageRoute] = [
        .get("/users", .may(.manageUsers), list),
        .get("/users/new", .may(.manageUsers), UserFormPages.new),
        .post("/users/new", .may(.manageUsers), UserFormPages.add),
        .get("/users/:name", .may(.manageUsers), show),
        .get("/users/:name/change", .may(.manageUsers), UserFormPages.edit),
        .post("/users/:name/change", .may(.manageUsers), UserFormPages.change),
        .post("/users/:name/link", .may(.manageUsers), link),
        .post("/users/:name/disable", .may(.manageUsers), disable),
        .post("/users/:name/enable", .may(.manageUsers), enable),
        .post("/users/:name/sign-out", .may(.manageUsers), signOut),
        .post("/users/:name/tokens/:id", .may(.manageUsers), revokeToken),
    ]

    static func path(_ name: Code) -> String { "/users/" + URLEncoded.encode(name.rawValue) }

    static func user(_ visit: Visit) async throws -> UserRecord {
        guard let user = try await visit.operations.users(visit.actor, name: visit.code("name")).first else {
            throw WebFault.notFound
        }
        return user
    }

    private static func isClosed(_ user: UserRecord, _ today: Day) -> Bool {
        user.disabledOn.map { $0 <= today } ?? false
    }

    private static func badge(_ user: UserRecord, _ visit: Visit) -> HTML {
        if isClosed(user, visit.today) { return .badge(Phrase(sv: "Avstängd", en: "Closed"), .past) }
        if user.lastSignedInAt != nil { return .badge(Phrase(sv: "Aktiv", en: "Active"), .good) }
        if user.linkExpiresAt.map({ $0 > visit.operations.clock.now() }) ?? false {
            return .badge(Phrase(sv: "Inbjuden", en: "Invited"), .now)
        }
        return .badge(Phrase(sv: "Har inte loggat in", en: "Never signed in"), .warn)
    }

    private static func name(_ user: UserRecord) -> String { user.displayName?.rawValue ?? user.name.rawValue }

    private static func list(_ visit: Visit) async throws -> PageAnswer {
        let users = try await visit.operations.users(visit.actor).sorted { SwedishOrder.isBefore(name($0), name($1)) }
        let labels = (
            role: Phrase(sv: "Roll", en: "Role"), bound: Phrase(sv: "Enhet eller anvisare", en: "Unit or referrer"),
            state: Phrase(sv: "Läge", en: "State"), last: Phrase(sv: "Senast inloggad", en: "Last signed in")
        )
        let rows = users.map { user -> HTML in
            """
            <tr><th scope="row"><a href="\(path(user.name))">\(name(user))</a><span class="sub">\(user.name)</span></th>\
            \(HTML.cell(labels.role, "\(user.role.label)"))\
            \(HTML.cell(labels.bound, (user.unit ?? user.referrer).map { "\($0)" } ?? "–"))\
            \(HTML.cell(labels.state, badge(user, visit)))\
            \(HTML.cell(labels.last, user.lastSignedInAt.map { "\(SwedishTime.text($0))" } ?? "–"))</tr>

            """
        }
        return .page(
            Page(
                Section.users.label, in: .users,
                action: Page.mainAction("/users/new", Phrase(sv: "Bjud in en användare", en: "Invite a user")),
                """
                <table class="data"><caption><strong>\(users.count) \(sv: "användare", en: "users")</strong></caption>
                <thead><tr><th scope="col">\(sv: "Namn", en: "Name")</th><th scope="col">\(labels.role)</th>\
                <th scope="col">\(labels.bound)</th><th scope="col">\(labels.state)</th><th scope="col">\(labels.last)</th></tr></thead>
                <tbody>\(rows)</tbody></table>
                """))
    }

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        .page(try await page(visit, try await user(visit), link: nil))
    }

    /// - Parameter link: a one-time link that was just made, which is shown this once.
    static func page(_ visit: Visit, _ user: UserRecord, link: NewLink?) async throws -> Page {
        let sessions = try await visit.operations.sessions(visit.actor, of: user.name)
        let tokens = try await visit.operations.tokens(visit.actor, of: user.name)
        let isClosed = isClosed(user, visit.today)
        var actions: [HTML] = []
        if user.role != .operator {
            let text =
                user.hasPassword
                ? Phrase(sv: "Ny lösenordslänk", en: "New password link")
                : Phrase(sv: "Ny inbjudan", en: "New invitation")
            if !isClosed { actions.append(Form.button(visit, path(user.name) + "/link", text, style: "")) }
            actions.append(
                isClosed
                    ? Form.button(
                        visit, path(user.name) + "/enable", Phrase(sv: "Öppna kontot", en: "Open the account"),
                        style: "")
                    : Form.button(
                        visit, path(user.name) + "/disable", Phrase(sv: "Stäng av", en: "Close the account"),
                        style: "danger"))
        }
        return Page(
            Phrase(sv: name(user), en: name(user)), in: .users, under: [Section.users.crumb], badge: badge(user, visit),
            action: "<a class=\"button main\" href=\"\(path(user.name))/change\">\(sv: "Ändra", en: "Change")</a>",
            """
            \(link.map { linkNote(visit, $0) } ?? HTML.empty)
            <dl class="facts">
            \(HTML.fact(Phrase(sv: "Användarnamn", en: "User name"), "\(user.name)"))
            \(HTML.fact(Phrase(sv: "Roll", en: "Role"), "\(user.role.label)"))
            \(HTML.fact(Phrase(sv: "Enhet", en: "Unit"), user.unit.map { "\($0)" }))
            \(HTML.fact(Phrase(sv: "Anvisare", en: "Referrer"), user.referrer.map { "\($0)" }))
            \(HTML.fact(Phrase(sv: "Skyddade personer", en: "Protected persons"), user.isNamedOfficer ? "\(sv: "får se dem; varje visning loggas", en: "may see them; every view is logged")" : nil))
            \(HTML.fact(Phrase(sv: "E-post", en: "E-mail"), user.email.map { "\($0.rawValue)" }))
            \(HTML.fact(Phrase(sv: "Senast inloggad", en: "Last signed in"), user.lastSignedInAt.map { "\(SwedishTime.text($0))" }))
            \(HTML.fact(Phrase(sv: "Loggar in genom", en: "Signs in through"), user.issuer.map { "\($0)" }))
            </dl>
            <div class="actions">\(HTML(actions, separator: " "))</div>
            \(Self.sessions(visit, user, sessions))
            \(Self.tokens(visit, user, tokens))
            """)
    }

    private static func linkNote(_ visit: Visit, _ link: NewLink) -> HTML {
        let last = SwedishTime.day(of: link.expiresAt).longPhrase
        let time = SwedishTime.text(link.expiresAt).dropFirst(11).prefix(5).replacing(":", with: ".")
        return """
            <div class="note" role="status"><p>\(sv: "Ge den här länken till personen, inte i samma brev som användarnamnet. Den visas bara nu, fungerar en gång och till den \(last.sv) kl. \(time).", en: "Give this link to the person, not in the same letter as the user name. It is shown only now, and works once, until \(last.en) at \(time).")</p>
            <p><code>\(visit.link(to: link.path))</code></p></div>
            """
    }

    private static func sessions(_ visit: Visit, _ user: UserRecord, _ sessions: [SessionRecord]) -> HTML {
        guard !sessions.isEmpty else { return .empty }
        let lines = sessions.map { one -> HTML in
            "<li>\(sv: "senast använd", en: "last used") \(SwedishTime.text(one.lastUsedAt))</li>"
        }
        return """
            <section class="card"><h2>\(sv: "Inloggningar", en: "Sessions")</h2><ul>\(lines)</ul>
            \(Form.button(visit, path(user.name) + "/sign-out", Phrase(sv: "Logga ut överallt", en: "Sign out everywhere"), style: ""))</section>
            """
    }

    private static func tokens(_ visit: Visit, _ user: UserRecord, _ tokens: [APITokenRecord]) -> HTML {
        guard !tokens.isEmpty else { return .empty }
        let lines = tokens.map { token -> HTML in
            let id = token.id.rawValue.uuidString.lowercased()
            return """
                <li>\(token.name), \(sv: "till", en: "until") \(SwedishTime.text(token.expiresAt)) \
                \(Form.button(visit, path(user.name) + "/tokens/" + id, Phrase(sv: "Återkalla", en: "Revoke"), row: token.name.rawValue, style: "low danger"))</li>
                """
        }
        return
            "<section class=\"card\"><h2>\(sv: "Programnycklar", en: "Programs' tokens")</h2><ul>\(lines)</ul></section>"
    }

    private static func link(_ visit: Visit) async throws -> PageAnswer {
        let user = try await user(visit)
        let link = try await visit.operations.newLink(visit.actor, for: user.name)
        return .page(try await page(visit, try await Self.user(visit), link: link))
    }

    private static func disable(_ visit: Visit) async throws -> PageAnswer {
        let name = try visit.code("name")
        try await visit.operations.disableUser(visit.actor, name: name)
        return .redirect(path(name), Phrase(sv: "\(name) är avstängd.", en: "\(name) is closed."))
    }

    private static func enable(_ visit: Visit) async throws -> PageAnswer {
        let name = try visit.code("name")
        try await visit.operations.enableUser(visit.actor, name: name)
        return .redirect(path(name), Phrase(sv: "\(name) är öppnad igen.", en: "\(name) is open again."))
    }

    private static func signOut(_ visit: Visit) async throws -> PageAnswer {
        let name = try visit.code("name")
        _ = try await visit.operations.endSessions(visit.actor, of: name)
        return .redirect(
            path(name), Phrase(sv: "\(name) är utloggad överallt.", en: "\(name) is signed out everywhere."))
    }

    private static func revokeToken(_ visit: Visit) async throws -> PageAnswer {
        let name = try visit.code("name")
        guard let id = visit.parameters["id"].flatMap({ UUID(uuidString: $0) }) else { throw WebFault.notFound }
        try await visit.operations.revokeToken(visit.actor, Identifier(id), of: name)
        return .redirect(path(name), Phrase(sv: "Nyckeln är återkallad.", en: "The token is revoked."))
    }
}
