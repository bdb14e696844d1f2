import Domain
import HTTPTypes
import Operations

/// Signing in and out, the language, and the one-time link by which an account is taken into use.
enum SignInPages {
    static let routes: [PageRoute] = [
        .get("/sign-in", .anybody, show),
        .post("/sign-in", .anybody, signIn),
        .post("/sign-out", .signedIn, signOut),
        .post("/language", .anybody, chooseLanguage),
        .get("/invitation/:link", .anybody, welcome),
        .post("/invitation/:link", .anybody, accept),
    ]

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        if visit.who != nil { return .redirect("/") }
        var values = FormData()
        values.set("municipality", visit.query["municipality"] ?? visit.site.municipality?.rawValue)
        return .page(page(visit, FormState(values)))
    }

    private static func signIn(_ visit: Visit) async throws -> PageAnswer {
        let kept = KeptForm(posted: visit.form)
        var reader = FormReader(visit.form)
        let municipality = reader.required("municipality") { try MunicipalityCode($0) }
        let name = reader.required("name") { $0 }
        let password = visit.form["password"] ?? ""
        if password.isEmpty { reader.fault("password", Phrase(sv: "Skriv lösenordet.", en: "Type the password.")) }
        guard let municipality, let name, !password.isEmpty else {
            return .page(page(visit, reader.state, kept), status: .unprocessableContent)
        }
        do {
            let session = try await visit.operations.signIn(
                municipality: municipality, name: name, password: password, from: visit.address,
                replacing: visit.sessionToken)
            return entered(visit, session, to: back(visit.form["back"]), kept)
        } catch let refusal as Refusal {
            reader.fault("", refusal.phrase)
            return .page(page(visit, reader.state, kept), status: refusal.status)
        }
    }

    private static func signOut(_ visit: Visit) async throws -> PageAnswer {
        if let token = visit.sessionToken { try await visit.operations.signOut(token: token) }
        var answer = PageAnswer.redirect("/sign-in", Phrase(sv: "Du är utloggad.", en: "You are signed out."))
        answer.cookies = [Cookie(name: SessionCookie.name(isSecure: visit.site.isSecure), value: nil)]
        return answer
    }

    private static func chooseLanguage(_ visit: Visit) async throws -> PageAnswer {
        guard let language = visit.form["language"].flatMap({ Language(rawValue: $0) }) else {
            throw WebFault.notFound
        }
        var answer = PageAnswer.redirect(back(visit.form["back"]))
        answer.cookies = [Cookie(name: Language.cookie, value: language.rawValue, lifetime: 365 * 86_400)]
        return answer
    }

    private static func welcome(_ visit: Visit) async throws -> PageAnswer {
        // Nobody is shown what another page has a browser fetch, and nobody's attempts are counted by it.
        guard visit.isNavigation else { return .page(usedLink, status: .notFound) }
        guard let invited = try await visit.operations.invitation(visit.parameters["link"] ?? "", from: visit.address)
        else {
            return .page(usedLink, status: .notFound)
        }
        return .page(welcomePage(visit, invited, FormState()))
    }

    private static func accept(_ visit: Visit) async throws -> PageAnswer {
        let link = visit.parameters["link"] ?? ""
        guard let invited = try await visit.operations.invitation(link, from: visit.address) else {
            return .page(usedLink, status: .notFound)
        }
        var reader = FormReader(visit.form)
        let password = visit.form["password"] ?? ""
        if password != visit.form["again"] {
            reader.fault(
                "again", Phrase(sv: "Lösenorden är inte lika.", en: "The passwords are not the same."))
        }
        if reader.faults.isEmpty {
            do {
                let session = try await visit.operations.acceptInvitation(
                    link, password: password, from: visit.address, replacing: visit.sessionToken)
                return entered(visit, session, to: "/")
            } catch let error as any PhrasedError {
                reader.fault("password", error.phrase)
            }
        }
        return .page(welcomePage(visit, invited, reader.state), status: .unprocessableContent)
    }

    /// A path of this service, or the start page: what came with a request must not lead elsewhere.
    static func back(_ path: String?) -> String {
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), !path.hasPrefix("/\\"),
            path.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
        else { return "/" }
        return path
    }

    static func entered(
        _ visit: Visit, _ session: NewSession, to path: String, _ kept: KeptForm? = nil
    ) -> PageAnswer {
        var answer = PageAnswer.redirect(path)
        if let kept {
            if session.signedIn.isOwner(ofFormToken: kept.token) {
                var visit = visit
                visit.who = session.signedIn
                answer = kept.question(visit)
                answer.entered = session.signedIn
            } else {
                answer = .redirect("/", KeptForm.another)
            }
        }
        answer.cookies = [
            Cookie(name: SessionCookie.name(isSecure: visit.site.isSecure), value: session.token)
        ]
        return answer
    }

    /// The page as it is first shown, and what went wrong elsewhere.
    static func page(_ visit: Visit, fault: Phrase) -> Page {
        var values = FormData()
        values.set("municipality", visit.site.municipality?.rawValue)
        return page(visit, FormState(values, faults: [FormFault(field: "", sentence: fault)]))
    }

    /// The page in place of what a form would have answered, had its session not ended.
    static func page(_ visit: Visit, _ kept: KeptForm) -> Page {
        var values = FormData()
        values.set("municipality", visit.site.municipality?.rawValue)
        return page(visit, FormState(values), kept)
    }

    private static func page(_ visit: Visit, _ state: FormState, _ kept: KeptForm? = nil) -> Page {
        let fields: [Field] = [
            Field(
                "municipality", Phrase(sv: "Kommunkod", en: "Municipality code"),
                hint: Phrase(sv: "Fyra siffror, till exempel 1485.", en: "Four digits, for example 1485."),
                isRequired: true),
            Field(
                "name", Phrase(sv: "Användarnamn", en: "User name"), .input(autocomplete: "username"),
                isRequired: true),
            Field(
                "password", Phrase(sv: "Lösenord", en: "Password"),
                .input(type: "password", autocomplete: "current-password"), isRequired: true),
        ]
        let form = Form(
            action: "/sign-in", state: state, button: Phrase(sv: "Logga in", en: "Sign in"),
            hidden: kept?.hidden ?? [("back", visit.form["back"] ?? visit.query["back"] ?? "/")])
        let content = form.html(visit, fields)
        guard let kept else {
            return Page(
                Phrase(sv: "Logga in", en: "Sign in"), isFaulty: !state.faults.isEmpty, content + providerLink(visit))
        }
        var page = Page(
            Phrase(sv: "Logga in igen", en: "Sign in again"), isFaulty: !state.faults.isEmpty,
            KeptForm.introduction + content + kept.providerLink(visit))
        page.isHolding = true
        return page
    }

    private static func providerLink(_ visit: Visit) -> HTML {
        guard let signIn = visit.site.providerSignIn else { return .empty }
        let back = back(visit.form["back"] ?? visit.query["back"])
        let path = "/sign-in/oidc" + (back == "/" ? "" : "?back=" + URLEncoded.encode(back))
        return """
            <p>\(sv: "Eller:", en: "Or:") <a class="button" href="\(path)">\(signIn.label)</a></p>
            """
    }

    private static func welcomePage(_ visit: Visit, _ invited: InvitedAccount, _ state: FormState) -> Page {
        let fields: [Field] = [
            Field(
                "password", Phrase(sv: "Välj ett lösenord", en: "Choose a password"),
                hint: Phrase(
                    sv: "Minst 12 tecken. En lång mening är bra.",
                    en: "At least 12 characters. A long sentence is good."),
                .input(type: "password", autocomplete: "new-password"), isRequired: true),
            Field(
                "again", Phrase(sv: "Lösenordet igen", en: "The password again"),
                .input(type: "password", autocomplete: "new-password"), isRequired: true),
        ]
        let form = Form(
            action: visit.path, state: state, button: Phrase(sv: "Spara och logga in", en: "Save and sign in"))
        return Page(
            Phrase(sv: "Välkommen, \(invited.displayName)", en: "Welcome, \(invited.displayName)"),
            isFaulty: !state.faults.isEmpty,
            """
            <p class="lead">\(sv: "Ditt användarnamn är", en: "Your user name is") <strong>\(invited.name)</strong>.</p>
            \(form.html(visit, fields))
            """)
    }

    private static let usedLink = Page(
        Phrase(sv: "Länken går inte att använda", en: "The link cannot be used"),
        """
        <p class="lead">\(sv: "Den är använd, för gammal eller ersatt av en ny. Be den som gav dig den om en ny.",
        en: "It has been used, is too old, or was replaced by a new one. Ask whoever gave it to you for another.")</p>
        """)
}
