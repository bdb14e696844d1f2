import Domain
import Operations
import StrictJSON

/// What a unit is made of.
enum UnitInput {
    private static let parameter = APIParameter("code", Code.self, "The unit's code.")
    private static let code = InputField("code", Code.self, "The unit's key, yours to choose.")
    private static let name = InputField("name", Line.self, "Its name.")
    private static let kind = InputField("kind", UnitKind.self, "What it is.")
    private static let parent = InputField("parent", Code.self, "The unit above it.")
    private static let email = InputField("email", EmailAddress.self, "Where it is reached.")
    private static let from = InputField("valid_from", Day.self, "The first day on which it is one.")
    private static let to = InputField("valid_to", Day.self, "The last day on which it is one.")
    private static let successor = InputField("successor", Code.self, "The unit that comes after it.")

    private static let details: [APIProperty] = [
        name.required, kind.required, parent.optional, email.optional, from.optional, to.optional, successor.optional,
    ]

    static let add = APIRoute(
        .post, "/units", "addUnit", in: "Units", "Add a unit.", .manageUnits,
        body: .json(.named("NewUnit", "A new unit.", [code.required] + details)),
        .created(Representation.unit.schema)
    ) { call in
        let unit = try unit(call, try call.body(code))
        try await call.operations.addUnit(call.actor, unit)
        return RegisterRoutes.answer(.unit, unit, call, version: unit.version, at: "units", unit.code)
    }

    static let change = APIRoute(
        .put, "/units/{code}", "changeUnit", in: "Units", "Change a unit to what is given, all of it.", .manageUnits,
        of: .unit, [parameter.inPath], body: .json(.named("UnitChange", "A unit as it is to be.", details)),
        .ok(Representation.unit.schema), precondition: .required
    ) { call in
        let code = try call(parameter)
        let said = try unit(call, code)
        let unit = try await call.operations.changeUnit(call.actor, code, expecting: call.version) { $0 = said }
        return RegisterRoutes.answer(.unit, unit, call, version: unit.version, at: "units", code)
    }

    private static func unit(_ call: APICall, _ code: Code) throws -> OrganisationUnit {
        let body = call.body
        return OrganisationUnit(
            municipality: call.actor.municipality, code: code, name: try body(name), kind: try body(kind),
            parent: try body[parent], email: try body[email], validFrom: try body[from], validTo: try body[to],
            successor: try body[successor])
    }
}

/// What a referrer is made of.
enum ReferrerInput {
    private static let parameter = APIParameter("code", Code.self, "The referrer's code.")
    private static let code = InputField("code", Code.self, "The referrer's key, yours to choose.")
    private static let name = InputField("name", Line.self, "Its name.")
    private static let email = InputField("email", EmailAddress.self, "Where it is reached.")

    static let add = APIRoute(
        .post, "/referrers", "addReferrer", in: "Referrers", "Add a referrer.", .manageReferrers,
        body: .json(.named("NewReferrer", "A new referrer.", [code.required, name.required, email.optional])),
        .created(Representation.referrer.schema)
    ) { call in
        let referrer = try referrer(call, try call.body(code))
        try await call.operations.addReferrer(call.actor, referrer)
        return RegisterRoutes.answer(
            .referrer, referrer, call, version: referrer.version, at: "referrers", referrer.code)
    }

    static let change = APIRoute(
        .put, "/referrers/{code}", "changeReferrer", in: "Referrers", "Change a referrer to what is given, all of it.",
        .manageReferrers, of: .referrer, [parameter.inPath],
        body: .json(.named("ReferrerChange", "A referrer as it is to be.", [name.required, email.optional])),
        .ok(Representation.referrer.schema), precondition: .required
    ) { call in
        let code = try call(parameter)
        let said = try referrer(call, code)
        let referrer = try await call.operations.changeReferrer(call.actor, code, expecting: call.version) {
            $0 = said
        }
        return RegisterRoutes.answer(.referrer, referrer, call, version: referrer.version, at: "referrers", code)
    }

    private static func referrer(_ call: APICall, _ code: Code) throws -> Referrer {
        Referrer(
            municipality: call.actor.municipality, code: code, name: try call.body(name), email: try call.body[email])
    }
}

/// What a supervisor is made of.
enum SupervisorInput {
    private static let parameter = APIParameter("code", Code.self, "The supervisor's code.")
    private static let code = InputField("code", Code.self, "The supervisor's key, yours to choose.")
    private static let unit = InputField("unit", Code.self, "The host unit's code.")
    private static let name = InputField("name", Line.self, "Their name.")
    private static let email = InputField("email", EmailAddress.self, "Where they are reached.")
    private static let trained = InputField("trained_on", Day.self, "The day of the supervisor training.")
    private static let capacity = InputField("capacity", Supervised.self, "How many people at a time.")
    private static let deputy = InputField("deputy", Code.self, "The supervisor who stands in.")

    private static let details: [APIProperty] = [
        unit.required, name.required, email.optional, trained.optional, capacity.optional, deputy.optional,
    ]

    static let add = APIRoute(
        .post, "/supervisors", "addSupervisor", in: "Supervisors", "Add a supervisor.", .manageSupervisors,
        body: .json(.named("NewSupervisor", "A new supervisor.", [code.required] + details)),
        .created(Representation.supervisor.schema)
    ) { call in
        let supervisor = try supervisor(call, try call.body(code))
        try await call.operations.addSupervisor(call.actor, supervisor)
        return RegisterRoutes.answer(
            .supervisor, supervisor, call, version: supervisor.version, at: "supervisors", supervisor.code)
    }

    static let change = APIRoute(
        .put, "/supervisors/{code}", "changeSupervisor", in: "Supervisors",
        "Change a supervisor to what is given, all of it.", .manageSupervisors, of: .supervisor, [parameter.inPath],
        body: .json(.named("SupervisorChange", "A supervisor as they are to be.", details)),
        .ok(Representation.supervisor.schema), precondition: .required
    ) { call in
        let code = try call(parameter)
        let said = try supervisor(call, code)
        let supervisor = try await call.operations.changeSupervisor(call.actor, code, expecting: call.version) {
            $0 = said
        }
        return RegisterRoutes.answer(
            .supervisor, supervisor, call, version: supervisor.version, at: "supervisors", code)
    }

    private static func supervisor(_ call: APICall, _ code: Code) throws -> Supervisor {
        let body = call.body
        return Supervisor(
            municipality: call.actor.municipality, code: code, unit: try body(unit), name: try body(name),
            email: try body[email], trainedOn: try body[trained], capacity: try body[capacity]?.number,
            deputy: try body[deputy])
    }
}

/// How many people a supervisor takes at a time.
struct Supervised: BoundedNumber {
    static let range = 0...500
    let number: Int
}
