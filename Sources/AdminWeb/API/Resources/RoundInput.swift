import Domain
import Operations
import StrictJSON

/// What a coordinator can choose for a round; the same names as the console's options.
enum RoundInput {
    static let from = InputField("from", Day.self, "The round's first day; left out, today.")
    static let minimumDays = InputField(
        "minimum_days", MinimumDays.self, "The shortest placement in days; left out, as settled.")
    static let seed = InputField("seed", Seed.self, "Draws among equals; left out it follows from the first day.")
    static let weights = InputField(
        "weights", WeightsInput.self,
        "The points of parts that are to differ from what is settled; all together at most 1000.")
    static let locked = InputField("locked", [MatchPair].self, "Pairs that must be.")
    static let forbidden = InputField("forbidden", [MatchPair].self, "Pairs that must not be.")
    static let unitMaxima = InputField(
        "unit_maxima", [MatchBound].self, "At most so many at a unit and the units below it.")
    static let unitMinima = InputField("unit_minima", [MatchBound].self, "So many wanted at a unit.")
    static let referrerMinima = InputField("referrer_minima", [MatchBound].self, "So many wanted of a referrer's.")
    static let shares = InputField("shares", [SlotShare].self, "So many of a slot's places kept for a referrer.")
    static let keep = InputField("keep", Code.self, "A run whose pairs are kept where nothing is lost by it.")
    static let keepBonus = InputField("keep_bonus", Points.self, "Points that a kept pair gives besides.")
    static let mode = InputField("mode", MatchMode.self, "The best in total, or a stable allocation by wishes.")

    /// What a round and a trial of one have in common.
    static let common: [APIProperty] = [
        weights.optional, locked.optional(default: []), forbidden.optional(default: []),
        unitMaxima.optional(default: []), unitMinima.optional(default: []), referrerMinima.optional(default: []),
        shares.optional(default: []), keepBonus.optional(default: 0),
    ]

    static let schema = APISchema.named(
        "NewRound", "A round to compute. An empty object is a round from today as the municipality has settled it.",
        [
            from.optional, minimumDays.optional, seed.optional, keep.optional,
            mode.optional(default: "optimal"),
        ] + common)

    static func bounds(_ body: RequestBody) throws -> MatchBounds {
        MatchBounds(
            unitMaxima: try body[unitMaxima] ?? [], unitMinima: try body[unitMinima] ?? [],
            referrerMinima: try body[referrerMinima] ?? [], shares: try body[shares] ?? [])
    }

    static func parameters(_ body: RequestBody, _ call: APICall) async throws -> MatchParameters {
        let settled = try await call.operations.standardParameters(
            call.actor, roundStart: try body[from] ?? call.operations.clock.today)
        var points = settled.weights
        for (part, value) in try body[weights]?.points ?? [:] { points[part] = value }
        let bonus = try body[keepBonus]?.number ?? 0
        return MatchParameters(
            roundStart: settled.roundStart, minimumDays: try body[minimumDays]?.number ?? settled.minimumDays,
            weights: points,
            seed: try body[seed]?.number, locked: try body[locked] ?? [], forbidden: try body[forbidden] ?? [],
            bounds: try bounds(body), keep: try body[keep].map { MatchKeep(run: $0, bonus: bonus) },
            mode: try body[mode] ?? .optimal)
    }
}

/// A run tried with changes.
enum TrialInput {
    private static let withdrawnSlots = InputField("withdrawn_slots", [Code].self, "Without these slots.")
    private static let withdrawnPeople = InputField(
        "withdrawn_participants", [ParticipantLabel].self, "Without these participants.")
    private static let places = InputField("places", [MatchBound].self, "Slots with another number of places.")
    private static let addedSlots = InputField("added_slots", [Code].self, "With these slots as they are today.")
    private static let addedPeople = InputField(
        "added_participants", [ParticipantLabel].self, "With these participants as they are today.")
    private static let today = InputField("today", Bool.self, "With today's records instead of the run's.")
    static let store = InputField("store", Bool.self, "Keep the result as a run, which can be decided.")

    static let schema = APISchema.named(
        "Trial", "What is to be different from the run.",
        RoundInput.common + [
            RoundInput.mode.optional, withdrawnSlots.optional(default: []), withdrawnPeople.optional(default: []),
            places.optional(default: []), addedSlots.optional(default: []), addedPeople.optional(default: []),
            today.optional(default: false), store.optional(default: false),
        ])

    static func change(_ body: RequestBody) throws -> MatchChange {
        var change = MatchChange()
        change.weights = try body[RoundInput.weights]?.points ?? [:]
        change.locked = try body[RoundInput.locked] ?? []
        change.forbidden = try body[RoundInput.forbidden] ?? []
        change.bounds = try RoundInput.bounds(body)
        change.mode = try body[RoundInput.mode]
        change.keepBonus = try body[RoundInput.keepBonus]?.number ?? 0
        change.withdrawnSlots = try body[withdrawnSlots] ?? []
        change.withdrawnPeople = try body[withdrawnPeople]?.map(\.text) ?? []
        change.places = try body[places] ?? []
        change.addedSlots = try body[addedSlots] ?? []
        change.addedPeople = try body[addedPeople]?.map(\.text) ?? []
        change.usesToday = try body[today] ?? false
        return change
    }
}
