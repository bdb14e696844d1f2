import ArgumentParser
import Domain
import FoundationEssentials
import Operations

/// The engine alone, on a folder of files.
struct MatchSolveCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "solve", sv: "Löser en instans i en mapp, utan databas.",
        en: "Solves an instance in a folder, without a database.",
        example: "praktik match solve instances/M --ignore-groups --format json")

    @OptionGroup var global: GlobalOptions

    @Argument(
        help: .phrase(
            sv: "Mapp med meta.json, participants.csv, slots.csv och edges.csv. Dessutom läses, där de finns: "
                + "supervisors.csv, departments.csv, shares.csv, referrers.csv, referrals.csv, locked.csv, forbidden.csv "
                + "och previous.csv.",
            en: "A folder with meta.json, participants.csv, slots.csv and edges.csv. Also read, where they are: "
                + "supervisors.csv, departments.csv, shares.csv, referrers.csv, referrals.csv, locked.csv, forbidden.csv "
                + "and previous.csv.", valueName: "directory"))
    var directory: String

    @Flag(help: .phrase(sv: "Alla i samma prioritetsgrupp.", en: "Everybody in one priority class."))
    var ignoreGroups = false

    @Flag(
        help: .phrase(
            sv:
                "Det stabila resultat som är bäst för deltagarna, i stället för det optimala; certified säger då att inget "
                + "par hellre hade haft varandra.",
            en:
                "The stable result that is best for the participants, instead of the optimal one; certified then says that "
                + "no pair would rather have each other."))
    var stable = false

    @Option(
        help: .phrase(
            sv: "Poäng som läggs till för varje par i previous.csv som behålls, 0 till 1000.",
            en: "Points added for each pair of previous.csv that is kept, 0 to 1000."))
    var keepBonus = 0

    @Option(help: .phrase(sv: "Frö för lottning mellan lika bra resultat.", en: "Seed of the draw between equals."))
    var seed: UInt64 = 0

    @Option(
        help: .phrase(
            sv: "Skriv paren som rader participant,slot i en fil.",
            en: "Write the pairs as rows participant,slot to a file.",
            valueName: "file"))
    var pairs: String?

    func run(in context: CommandContext) async throws {
        let solved = try SolveFolder(
            directory: directory, ignoringGroups: ignoreGroups, stable: stable, keepBonus: keepBonus, seed: seed)
        if let pairs { try write(solved, to: pairs) }
        let answer = solved.answer
        var table = Table(
            .init("cardinality", sv: "Placerade", en: "Placed"), .init("score", sv: "Poäng", en: "Score"),
            .init("shortfall", sv: "Saknas", en: "Shortfall"), .init("certified", sv: "Bevisat", en: "Certified"),
            .init("build_ms", sv: "Bygge, ms", en: "Build, ms"),
            .init("solve_ms", sv: "Lösning, ms", en: "Solve, ms"))
        table.add(
            .integer(answer.cardinality), .integer(answer.score), .integer(answer.shortfall), .flag(answer.certified),
            .decimal(answer.buildMilliseconds, places: 3), .decimal(answer.solveMilliseconds, places: 3))
        try context.output.result(answer, table)
    }

    private func write(_ solved: SolveFolder, to path: String) throws {
        var text = "participant,slot\n"
        for pair in solved.pairs {
            text += "\(pair.participant),\(pair.slot)\n"
        }
        do {
            try Data(text.utf8).write(to: URL(filePath: path))
        } catch {
            throw SolveFolder.Fault(
                phrase: Phrase(sv: "\(path) kan inte skrivas.", en: "\(path) cannot be written."))
        }
    }
}
