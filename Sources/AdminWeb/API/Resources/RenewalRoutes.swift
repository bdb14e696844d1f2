import Domain
import Operations
import Store
import StrictJSON

/// "Same as last year": for every slot that waits for it, or "not this year".
enum RenewalRoutes {
    private static let codes = InputField("slots", [Code].self, "Only these; left out, all that wait.")
    private static let unit = APIParameter("code", Code.self, "The unit's code.")
    private static let year = InputField("from_year", Year.self, "The year in which the unit's slots began.")
    private static let tried = InputField("dry_run", Bool.self, "Only say what would become of them.")
    private static let reason = InputField("reason", NoRenewalReason.self, "Why not.")

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/renewals", "listRenewals", in: group,
            "Slots that wait for \"still right?\", as they would be a year later, and how the year's places stand.",
            .listRenewals, [], .ok(Representation.pendingRenewals.schema)
        ) { call in APIResult(.pendingRenewals, try await call.operations.pendingRenewals(call.actor), call) },
        APIRoute(
            .post, "/renewals", "renewSlots", in: group, "Offer them again a year later, all of them or none.",
            .renewSlot, body: .json(.named("RenewalRequest", "Which slots are renewed.", [codes.optional])),
            .ok(Representation.renewals.schema)
        ) { call in
            let plan = try await call.operations.renewAll(call.actor, only: try call.body[codes].map(Set.init))
            return APIResult(.renewals, plan, call)
        },
        APIRoute(
            .post, "/units/{code}/renewal", "renewUnit", in: group,
            "Offer all of a year's slots of a unit and those below it again a year later, and say what became of each.",
            .renewSlot, of: .unit, [unit.inPath],
            body: .json(.named("UnitRenewalRequest", "Which year's.", [year.required, tried.optional])),
            .ok(unitRenewal)
        ) { call in
            let renewal = try await call.operations.renewUnit(
                call.actor, try call(unit), fromYear: try call.body(year).number,
                dryRun: try call.body[tried] ?? false)
            return try FigureRoutes.result(UnitRenewalDocument(renewal, language: call.language))
        },
        APIRoute(
            .post, "/slots/{code}/decline-renewal", "declineRenewal", in: group,
            "\"Not this year\": the slot is not asked about again, and why is counted.", .renewSlot, of: .slot,
            [SlotRoutes.code.inPath], body: .json(.named("DeclinedRenewal", "Why not.", [reason.required])), .noContent
        ) { call in
            try await call.operations.declineRenewal(call.actor, try call(SlotRoutes.code), try call.body(reason))
            return APIResult()
        },
        APIRoute(
            .post, "/slots/{code}/reconsider-renewal", "reconsiderRenewal", in: group,
            "Take \"not this year\" back.", .renewSlot, of: .slot, [SlotRoutes.code.inPath], .noContent
        ) { call in
            try await call.operations.reconsiderRenewal(call.actor, try call(SlotRoutes.code))
            return APIResult()
        },
    ]

    private static let group = "Slots"

    private static let unitRenewal = APISchema.named(
        "UnitRenewal", "What became of each of the slots.",
        [
            APIProperty("unit", .text), APIProperty("from_year", Year.schema),
            APIProperty("renewed", .integer(0...Int.max)),
            APIProperty(
                "slots",
                .list(
                    .named(
                        "SlotRenewal", "A slot and what became of it.",
                        [
                            APIProperty("code", .text), APIProperty("unit", .text), APIProperty("title", .text),
                            APIProperty("places", .integer(1...500)),
                            APIProperty(
                                "fate",
                                .words([
                                    "renewed", "renewed_already", "declined", "not_offered", "kind_closed",
                                    "code_taken",
                                ])), APIProperty("renewed_as", .text.orNull, isRequired: false),
                            APIProperty("from", Day.schema.orNull, isRequired: false),
                            APIProperty("to", Day.schema.orNull, isRequired: false),
                            APIProperty("reason", NoRenewalReason.schema.orNull, isRequired: false),
                            APIProperty("text", .text, "The fate in words."),
                        ]))),
            APIProperty("overloaded", .list(.text), "Supervisors who would have more people than they take."),
        ])
}

extension NoRenewalReason: APIWord {}

extension Representation<Renewal> {
    static let renewal = Representation("RenewedSlot", "A slot and what it is as it is renewed.") {
        APIField("from", "The slot's code.") { $0.from.slot.code }
        APIField("title", "What one does there.") { $0.from.slot.title }
        APIField("code", "The renewed slot's code.") { $0.code }
        APIField("first_day", "The renewed slot's first day.") { $0.period.from }
        APIField("last_day", "The renewed slot's last day.") { $0.period.to }
        APIField("places", "How many people on one day.") { $0.places }
    }
}

extension Representation<SupervisorLoad> {
    static let supervisorLoad = Representation(
        "SupervisorLoad", "How many people a supervisor would have, if every place were filled."
    ) {
        APIField("supervisor", "Their key.") { $0.code }
        APIField("name", "Their name.") { $0.name }
        APIField("capacity", "How many they take at a time; null when not stated.") { $0.capacity }
        APIField("trained", "Whether they have had the supervisor training.") { $0.isTrained }
        APIField("peak", "How many there would be at most.") { $0.peak }
    }
}

extension Representation<RenewalPlan> {
    static let renewals = Representation("RenewalPlan", "What is renewed, and what that means for supervisors.") {
        APIField("renewals", "The slots.", listOf: .renewal) { $0.renewals }
        APIField("blocked", "Codes of slots that cannot be, since the renewed slot's code is taken.") { plan in
            plan.blocked.map(\.slot.code)
        }
        APIField("supervisors", "How they would be loaded.", listOf: .supervisorLoad) { $0.supervisors }
    }
}

extension Representation<PendingRenewals> {
    static let pendingRenewals = Representation(
        "PendingRenewals", "The slots that wait for an answer, and how the own department's places stand."
    ) {
        APIField("year", "The year.") { $0.year }
        APIField("offered", "Places that the own department has offered in it; null where no undertaking says so.") {
            $0.offered
        }
        APIField("target", "Places that it is to offer.") { $0.target }
        Representation<RenewalPlan>.renewals.fields(of: { $0.plan })
    }
}
