import InstanceGenerator

/// What was measured on one instance.
struct MatchingFigures {
    /// A peer's measurements, until it failed.
    struct Peer {
        let name: String
        var answers: [PeerProcess.Answer] = []
        var failure: String?

        var median: Double? {
            answers.isEmpty ? nil : Figure.median(answers.map(\.total))
        }

        var peakMegabytes: Double? { answers.map(\.peakMegabytes).max() }
    }

    let recipe: InstanceRecipe
    /// The most placed, then the highest score; without groups.
    var ours: [EngineRun] = []
    /// The same with priority classes.
    var withGroups: [EngineRun] = []
    var stable: [EngineRun] = []
    var peers: [Peer]
    var stablePeers: [Peer]

    init(_ recipe: InstanceRecipe, peers: [String], stablePeers: [String]) {
        self.recipe = recipe
        self.peers = peers.map { Peer(name: $0) }
        self.stablePeers = stablePeers.map { Peer(name: $0) }
    }

    /// The peer with the lowest median.
    var best: (name: String, median: Double)? {
        peers.compactMap { peer in peer.median.map { (peer.name, $0) } }.min { $0.1 < $1.1 }
    }

    var leanest: (name: String, peak: Double)? {
        peers.compactMap { peer in peer.peakMegabytes.map { (peer.name, $0) } }.min { $0.1 < $1.1 }
    }

    /// The share of the best peer's time that ours may be.
    var aim: Double? {
        ["S": 0.3, "M": 0.1, "M-uniform": 0.1, "M-scarce": 0.15, "L": 0.25, "L-uniform": 0.4, "L-scarce": 0.12][
            recipe.name]
    }

    static func median(_ runs: [EngineRun]) -> Double? {
        runs.isEmpty ? nil : Figure.median(runs.map(\.total))
    }
}
