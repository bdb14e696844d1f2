import Domain
import Operations
import Store

/// Agreements: read, written anew, approved; and the checks before a start.
enum AgreementRoutes {
    private static let code = APIParameter("code", Code.self, "The placement's code.")
    private static let version = InputField(
        "version", AgreementNumber.self, "The newest version as it was read; a newer one is refused.")
    private static let slot = InputField("slot", Code.self, "Another slot's code.")
    private static let from = InputField("from", Day.self, "Another first day.")
    private static let to = InputField("to", Day.self, "Another last day.")
    private static let hours = InputField("hours_per_day", WorkHours.self, "Other hours a day.")
    private static let begins = InputField("begins_at", ClockTime.self, "When the day begins.")
    private static let weekdays = InputField("weekdays", Weekdays.self, "On other days.")
    private static let supervisor = InputField("supervisor", Code.self, "Another supervisor's code.")
    private static let deputy = InputField("deputy", Code.self, "The code of another who stands in.")
    private static let goal = InputField("goal", Line.self, "What is to be learnt.")
    private static let languageGoal = InputField(
        "language_goal", Line.self, "What is to be learnt of the language.")
    private static let insurance = InputField("insurance", Line.self, "How the participant is insured.")
    private static let contact = InputField("contact", Line.self, "Whom to turn to.")
    private static let party = InputField("for", AgreementParty.self, "On whose behalf, where it is not one's own.")
    private static let ground = InputField("ground", AnswerGround.self, "Why somebody else approves.")
    private static let check = InputField("check", CheckBeforeStart.self, "Which check was made.")
    private static let on = InputField("on", Day.self, "When; left out, today.")

    private static let change = APISchema.named(
        "AgreementChange", "What is to be otherwise; what is left out stays.",
        [
            version.optional, slot.optional, from.optional, to.optional, hours.optional, begins.optional,
            weekdays.optional, supervisor.optional, deputy.optional, goal.optional, languageGoal.optional,
            insurance.optional, contact.optional,
        ])
    private static let approval = APISchema.named(
        "NewApproval", "A word on the newest version.", [version.optional, party.optional, ground.optional])
    private static let made = APISchema.named(
        "NewCheck", "That a check was made.", [check.required, on.optional])

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/placements/{code}/agreement", "readAgreement", in: "Placements",
            "A placement's agreement: versions, approvals, checks.", .listPlacements, of: .placement, [code.inPath],
            .ok(Representation.agreement.schema)
        ) { call in try await answer(call) },
        APIRoute(
            .post, "/placements/{code}/agreement/versions", "changeAgreement", in: "Placements",
            "Write a new version: extended, shortened, moved or otherwise. It is in force when all have approved it.",
            .changeAgreement, of: .placement, [code.inPath], body: .json(change),
            .ok(Representation.agreement.schema), precondition: .inBody
        ) { call in
            _ = try await call.operations.changeAgreement(
                call.actor, try call(code), try wanted(call.body), expecting: try call.body[version]?.number)
            return try await answer(call)
        },
        APIRoute(
            .post, "/placements/{code}/agreement/approvals", "approveAgreement", in: "Placements",
            "Approve the newest version: for one's own side, or as the coordinator on somebody's behalf with a ground.",
            .approveAgreement, of: .placement, [code.inPath], body: .json(approval),
            .ok(Representation.agreement.schema), precondition: .inBody
        ) { call in
            _ = try await call.operations.approveAgreement(
                call.actor, try call(code), for: try call.body[party], ground: try call.body[ground],
                expecting: try call.body[version]?.number)
            return try await answer(call)
        },
        APIRoute(
            .post, "/placements/{code}/agreement/checks", "recordCheck", in: "Placements",
            "Record that a check before the start was made.", .recordCheck, of: .placement, [code.inPath],
            body: .json(made), .ok(Representation.agreement.schema)
        ) { call in
            _ = try await call.operations.recordCheck(
                call.actor, try call(code), try call.body(check), on: try call.body[on])
            return try await answer(call)
        },
        APIRoute(
            .get, "/placements/{code}/agreement/document", "printAgreement", in: "Placements",
            "The newest version on paper: tagged PDF (PDF/UA), in Swedish.", .printDocument, of: .placement,
            [code.inPath], .file("application/pdf")
        ) { call in file(try await call.operations.printAgreement(call.actor, code: try call(code))) },
        APIRoute(
            .get, "/placements/{code}/certificate", "printCertificate", in: "Placements",
            "The certificate of a completed placement: tagged PDF (PDF/UA), in Swedish.", .printDocument,
            of: .placement, [code.inPath], .file("application/pdf")
        ) { call in file(try await call.operations.printCertificate(call.actor, code: try call(code))) },
    ]

    private static func file(_ document: PrintedDocument) -> APIResult {
        APIResult(file: document.bytes, named: document.name)
    }

    private static func wanted(_ body: RequestBody) throws -> AgreementChange {
        var wanted = AgreementChange()
        wanted.slot = try body[slot]
        wanted.from = try body[from]
        wanted.to = try body[to]
        wanted.hoursPerDay = try body[hours]
        wanted.beginsAt = try body[begins]
        wanted.weekdays = try body[weekdays]
        wanted.supervisor = try body[supervisor]
        wanted.deputy = try body[deputy]
        wanted.goal = try body[goal]
        wanted.languageGoal = try body[languageGoal]
        wanted.insurance = try body[insurance]
        wanted.contact = try body[contact]
        return wanted
    }

    private static func answer(_ call: APICall) async throws -> APIResult {
        APIResult(.agreement, try await call.operations.agreement(call.actor, code: try call(code)), call)
    }
}
