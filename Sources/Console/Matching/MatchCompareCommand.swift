import ArgumentParser
import Domain
import Operations

/// Two runs beside one another, or a run and what it would have come to with changes.
struct MatchCompareCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "compare", sv: "Jämför två matchningar, eller prövar vad ändringar skulle ge; inget sparas om det inte begärs.",
        en: "Compares two runs, or tries what changes would bring; nothing is kept unless asked for.",
        example: """
            praktik match compare M-1 M-2
            praktik match compare M-1 --weight wish=350 --weight occupation=300
            praktik match compare M-1 --places PARK-1=3 --withdraw-slot KOK-1 --forbid AMA/K-114,LOK-1
            praktik match compare M-1 --stable
            praktik match compare M-1 --today --store
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var chosen: RunArgument

    @Argument(
        help: .phrase(
            sv: "En annan matchning att jämföra med.", en: "Another run to compare with.", valueName: "other"),
        transform: value { try Code($0) })
    var other: Code?

    @OptionGroup var round: RoundOptions
    @OptionGroup var trial: TrialOptions

    @Flag(help: .phrase(sv: "Visa alla som berörs.", en: "Show everybody concerned."))
    var all = false

    func validate() throws {
        guard other == nil || trial.isEmpty && round.isEmpty else {
            throw ValidationError(
                Phrase(
                    sv: "Ändringar prövas mot en matchning, inte mellan två.",
                    en: "Changes are tried against one run, not between two."
                ).help)
        }
        guard round.keep == nil else {
            throw ValidationError(
                Phrase(
                    sv:
                        "En jämförelse behåller alltid paren i matchningen den utgår från; --keep-bonus säger hur gärna.",
                    en: "A comparison always keeps the pairs of the run it starts from; --keep-bonus says how gladly."
                ).help)
        }
    }

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let comparison =
                if let other {
                    try await operations.compareMatches(actor, chosen.code, with: other)
                } else if trial.store {
                    try await operations.storeTriedMatch(actor, chosen.code, changes, dryRun: change.dryRun)
                } else {
                    try await operations.tryMatch(actor, chosen.code, changes)
                }
            let isStored = other == nil ? trial.store && !change.dryRun : nil
            try ComparisonReport(comparison, context.output, listing: all ? .max : 20, isStored: isStored).write()
        }
    }

    private var changes: MatchChange {
        var changes = MatchChange()
        for weight in round.weight {
            changes.weights[weight.part] = weight.points
        }
        changes.locked = round.lock
        changes.forbidden = round.forbid
        changes.bounds = round.bounds
        changes.mode = round.stable ? .stable : nil
        changes.keepBonus = round.keepBonus
        changes.withdrawnSlots = trial.withdrawSlot
        changes.withdrawnPeople = trial.withdrawParticipant
        changes.places = trial.places
        changes.addedSlots = trial.addSlot
        changes.addedPeople = trial.addParticipant
        changes.usesToday = trial.today
        return changes
    }
}

/// What can be tried that a run cannot be asked for.
struct TrialOptions: ParsableArguments {
    @Option(
        help: .phrase(
            sv: "Om en plats hade ett annat antal praktikplatser.", en: "If a slot had another number of places.",
            valueName: "slot=number"), transform: MatchBound.init(text:))
    var places: [MatchBound] = []

    @Option(
        help: .phrase(sv: "Utan den här platsen.", en: "Without this slot.", valueName: "slot"),
        transform: value { try Code($0) })
    var withdrawSlot: [Code] = []

    @Option(
        help: .phrase(
            sv: "Utan den här deltagaren.", en: "Without this participant.", valueName: "referrer/reference"))
    var withdrawParticipant: [String] = []

    @Option(
        help: .phrase(
            sv: "Med den här platsen som den är i dag, som om den vore erbjuden.",
            en: "With this slot as it is today, as if it were offered.", valueName: "slot"),
        transform: value { try Code($0) })
    var addSlot: [Code] = []

    @Option(
        help: .phrase(
            sv: "Med den här deltagaren som den är i dag.", en: "With this participant as they are today.",
            valueName: "referrer/reference"))
    var addParticipant: [String] = []

    @Flag(
        help: .phrase(
            sv: "Med dagens platser och deltagare i stället för matchningens.",
            en: "With today's slots and participants instead of the run's."))
    var today = false

    @Flag(
        help: .phrase(
            sv: "Spara resultatet som en matchning, som kan beslutas.",
            en: "Keep the result as a run, which can be decided."))
    var store = false

    var isEmpty: Bool {
        places.isEmpty && withdrawSlot.isEmpty && withdrawParticipant.isEmpty && addSlot.isEmpty
            && addParticipant.isEmpty && !today && !store
    }
}
