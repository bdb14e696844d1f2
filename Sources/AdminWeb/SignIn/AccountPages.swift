import Domain
import HTTPTypes
import Operations

/// One's own account: who one is here, changing the password, signing out everywhere.
enum AccountPages {
    static let routes: [PageRoute] = [
        .get("/account", .signedIn, show),
        .post("/account/password", .signedIn, changePassword),
        .post("/account/sign-out-everywhere", .signedIn, signOutEverywhere),
    ]

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        .page(try page(visit, FormState()))
    }

    private static func changePassword(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let new = visit.form["new"] ?? ""
        if new != visit.form["again"] {
            reader.fault("again", Phrase(sv: "Lösenorden är inte lika.", en: "The passwords are not the same."))
        }
        if reader.faults.isEmpty {
            do {
                guard let who = visit.who else { throw WebFault.signInNeeded }
                let session = try await visit.operations.changePassword(
                    who, from: visit.form["old"] ?? "", to: new, address: visit.address)
                var answer = SignInPages.entered(visit, session, to: "/account")
                answer.message = Message(
                    sv: "Lösenordet är bytt. Andra inloggningar är avslutade.",
                    en: "The password is changed. Other sessions are ended.")
                return answer
            } catch let error as any PhrasedError {
                reader.fault("old", error.phrase)
            }
        }
        return .page(try page(visit, reader.state), status: .unprocessableContent)
    }

    private static func signOutEverywhere(_ visit: Visit) async throws -> PageAnswer {
        _ = try await visit.operations.signOutEverywhere(visit.actor)
        return .redirect("/sign-in", Phrase(sv: "Du är utloggad överallt.", en: "You are signed out everywhere."))
    }

    private static func page(_ visit: Visit, _ state: FormState) throws -> Page {
        let actor = try visit.actor
        let fields: [Field] = [
            Field(
                "old", Phrase(sv: "Nuvarande lösenord", en: "Present password"),
                .input(type: "password", autocomplete: "current-password"), isRequired: true),
            Field(
                "new", Phrase(sv: "Nytt lösenord", en: "New password"),
                hint: Phrase(sv: "Minst 12 tecken.", en: "At least 12 characters."),
                .input(type: "password", autocomplete: "new-password"), isRequired: true),
            Field(
                "again", Phrase(sv: "Det nya lösenordet igen", en: "The new password again"),
                .input(type: "password", autocomplete: "new-password"), isRequired: true),
        ]
        let form = Form(
            action: "/account/password", state: state, button: Phrase(sv: "Byt lösenord", en: "Change password"))
        return Page(
            Phrase(sv: "Mitt konto", en: "My account"), isFaulty: !state.faults.isEmpty,
            """
            <dl class="facts"><dt>\(sv: "Användarnamn", en: "User name")</dt><dd>\(actor.name)</dd>
            <dt>\(sv: "Roll", en: "Role")</dt><dd>\(actor.role.label)</dd></dl>
            <p><a href="/account/tokens">\(sv: "Inloggningar och programnycklar", en: "Sessions and programs' tokens")</a></p>
            <section class="card"><h2>\(sv: "Byt lösenord", en: "Change password")</h2>
            \(form.html(visit, fields))</section>
            <section class="card"><h2>\(sv: "Logga ut överallt", en: "Sign out everywhere")</h2>
            <p>\(sv: "Avslutar alla dina inloggningar, också den här.", en: "Ends all your sessions, this one too.")</p>
            \(Form.button(visit, "/account/sign-out-everywhere", Phrase(sv: "Logga ut överallt", en: "Sign out everywhere"), style: ""))
            </section>
            """)
    }
}
