import Domain
import HTTPTypes
import Operations

/// Those who refer people: the list, and the form that adds and changes one.
enum ReferrerPages {
    private static let title = Phrase(sv: "Anvisare", en: "Referrers")
    private static let crumb = Page.Crumb(path: "/referrers", label: title)

    static func show(_ visit: Visit) async throws -> PageAnswer {
        let referrers = try await visit.operations.referrers(visit.actor)
            .sorted { SwedishOrder.isBefore($0.name.rawValue, $1.name.rawValue) }
        let rows = referrers.map { one -> HTML in
            let name: HTML =
                visit.may(.manageReferrers)
                ? "<a href=\"/referrers/\(URLEncoded.encode(one.code.rawValue))/change\">\(one.name)</a>"
                : "\(one.name)"
            return """
                <tr><th scope="row">\(name)<span class="sub">\(one.code)</span></th>\
                \(HTML.cell(Phrase(sv: "E-post", en: "E-mail"), one.email.map { "\($0.rawValue)" } ?? "–"))</tr>

                """
        }
        let table: HTML = """
            <table class="data"><caption><strong>\(referrers.count) \(sv: "anvisare", en: "referrers")</strong></caption>
            <thead><tr><th scope="col">\(sv: "Namn", en: "Name")</th><th scope="col">\(sv: "E-post", en: "E-mail")</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
        let action =
            visit.may(.manageReferrers)
            ? Page.mainAction("/referrers/new", Phrase(sv: "Lägg upp en anvisare", en: "Add a referrer")) : nil
        return .page(
            Page(
                title, in: .units, action: action,
                """
                \(UnitPages.tabs(visit))
                \(rows.isEmpty ? .nothing(Phrase(sv: "Inga anvisare är upplagda än.", en: "No referrers are added yet.")) : table)
                """))
    }

    static func new(_ visit: Visit) async throws -> PageAnswer {
        .page(page(visit, FormState(), nil, nil))
    }

    static func add(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let code = reader.required("code") { try Code($0) }
        if let code, let referrer = read(&reader, try visit.actor.municipality, code) {
            do {
                try await visit.operations.addReferrer(visit.actor, referrer)
                return .redirect(
                    "/referrers", Phrase(sv: "\(referrer.name) är upplagd.", en: "\(referrer.name) is added."))
            } catch let refusal as Refusal {
                try reader.take(refusal)
            }
        }
        return .page(page(visit, reader.state, nil, nil), status: .unprocessableContent)
    }

    static func edit(_ visit: Visit) async throws -> PageAnswer {
        let one = try await referrer(visit)
        var values = FormData()
        values.set("name", one.name.rawValue)
        values.set("email", one.email?.rawValue)
        return .page(page(visit, FormState(values), one, one.version))
    }

    static func change(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let now = try await referrer(visit)
        var version = reader.version
        var status = Refusal.reasonMissing.formStatus
        if let new = read(&reader, now.municipality, now.code) {
            do {
                try await visit.operations.changeReferrer(visit.actor, now.code, expecting: version) { $0 = new }
                return .redirect("/referrers", Phrase(sv: "\(new.name) är sparad.", en: "\(new.name) is saved."))
            } catch let refusal as Refusal {
                try reader.take(refusal)
                status = refusal.formStatus
                if status == .conflict { version = now.version }
            }
        }
        return .page(page(visit, reader.state, now, version), status: status)
    }

    private static func referrer(_ visit: Visit) async throws -> Referrer {
        guard let one = try await visit.operations.referrers(visit.actor, code: visit.code("code")).first else {
            throw WebFault.notFound
        }
        return one
    }

    private static func read(
        _ reader: inout FormReader, _ municipality: MunicipalityCode, _ code: Code
    ) -> Referrer? {
        let name = reader.required("name") { try Line($0) }
        let email = reader.optional("email") { try EmailAddress($0) }
        guard reader.faults.isEmpty, let name else { return nil }
        return Referrer(municipality: municipality, code: code, name: name, email: email)
    }

    private static func page(_ visit: Visit, _ state: FormState, _ one: Referrer?, _ version: Version?) -> Page {
        var fields = [
            Field("name", Phrase(sv: "Namn", en: "Name"), isRequired: true),
            Field("email", Phrase(sv: "E-post", en: "E-mail"), .input(type: "email", size: .medium)),
        ]
        if one == nil {
            fields.insert(
                Field(
                    "code", Phrase(sv: "Kod", en: "Code"),
                    hint: Phrase(sv: "Till exempel SFI. Ändras inte sedan.", en: "Such as SFI. Not changed later."),
                    .input(size: .short), isRequired: true), at: 0)
        }
        let form = Form(
            action: visit.path, state: state,
            button: one == nil ? Phrase(sv: "Lägg upp", en: "Add") : Phrase(sv: "Spara", en: "Save"),
            cancel: "/referrers", hidden: version.map { [("version", $0.rawValue)] } ?? [])
        let heading =
            one.map { Phrase(sv: "Ändra \($0.name)", en: "Change \($0.name)") }
            ?? Phrase(sv: "Lägg upp en anvisare", en: "Add a referrer")
        return Page(
            heading, in: .units, under: [Section.units.crumb, crumb], isFaulty: !state.faults.isEmpty,
            form.html(visit, fields))
    }
}
