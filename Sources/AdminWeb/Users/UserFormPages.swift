import Domain
import HTTPTypes
import Operations
import Store

/// Inviting a user and changing one.
enum UserFormPages {
    static func new(_ visit: Visit) async throws -> PageAnswer {
        .page(try await page(visit, FormState(), nil))
    }

    static func add(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let name = reader.required("name") { try Code($0) }
        if let name, let details = read(&reader) {
            do {
                let link = try await visit.operations.addUser(visit.actor, name: name, details)
                guard let user = try await visit.operations.users(visit.actor, name: name).first else {
                    throw WebFault.notFound
                }
                // Not by a redirect: the link is shown this once.
                return .page(try await UserPages.page(visit, user, link: link), status: .created)
            } catch let refusal as Refusal {
                try reader.take(refusal)
            }
        }
        return .page(try await page(visit, reader.state, nil), status: .unprocessableContent)
    }

    static func edit(_ visit: Visit) async throws -> PageAnswer {
        let user = try await UserPages.user(visit)
        var values = FormData()
        values.set("display_name", user.displayName?.rawValue)
        values.set("role", user.role.rawValue)
        values.set("unit", user.unit?.rawValue)
        values.set("referrer", user.referrer?.rawValue)
        values.set("email", user.email?.rawValue)
        values.set("language", user.language?.rawValue)
        if user.isNamedOfficer { values.set("named_officer", "yes") }
        return .page(try await page(visit, FormState(values), user))
    }

    static func change(_ visit: Visit) async throws -> PageAnswer {
        let user = try await UserPages.user(visit)
        var reader = FormReader(visit.form)
        if let details = read(&reader) {
            do {
                try await visit.operations.changeUser(visit.actor, name: user.name, to: details)
                return .redirect(
                    UserPages.path(user.name), Phrase(sv: "\(user.name) är sparad.", en: "\(user.name) is saved."))
            } catch let refusal as Refusal {
                try reader.take(refusal)
            }
        }
        return .page(try await page(visit, reader.state, user), status: .unprocessableContent)
    }

    private static func read(_ reader: inout FormReader) -> UserDetails? {
        let role = reader.choice("role", Role.self)
        let unit = reader.optional("unit") { try Code($0) }
        let referrer = reader.optional("referrer") { try Code($0) }
        let displayName = reader.optional("display_name") { try Line($0) }
        let email = reader.optional("email") { try EmailAddress($0) }
        let language = reader.state.values["language"].flatMap { Language(rawValue: $0) }
        guard reader.faults.isEmpty, let role else { return nil }
        // What the other roles are bounded by does not follow along when the role is changed.
        return UserDetails(
            role: role, unit: role == .registrar ? unit : nil, referrer: role == .referrer ? referrer : nil,
            displayName: displayName, email: email, language: language,
            isNamedOfficer: reader.isChecked("named_officer"))
    }

    private static func page(_ visit: Visit, _ state: FormState, _ user: UserRecord?) async throws -> Page {
        let units = try await visit.operations.units(visit.actor).inSwedishOrder
        let referrers = try await visit.operations.referrers(visit.actor)
            .sorted { SwedishOrder.isBefore($0.name.rawValue, $1.name.rawValue) }
        var fields = [
            Field(
                "display_name", Phrase(sv: "Namn", en: "Name"), .input(autocomplete: "off", size: .medium)),
            Field(
                "role", Phrase(sv: "Roll", en: "Role"),
                .choice(
                    Role.ofAccounts.filter { $0 != .operator }.map { .init($0.rawValue, $0.label.capitalized) },
                    prompt: Phrase(sv: "Välj roll", en: "Choose a role")), isRequired: true),
            Field(
                "unit", Phrase(sv: "Enhet", en: "Unit"),
                hint: Phrase(sv: "Bara för förvaltningens registrator.", en: "For a department registrar only."),
                .choice(
                    units.map { .init($0.code.rawValue, name: $0.name.rawValue) },
                    prompt: Phrase(sv: "Ingen", en: "None"))),
            Field(
                "referrer", Phrase(sv: "Anvisare", en: "Referrer"),
                hint: Phrase(sv: "Bara för rollen anvisare.", en: "For the role referrer only."),
                .choice(
                    referrers.map { .init($0.code.rawValue, name: $0.name.rawValue) },
                    prompt: Phrase(sv: "Ingen", en: "None"))),
            Field(
                "email", Phrase(sv: "E-post", en: "E-mail"), .input(type: "email", autocomplete: "off", size: .medium)),
            Field(
                "language", Phrase(sv: "Språk", en: "Language"),
                .choice(
                    [.init("sv", name: "svenska"), .init("en", name: "English")],
                    prompt: Phrase(sv: "Som i webbläsaren", en: "As in the browser"))),
            Field(
                "named_officer", Phrase(sv: "Får se skyddade personer", en: "May see protected persons"),
                hint: Phrase(
                    sv: "Bara för samordnare som har det uppdraget. Varje visning loggas.",
                    en: "Only for coordinators whose task it is. Every view is logged."), .check),
        ]
        if user == nil {
            fields.insert(
                Field(
                    "name", Phrase(sv: "Användarnamn", en: "User name"),
                    hint: Phrase(sv: "Utan mellanslag. Ändras inte sedan.", en: "Without spaces. Not changed later."),
                    .input(autocomplete: "off", size: .medium), isRequired: true), at: 0)
        }
        let form = Form(
            action: visit.path, state: state,
            button: user == nil ? Phrase(sv: "Bjud in", en: "Invite") : Phrase(sv: "Spara", en: "Save"),
            cancel: user.map { UserPages.path($0.name) } ?? "/users")
        let title =
            user.map { Phrase(sv: "Ändra \($0.name)", en: "Change \($0.name)") }
            ?? Phrase(sv: "Bjud in en användare", en: "Invite a user")
        return Page(
            title, in: .users, under: [Section.users.crumb], isFaulty: !state.faults.isEmpty,
            form.html(visit, fields))
    }
}
