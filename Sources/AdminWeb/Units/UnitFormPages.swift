import Domain
import HTTPTypes
import Operations

/// Adding and changing a unit.
enum UnitFormPages {
    static func new(_ visit: Visit) async throws -> PageAnswer {
        .page(newPage(visit, FormState(), try await visit.operations.units(visit.actor)))
    }

    static func add(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let code = reader.required("code") { try Code($0) }
        if let code, let unit = read(&reader, try visit.actor.municipality, code) {
            do {
                try await visit.operations.addUnit(visit.actor, unit)
                return .redirect(
                    UnitPages.path(code), Phrase(sv: "\(unit.name) är upplagd.", en: "\(unit.name) is added."))
            } catch let refusal as Refusal {
                try reader.take(refusal)
            }
        }
        let units = try await visit.operations.units(visit.actor)
        return .page(newPage(visit, reader.state, units), status: .unprocessableContent)
    }

    static func edit(_ visit: Visit) async throws -> PageAnswer {
        let unit = try await UnitPages.unit(visit)
        var values = FormData()
        values.set("name", unit.name.rawValue)
        values.set("kind", unit.kind.rawValue)
        values.set("parent", unit.parent?.rawValue)
        values.set("email", unit.email?.rawValue)
        values.set("valid_from", unit.validFrom?.description)
        values.set("valid_to", unit.validTo?.description)
        values.set("successor", unit.successor?.rawValue)
        return .page(
            editPage(visit, FormState(values), unit, try await visit.operations.units(visit.actor), unit.version))
    }

    static func change(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let now = try await UnitPages.unit(visit)
        var version = reader.version
        var status = Refusal.reasonMissing.formStatus
        if let new = read(&reader, now.municipality, now.code) {
            do {
                try await visit.operations.changeUnit(visit.actor, now.code, expecting: version) { $0 = new }
                return .redirect(
                    UnitPages.path(now.code), Phrase(sv: "Enheten är sparad.", en: "The unit is saved."))
            } catch let refusal as Refusal {
                try reader.take(refusal)
                status = refusal.formStatus
                if status == .conflict { version = now.version }
            }
        }
        let units = try await visit.operations.units(visit.actor)
        return .page(editPage(visit, reader.state, now, units, version), status: status)
    }

    private static func read(
        _ reader: inout FormReader, _ municipality: MunicipalityCode, _ code: Code
    ) -> OrganisationUnit? {
        let name = reader.required("name") { try Line($0) }
        let kind = reader.choice("kind", UnitKind.self)
        let parent = reader.optional("parent") { try Code($0) }
        let email = reader.optional("email") { try EmailAddress($0) }
        let from = reader.optional("valid_from") { try Day($0) }
        let to = reader.optional("valid_to") { try Day($0) }
        let successor = reader.optional("successor") { try Code($0) }
        guard reader.faults.isEmpty, let name, let kind else { return nil }
        return OrganisationUnit(
            municipality: municipality, code: code, name: name, kind: kind, parent: parent, email: email,
            validFrom: from, validTo: to, successor: successor)
    }

    private static func fields(_ units: [OrganisationUnit], isNew: Bool) -> [Field] {
        let others = units.inSwedishOrder.map { Field.Option($0.code.rawValue, name: $0.name.rawValue) }
        let none = Phrase(sv: "Ingen", en: "None")
        let key = Field(
            "code", Phrase(sv: "Kod", en: "Code"),
            hint: Phrase(
                sv: "Kort och utan mellanslag, till exempel SB. Ändras inte sedan.",
                en: "Short and without spaces, such as SB. Not changed later."), .input(size: .short), isRequired: true)
        return (isNew ? [key] : []) + [
            Field("name", Phrase(sv: "Namn", en: "Name"), isRequired: true),
            Field(
                "kind", Phrase(sv: "Slag", en: "Kind"), .choice(Field.Option.all(of: UnitKind.self)), isRequired: true),
            Field("parent", Phrase(sv: "Ligger under", en: "Lies under"), .choice(others, prompt: none)),
            Field("email", Phrase(sv: "E-post", en: "E-mail"), .input(type: "email", size: .medium)),
            Field("valid_from", Phrase(sv: "Gäller från", en: "Valid from"), .input(type: "date", size: .medium)),
            Field(
                "valid_to", Phrase(sv: "Gäller till", en: "Valid until"),
                hint: Phrase(
                    sv: "En enhet som upphör tas inte bort: den får en sista dag och en efterträdare.",
                    en: "A unit that ends is not removed: it gets a last day and a successor."),
                .input(type: "date", size: .medium)),
            Field("successor", Phrase(sv: "Efterträds av", en: "Succeeded by"), .choice(others, prompt: none)),
        ]
    }

    private static func newPage(_ visit: Visit, _ state: FormState, _ units: [OrganisationUnit]) -> Page {
        let form = Form(
            action: "/units/new", state: state, button: Phrase(sv: "Lägg upp", en: "Add"), cancel: "/units")
        return Page(
            Phrase(sv: "Lägg upp en enhet", en: "Add a unit"), in: .units, under: [Section.units.crumb],
            isFaulty: !state.faults.isEmpty,
            form.html(visit, fields(units, isNew: true)))
    }

    private static func editPage(
        _ visit: Visit, _ state: FormState, _ unit: OrganisationUnit, _ units: [OrganisationUnit], _ version: Version?
    ) -> Page {
        let path = UnitPages.path(unit.code)
        let form = Form(
            action: path + "/change", state: state, button: Phrase(sv: "Spara", en: "Save"), cancel: path,
            hidden: version.map { [("version", $0.rawValue)] } ?? [])
        let others = units.filter { $0.code != unit.code }
        return Page(
            Phrase(sv: "Ändra \(unit.name)", en: "Change \(unit.name)"), in: .units,
            under: [Section.units.crumb, .init(path: path, label: Phrase(unit.name))], isFaulty: !state.faults.isEmpty,
            form.html(visit, fields(others, isNew: false)))
    }
}
