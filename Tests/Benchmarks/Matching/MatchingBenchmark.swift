import FoundationEssentials
import InstanceGenerator

/// The optimal allocation against the libraries that anyone would use instead: the same files, each in turn, round after
/// round; all must come to the same optimum. Prints Markdown tables.
enum MatchingBenchmark {
    /// Somebody's optimum is not the others'.
    struct Disagreement: Error, CustomStringConvertible {
        let description: String
    }

    /// The first round tells who is so much slower than the best that one measurement says enough.
    private static let patience = 10.0

    static func run(_ arguments: [String]) async throws {
        let options: MatchingOptions
        let recipes: [InstanceRecipe]
        do {
            options = try MatchingOptions(arguments)
            recipes = try InstanceFiles.recipes(options.names)
        } catch {
            print(error, MatchingOptions.usage, separator: "\n\n")
            return
        }
        if options.peers != .none {
            try Peers.prepare()
        }
        let program = try options.program ?? releaseBuild()
        try writeMissing(recipes, in: options.instances)
        let peers = options.peers == .all ? try Peers.all("optimal") : options.peers == .usual ? Peers.usual : []
        let stablePeers = options.peers == .all ? try Peers.all("stable") : []
        var measured: [MatchingFigures] = []
        for recipe in recipes {
            var figures = MatchingFigures(recipe, peers: peers, stablePeers: stablePeers)
            try measure(&figures, program, options)
            measured.append(figures)
            Figure.note(MatchingTables.line(figures))
        }
        print(MatchingTables.render(measured, rounds: options.rounds))
    }

    private static func measure(
        _ figures: inout MatchingFigures, _ program: String, _ options: MatchingOptions
    ) throws {
        let folder = "\(options.instances)/\(figures.recipe.name)"
        let processes = try Dictionary(
            uniqueKeysWithValues: (figures.peers + figures.stablePeers).map {
                ($0.name, try PeerProcess($0.name, on: folder, limit: options.limit))
            })
        defer { processes.values.forEach { $0.end() } }
        for process in processes.values {
            try process.waitUntilReady()
        }
        for round in 1...options.rounds {
            figures.ours.append(try EngineRun(program, folder, ["--ignore-groups"]))
            ask(&figures.peers, processes, round)
            figures.withGroups.append(try EngineRun(program, folder, []))
            figures.stable.append(try EngineRun(program, folder, ["--stable"]))
            ask(&figures.stablePeers, processes, round)
            Figure.note("\(figures.recipe.name): round \(round) of \(options.rounds)")
        }
        try compare(figures.ours, figures.peers, figures.recipe.name)
        try compare(figures.stable, figures.stablePeers, figures.recipe.name + ", stable")
        for peer in figures.stablePeers where peer.answers.contains(where: { $0.blocking != 0 }) {
            throw Disagreement(description: "\(figures.recipe.name): \(peer.name) leaves blocking pairs")
        }
    }

    private static func ask(
        _ peers: inout [MatchingFigures.Peer], _ processes: [String: PeerProcess], _ round: Int
    ) {
        let best = peers.compactMap(\.median).min() ?? .infinity
        for index in peers.indices where peers[index].failure == nil {
            if round > 1, let median = peers[index].median, median > patience * best { continue }
            do throws(PeerProcess.Failure) {
                guard let answer = try processes[peers[index].name]?.solve() else { continue }
                peers[index].answers.append(answer)
            } catch {
                peers[index].failure = error.failure
            }
        }
    }

    private static func compare(_ ours: [EngineRun], _ peers: [MatchingFigures.Peer], _ name: String) throws {
        guard let first = ours.first else { return }
        let others =
            ours.map { ("ours", $0.placed, $0.score) }
            + peers.flatMap { peer in peer.answers.map { (peer.name, $0.placed, $0.score) } }
        for (who, placed, score) in others where (placed, score) != (first.placed, first.score) {
            throw Disagreement(
                description: "\(name): \(who) \(placed) and \(score), ours \(first.placed) and \(first.score)")
        }
    }

    /// In a process of its own: what this one holds would count as its children's peak.
    private static func writeMissing(_ recipes: [InstanceRecipe], in folder: String) throws {
        let missing = recipes.map(\.name).filter { name in
            !FileManager.default.fileExists(atPath: "\(folder)/\(name)/meta.json")
        }
        guard !missing.isEmpty else { return }
        Figure.note("writing \(missing.joined(separator: ", ")) into \(folder)")
        try finish(["/proc/\(ProcessInfo.processInfo.processIdentifier)/exe", "instances", folder] + missing)
    }

    /// The program as it is shipped, made now, whatever this one was built as.
    private static func releaseBuild() throws -> String {
        Figure.note("building praktik for release")
        try finish([
            "swift", "build", "--package-path", Peers.root, "--configuration", "release", "--product", "praktik",
        ])
        return Peers.root + "/.build/release/praktik"
    }

    private static func finish(_ command: [String]) throws {
        let child = try ChildProcess(command)
        let output = child.readToEnd()
        guard child.end().status == 0 else { throw Disagreement(description: output) }
    }
}
