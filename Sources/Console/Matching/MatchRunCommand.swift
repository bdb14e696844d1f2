import ArgumentParser
import Domain
import Operations

/// Computes a round, has it certified and stores it; nothing is proposed to anybody.
struct MatchRunCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "run", sv: "Räknar fram den bästa fördelningen och sparar den; inget föreslås förrän den beslutas.",
        en: "Computes the best allocation and stores it; nothing is proposed until it is decided.",
        example: "praktik match run --from 2026-03-02\npraktik match run --weight wish=200 --lock AMA/K-114,PARK-1")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions

    @Option(
        help: .phrase(
            sv: "Omgångens första dag, ÅÅÅÅ-MM-DD; annars i dag.", en: "The round's first day, YYYY-MM-DD; else today.",
            valueName: "date"), transform: value { try Day($0) })
    var from: Day?

    @Option(
        help: .phrase(
            sv: "Kortaste praktik i dagar.", en: "The shortest placement in days.", valueName: "days"))
    var minimumDays = 28

    @Option(
        help: .phrase(
            sv: "Frö för lottning mellan lika bra resultat; annars efter omgångens första dag.",
            en: "Seed of the draw between equally good results; else by the round's first day.", valueName: "number"))
    var seed: UInt64?

    @Option(
        help: .phrase(
            sv: "Ändra en vikt: occupation, wish, area, waited, permanent_post eller urgency; tillsammans högst 1000.",
            en: "Change a weight: occupation, wish, area, waited, permanent_post or urgency; at most 1000 together.",
            valueName: "part=points"), transform: WeightChange.init)
    var weight: [WeightChange] = []

    @Option(
        help: .phrase(
            sv: "Lås en deltagare till en plats.", en: "Lock a participant to a slot.",
            valueName: "referrer/reference,slot"), transform: MatchPair.init(text:))
    var lock: [MatchPair] = []

    @Option(
        help: .phrase(
            sv: "Uteslut ett par.", en: "Rule a pair out.", valueName: "referrer/reference,slot"),
        transform: MatchPair.init(text:))
    var forbid: [MatchPair] = []

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let parameters = MatchParameters(
                roundStart: from ?? operations.clock.today, minimumDays: minimumDays,
                weights: weights, seed: seed, locked: lock, forbidden: forbid)
            context.output.progress(Phrase(sv: "Matchar …", en: "Matching …"))
            let run = try await operations.runMatch(actor, parameters, dryRun: change.dryRun)
            context.output.endProgress()
            try MatchReport(run, context.output).write()
        }
    }

    private var weights: MatchWeights {
        weight.reduce(into: .standard) { $0[$1.part] = $1.points }
    }
}

/// `PART=POINTS`, such as `wish=300`.
struct WeightChange {
    let part: ScorePart
    let points: Int

    init(_ text: String) throws {
        let sides = text.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, let part = ScorePart(rawValue: String(sides[0])), let points = Int(sides[1]) else {
            throw ValidationError(
                Phrase(sv: "Skriv DEL=POÄNG, till exempel wish=300.", en: "Write PART=POINTS, for example wish=300.")
                    .help)
        }
        self.part = part
        self.points = points
    }
}

extension MatchPair {
    /// `REFERRER/REFERENCE,SLOT`, such as `AMA/K-114,PARK-1`.
    fileprivate init(text: String) throws {
        let sides = text.split(separator: ",", omittingEmptySubsequences: false)
        guard sides.count == 2, sides[0].contains("/"), let slot = try? Code(String(sides[1])) else {
            throw ValidationError(
                Phrase(
                    sv: "Skriv ANVISARE/REFERENS,PLATS, till exempel AMA/K-114,PARK-1.",
                    en: "Write REFERRER/REFERENCE,SLOT, for example AMA/K-114,PARK-1."
                ).help)
        }
        self.init(participant: String(sides[0]), slot: slot)
    }
}
