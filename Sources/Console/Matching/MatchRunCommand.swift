import ArgumentParser
import Domain
import Operations

/// Computes a round, has it checked and stores it; nothing is proposed to anybody.
struct MatchRunCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "run", sv: "Räknar fram den bästa fördelningen och sparar den; inget föreslås förrän den beslutas.",
        en: "Computes the best allocation and stores it; nothing is proposed until it is decided.",
        example: """
            praktik match run --from 2026-03-02
            praktik match run --weight wish=200 --lock AMA/K-114,PARK-1
            praktik match run --unit-maximum SBF=12 --referrer-minimum SFI=5 --share PARK-1:SFI=2
            praktik match run --keep M-1 --keep-bonus 25
            praktik match run --stable
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions

    @Option(
        help: .phrase(
            sv: "Omgångens första dag, ÅÅÅÅ-MM-DD; annars i dag.", en: "The round's first day, YYYY-MM-DD; else today.",
            valueName: "date"), transform: value { try Day($0) })
    var from: Day?

    @Option(
        help: .phrase(
            sv: "Kortaste praktik i dagar; annars kommunens inställning.",
            en: "The shortest placement in days; else the municipality's setting.", valueName: "days"))
    var minimumDays: Int?

    @Option(
        help: .phrase(
            sv: "Frö för lottning mellan lika bra resultat; annars efter omgångens första dag.",
            en: "Seed of the draw between equally good results; else by the round's first day.", valueName: "number"))
    var seed: UInt64?

    @OptionGroup var round: RoundOptions

    @Flag(help: .phrase(sv: "Säg vart tiden går.", en: "Say where the time goes."))
    var timings = false

    func validate() throws {
        guard round.keepBonus == 0 || round.keep != nil else {
            throw ValidationError(
                Phrase(sv: "--keep-bonus gäller bara med --keep.", en: "--keep-bonus needs --keep.").help)
        }
    }

    func run(in context: CommandContext) async throws {
        let clock = timings ? RunClock() : nil
        try await context.withOperations { operations, actor in
            clock?.mark(.connect)
            let settled = try await operations.standardParameters(
                actor, roundStart: from ?? operations.clock.today)
            let parameters = MatchParameters(
                roundStart: settled.roundStart, minimumDays: minimumDays ?? settled.minimumDays,
                weights: round.weight.reduce(into: settled.weights) { $0[$1.part] = $1.points }, seed: seed,
                locked: round.lock, forbidden: round.forbid, bounds: round.bounds,
                keep: round.keep.map { MatchKeep(run: $0, bonus: round.keepBonus) },
                mode: round.stable ? .stable : .optimal)
            context.output.progress(Phrase(sv: "Matchar …", en: "Matching …"))
            let run = try await operations.runMatch(
                actor, parameters, dryRun: change.dryRun, timings: clock?.timings)
            context.output.endProgress()
            clock?.restart()
            try MatchReport(run, context.output).write()
            clock?.mark(.report)
        }
        clock?.say(context.output)
    }
}
