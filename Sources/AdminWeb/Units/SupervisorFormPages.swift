import Domain
import HTTPTypes
import Operations

/// Adding and changing a supervisor.
enum SupervisorFormPages {
    static func new(_ visit: Visit) async throws -> PageAnswer {
        let unit = try await UnitPages.unit(visit)
        return .page(try await newPage(visit, FormState(), unit))
    }

    static func add(_ visit: Visit) async throws -> PageAnswer {
        let unit = try await UnitPages.unit(visit)
        var reader = FormReader(visit.form)
        let code = reader.required("code") { try Code($0) }
        if let code, let supervisor = read(&reader, unit.municipality, code, unit.code) {
            do {
                try await visit.operations.addSupervisor(visit.actor, supervisor)
                return .redirect(
                    UnitPages.path(unit.code),
                    Phrase(sv: "\(supervisor.name) är tillagd.", en: "\(supervisor.name) is added."))
            } catch let refusal as Refusal {
                try reader.take(refusal)
            }
        }
        return .page(try await newPage(visit, reader.state, unit), status: .unprocessableContent)
    }

    static func edit(_ visit: Visit) async throws -> PageAnswer {
        let one = try await supervisor(visit)
        var values = FormData()
        values.set("unit", one.unit.rawValue)
        values.set("name", one.name.rawValue)
        values.set("email", one.email?.rawValue)
        values.set("trained_on", one.trainedOn?.description)
        values.set("capacity", one.capacity?.description)
        values.set("deputy", one.deputy?.rawValue)
        return .page(try await editPage(visit, FormState(values), one, one.version))
    }

    static func change(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let now = try await supervisor(visit)
        var version = reader.version
        var status = Refusal.reasonMissing.formStatus
        let unit = reader.required("unit") { try Code($0) }
        if let unit, let new = read(&reader, now.municipality, now.code, unit) {
            do {
                try await visit.operations.changeSupervisor(visit.actor, now.code, expecting: version) { $0 = new }
                return .redirect(
                    UnitPages.path(unit), Phrase(sv: "\(new.name) är sparad.", en: "\(new.name) is saved."))
            } catch let refusal as Refusal {
                try reader.take(refusal)
                status = refusal.formStatus
                if status == .conflict { version = now.version }
            }
        }
        return .page(try await editPage(visit, reader.state, now, version), status: status)
    }

    private static func supervisor(_ visit: Visit) async throws -> Supervisor {
        let code = try visit.code("code")
        guard let one = try await visit.operations.supervisors(visit.actor, code: code).first else {
            throw WebFault.notFound
        }
        return one
    }

    private static func read(
        _ reader: inout FormReader, _ municipality: MunicipalityCode, _ code: Code, _ unit: Code
    ) -> Supervisor? {
        let name = reader.required("name") { try Line($0) }
        let email = reader.optional("email") { try EmailAddress($0) }
        let trained = reader.optional("trained_on") { try Day($0) }
        let capacity = reader.optionalNumber("capacity", in: 0...500)
        let deputy = reader.optional("deputy") { try Code($0) }
        guard reader.faults.isEmpty, let name else { return nil }
        return Supervisor(
            municipality: municipality, code: code, unit: unit, name: name, email: email, trainedOn: trained,
            capacity: capacity, deputy: deputy)
    }

    /// - Parameter units: to move the supervisor among; empty for a new one, whose unit is chosen.
    private static func fields(
        _ visit: Visit, without code: Code?, units: [OrganisationUnit]
    ) async throws -> [Field] {
        let others = try await visit.operations.supervisors(visit.actor).filter { $0.code != code }
            .sorted { SwedishOrder.isBefore($0.name.rawValue, $1.name.rawValue) }
        var fields: [Field] = []
        if code == nil {
            fields.append(
                Field(
                    "code", Phrase(sv: "Kod", en: "Code"),
                    hint: Phrase(sv: "Till exempel H-12. Ändras inte sedan.", en: "Such as H-12. Not changed later."),
                    .input(size: .short), isRequired: true))
        }
        fields.append(Field("name", Phrase(sv: "Namn", en: "Name"), isRequired: true))
        if !units.isEmpty {
            fields.append(
                Field(
                    "unit", Phrase(sv: "Enhet", en: "Unit"),
                    .choice(units.inSwedishOrder.map { .init($0.code.rawValue, name: $0.name.rawValue) }),
                    isRequired: true))
        }
        return fields + [
            Field("email", Phrase(sv: "E-post", en: "E-mail"), .input(type: "email", size: .medium)),
            Field(
                "trained_on", Phrase(sv: "Gick handledarutbildningen", en: "Took the supervisor training"),
                .input(type: "date", size: .medium)),
            Field(
                "capacity", Phrase(sv: "Tar emot samtidigt", en: "Takes at a time"),
                hint: Phrase(sv: "Antal personer; tomt är inte sagt.", en: "Number of people; empty is not said."),
                .number(0...500)),
            Field(
                "deputy", Phrase(sv: "Ersättare", en: "Deputy"),
                .choice(
                    others.map { .init($0.code.rawValue, name: $0.name.rawValue) },
                    prompt: Phrase(sv: "Ingen", en: "None"))),
        ]
    }

    private static func newPage(_ visit: Visit, _ state: FormState, _ unit: OrganisationUnit) async throws -> Page {
        let path = UnitPages.path(unit.code)
        let form = Form(
            action: path + "/supervisors/new", state: state, button: Phrase(sv: "Lägg till", en: "Add"), cancel: path)
        let fields = try await fields(visit, without: nil, units: [])
        return Page(
            Phrase(sv: "Lägg till en handledare", en: "Add a supervisor"), in: .units,
            under: [Section.units.crumb, .init(path: path, label: Phrase(unit.name))], isFaulty: !state.faults.isEmpty,
            form.html(visit, fields))
    }

    private static func editPage(
        _ visit: Visit, _ state: FormState, _ one: Supervisor, _ version: Version?
    ) async throws -> Page {
        let path = UnitPages.path(one.unit)
        let form = Form(
            action: visit.path, state: state, button: Phrase(sv: "Spara", en: "Save"), cancel: path,
            hidden: version.map { [("version", $0.rawValue)] } ?? [])
        let fields = try await fields(
            visit, without: one.code, units: try await visit.operations.ownUnits(visit.actor))
        return Page(
            Phrase(sv: "Ändra \(one.name)", en: "Change \(one.name)"), in: .units,
            under: [
                Section.units.crumb, .init(path: path, label: Phrase(sv: one.unit.rawValue, en: one.unit.rawValue)),
            ],
            isFaulty: !state.faults.isEmpty, form.html(visit, fields))
    }
}
