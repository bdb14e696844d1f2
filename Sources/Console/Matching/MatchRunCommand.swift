import ArgumentParser
import Domain
import Operations

/// Computes a round, has it certified and stores it; nothing is proposed to anybody.
struct MatchRunCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "run", sv: "Räknar fram den bästa fördelningen och sparar den; inget föreslås förrän den beslutas.",
        en: "Computes the best allocation and stores it; nothing is proposed until it is decided.",
        example: "praktik match run --from 2026-03-02 --weight wish=300 --weight occupation=350 "
            + "--lock AMA/K-114,PARK-1")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions

    @Option(
        help: .phrase(
            sv: "Omgångens första dag, ÅÅÅÅ-MM-DD; annars i dag.", en: "The round's first day, YYYY-MM-DD; else today.",
            valueName: "date"))
    var from: String?

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
            valueName: "part=points"))
    var weight: [String] = []

    @Option(
        help: .phrase(
            sv: "Lås en deltagare till en plats.", en: "Lock a participant to a slot.",
            valueName: "referrer/reference,slot"))
    var lock: [String] = []

    @Option(
        help: .phrase(
            sv: "Uteslut ett par.", en: "Rule a pair out.", valueName: "referrer/reference,slot"))
    var forbid: [String] = []

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let parameters = MatchParameters(
                roundStart: try from.map { try $0.day("--from") } ?? operations.clock.today, minimumDays: minimumDays,
                weights: try weights(), seed: seed, locked: try lock.map { try pair($0, "--lock") },
                forbidden: try forbid.map { try pair($0, "--forbid") })
            context.output.progress(Phrase(sv: "Matchar …", en: "Matching …"))
            let run = try await operations.runMatch(actor, parameters, dryRun: change.dryRun)
            context.output.endProgress()
            try MatchReport(run, context.output).write()
        }
    }

    private func weights() throws -> MatchWeights {
        var weights = MatchWeights.standard
        for text in weight {
            let sides = text.split(separator: "=", omittingEmptySubsequences: false)
            guard sides.count == 2, let part = ScorePart(rawValue: String(sides[0])), let points = Int(sides[1]) else {
                throw ValidationError(
                    Phrase(
                        sv: "--weight skrivs DEL=POÄNG, till exempel wish=300.",
                        en: "--weight is written PART=POINTS, for example wish=300."
                    ).help)
            }
            weights[part] = points
        }
        return weights
    }

    private func pair(_ text: String, _ option: String) throws -> MatchPair {
        let sides = text.split(separator: ",", omittingEmptySubsequences: false)
        guard sides.count == 2, sides[0].contains("/") else {
            throw ValidationError(
                Phrase(
                    sv: "\(option) skrivs ANVISARE/REFERENS,PLATS, till exempel AMA/K-114,PARK-1.",
                    en: "\(option) is written REFERRER/REFERENCE,SLOT, for example AMA/K-114,PARK-1."
                ).help)
        }
        return MatchPair(participant: String(sides[0]), slot: try String(sides[1]).code(option))
    }
}

extension String {
    /// As a day, or a sentence that names the option.
    fileprivate func day(_ option: String) throws(Refusal) -> Day {
        do { return try Day(self) } catch { throw .value(option, error) }
    }

    fileprivate func code(_ option: String) throws(Refusal) -> Code {
        do { return try Code(self) } catch { throw .value(option, error) }
    }
}
