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
            sv: "Mapp med meta.json, participants.csv, slots.csv och edges.csv.",
            en: "A folder with meta.json, participants.csv, slots.csv and edges.csv.", valueName: "directory"))
    var directory: String

    @Flag(help: .phrase(sv: "Alla i samma prioritetsgrupp.", en: "Everybody in one priority class."))
    var ignoreGroups = false

    @Option(help: .phrase(sv: "Frö för lottning mellan lika bra resultat.", en: "Seed of the draw between equals."))
    var seed: UInt64 = 0

    @Option(
        help: .phrase(
            sv: "Skriv paren som rader participant,slot i en fil.",
            en: "Write the pairs as rows participant,slot to a file.",
            valueName: "file"))
    var pairs: String?

    func run(in context: CommandContext) async throws {
        let solved = try SolveFolder(directory: directory, ignoringGroups: ignoreGroups, seed: seed)
        if let pairs { try write(solved, to: pairs) }
        let answer = solved.answer
        var table = Table(
            .init("cardinality", sv: "Placerade", en: "Placed"), .init("score", sv: "Poäng", en: "Score"),
            .init("certified", sv: "Bevisat", en: "Certified"), .init("build_ms", sv: "Bygge, ms", en: "Build, ms"),
            .init("solve_ms", sv: "Lösning, ms", en: "Solve, ms"))
        table.add(
            .integer(answer.cardinality), .integer(answer.score), .flag(answer.certified),
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
