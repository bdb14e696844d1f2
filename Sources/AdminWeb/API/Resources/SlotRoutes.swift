import Domain
import Operations
import Store
import StrictJSON

/// Slots: what is on offer, and what hosts do with it.
enum SlotRoutes {
    static let code = APIParameter("code", Code.self, "The slot's code.")
    private static let state = APIParameter("state", SlotState.self, "Only those in this state.")
    private static let kind = APIParameter("kind", SlotKind.self, "Only those of this kind.")
    private static let unit = APIParameter("unit", Code.self, "Only those of this unit and the units below it.")
    static let from = APIParameter("from", Day.self, "With `to`: only those with a day in the period.")
    static let to = APIParameter("to", Day.self, "The period's last day.")
    private static let free = APIParameter("free", Bool.self, "Only those with a free place.")
    private static let unconfirmed = APIParameter(
        "unconfirmed_days", DayCount.self, "Only those that nobody has confirmed for so many days.")
    static let search = APIParameter("search", Line.self, "Words that must be in it.")
    private static let sort = APIParameter("sort", SlotSort.self, "What the list is in order of.")
    static let descending = APIParameter("descending", Bool.self, "The other way round.")

    static let reason = InputField("reason", Line.self, "Why; no identity number.")
    private static let places = InputField("places", Capacity.self, "So many of the places; left out, the whole slot.")
    private static let on = InputField("on", Day.self, "The first day on which they are not offered; left out, today.")
    private static let newCode = InputField("code", Code.self, "The new slot's code; left out, the old with the year.")
    private static let newFrom = InputField("from", Day.self, "The first day; left out, the same a year later.")
    private static let newTo = InputField("to", Day.self, "The last day; left out, the same a year later.")
    private static let newPlaces = InputField("places", Capacity.self, "How many places; left out, as many.")

    private static let withdrawal = APISchema.named(
        "Withdrawal", "What is withdrawn, from when and why.", [reason.required, places.optional, on.optional])
    private static let renewal = APISchema.named(
        "Renewal", "How the renewed slot differs from the same weeks or days a year later, if it does.",
        [newCode.optional, newFrom.optional, newTo.optional, newPlaces.optional])

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/slots", "listSlots", in: "Slots", "Slots within one's reach.", .listSlots,
            [
                state.optional, kind.optional, unit.optional, from.optional, to.optional,
                free.optional(default: false), unconfirmed.optional, search.optional, sort.optional(default: "from"),
                descending.optional(default: false),
            ] + Paging.parameters, .ok(Paging.schema(.slotRow)), list),
        APIRoute(
            .get, "/slots/{code}", "readSlot", in: "Slots", "One slot.", .listSlots, of: .slot, [code.inPath],
            .ok(Representation.slot.schema)
        ) { call in try await answer(call, try call(code)) },
        APIRoute(
            .post, "/slots", "registerSlot", in: "Slots", "Offer a new slot, or keep it as a draft.", .registerSlot,
            body: .json(SlotInput.schema), .created(Representation.slot.schema)
        ) { call in
            let slot = try SlotInput.slot(call.body, call.actor.municipality, today: call.operations.clock.today)
            try await call.operations.registerSlot(call.actor, slot)
            return try await answer(call, slot.code, isNew: true)
        },
        APIRoute(
            .put, "/slots/{code}", "changeSlot", in: "Slots",
            "Change what a slot says, all of it. Its state has steps of its own.", .changeSlot, of: .slot,
            [code.inPath], body: .json(SlotInput.change), .ok(Representation.slot.schema), precondition: .required
        ) { call in
            let code = try call(code)
            try await call.operations.changeSlot(call.actor, code, expecting: call.version) {
                try SlotInput.apply(call.body, to: &$0)
            }
            return try await answer(call, code)
        },
        step("offer", "offerSlot", "Turn a draft into an offer.", .offerSlot) {
            try await $0.operations.offerSlot($0.actor, $1, expecting: $0.version)
        },
        step("confirm", "confirmSlot", "Say that the offer still holds, as of today.", .confirmSlot) {
            try await $0.operations.confirmSlot($0.actor, $1, expecting: $0.version)
        },
        step("close", "closeSlot", "Nobody more is matched to it; it counts as it stood.", .closeSlot) {
            try await $0.operations.closeSlot($0.actor, $1, expecting: $0.version)
        },
        APIRoute(
            .post, "/slots/{code}/withdraw", "withdrawSlot", in: "Slots",
            "Withdraw a slot, or some of its places, from a day on.", .withdrawSlot, of: .slot, [code.inPath],
            body: .json(withdrawal), .ok(Representation.slot.schema), precondition: .optional
        ) { call in
            let code = try call(code)
            try await call.operations.withdrawSlot(
                call.actor, code, places: try call.body[places], on: try call.body[on], reason: try call.body(reason),
                expecting: call.version)
            return try await answer(call, code)
        },
        APIRoute(
            .post, "/slots/{code}/renew", "renewSlot", in: "Slots", "\"Same as last year\": a new slot like this one.",
            .renewSlot, of: .slot, [code.inPath], body: .json(renewal), .created(Representation.slot.schema),
            precondition: .optional, renew),
    ]

    private static func step(
        _ word: String, _ name: String, _ summary: String, _ action: Action,
        _ body: @escaping @Sendable (APICall, Code) async throws -> Void
    ) -> APIRoute {
        APIRoute(
            .post, "/slots/{code}/\(word)", name, in: "Slots", summary, action, of: .slot, [code.inPath],
            .ok(Representation.slot.schema), precondition: .optional
        ) { call in
            let code = try call(code)
            try await body(call, code)
            return try await answer(call, code)
        }
    }

    private static func list(_ call: APICall) async throws -> APIResult {
        var filter = SlotListFilter()
        filter.state = try call[state]
        filter.kind = try call[kind]
        filter.unit = try call[unit]
        filter.during = try period(call)
        filter.freeOnly = try call[free] ?? false
        filter.unconfirmedDays = try call[unconfirmed]?.number
        filter.search = try call[search]?.rawValue
        let page = try await call.operations.slotList(
            call.actor, filter, by: try call[sort] ?? .from, isDescending: try call[descending] ?? false,
            page: try Paging.request(call))
        return Paging.answer(.slotRow, page, call)
    }

    /// The period of a list, where it is narrowed to one; an end that is left out is open.
    static func period(_ call: APICall) throws -> Period? {
        let (from, to) = (try call[from], try call[to])
        guard from != nil || to != nil else { return nil }
        do {
            return try Period(from: from ?? .earliest, to: to ?? .latest)
        } catch {
            throw Problem.invalid([APIFault(pointer: "to", sentence: error.phrase)])
        }
    }

    private static func renew(_ call: APICall) async throws -> APIResult {
        let code = try call(code)
        let (from, to) = (try call.body[newFrom], try call.body[newTo])
        var period: Period?
        if from != nil || to != nil {
            guard let next = try await call.operations.slots(call.actor, code: code).first?.slot.period.nextYear else {
                throw Refusal.noSuch(.slot, code.rawValue)
            }
            do { period = try Period(from: from ?? next.from, to: to ?? next.to) } catch {
                throw Problem.invalid([APIFault(pointer: "/to", sentence: error.phrase)])
            }
        }
        let renewed = try await call.operations.renewSlot(
            call.actor, code, newCode: try call.body[newCode], period: period, places: try call.body[newPlaces],
            expecting: call.version)
        return try await answer(call, renewed, isNew: true)
    }

    private static func answer(_ call: APICall, _ code: Code, isNew: Bool = false) async throws -> APIResult {
        guard let found = try await call.operations.slots(call.actor, code: code).first else {
            throw Refusal.noSuch(.slot, code.rawValue)
        }
        var result = APIResult(.slot, found, call, version: found.slot.version)
        if isNew { result.location = "/slots/" + URLEncoded.encode(code.rawValue) }
        return result
    }
}

/// A number of days, at least one.
struct DayCount: BoundedNumber {
    static let range = 1...3660
    let number: Int
}
