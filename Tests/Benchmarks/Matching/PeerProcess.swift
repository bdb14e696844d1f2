import FoundationEssentials

/// A peer with one instance in memory, asked again and again (`Peers/peer.py`).
final class PeerProcess {
    /// One line of its answers; times in seconds.
    struct Answer: Decodable {
        let placed: Int
        let score: Int
        let build: Double
        let solve: Double
        let cpu: Double
        let peakMegabytes: Double
        /// Of a stable result.
        let blocking: Int?

        enum CodingKeys: String, CodingKey {
            case placed, score, build, solve, cpu, blocking
            case peakMegabytes = "peak_mb"
        }

        var total: Double { build + solve }
    }

    /// Why there is no answer, in a few words.
    struct Failure: Error, Decodable {
        let failure: String
    }

    private let child: ChildProcess
    private let limit: Duration

    /// Begins to read the instance.
    ///
    /// - Parameter limit: for each solve; the reading has as much again.
    init(_ name: String, on folder: String, limit: Duration) throws {
        child = try ChildProcess([Peers.python, "\(Peers.folder)/peer.py", name, folder])
        self.limit = limit
    }

    /// Waits until it has read the instance, so that nobody is measured meanwhile.
    func waitUntilReady() throws(Failure) {
        guard child.readLine(before: .now + limit) != nil else { throw Failure(failure: "cannot read it") }
    }

    func solve() throws(Failure) -> Answer {
        child.write("solve")
        let deadline = ContinuousClock.now + limit
        guard let line = child.readLine(before: deadline) else {
            throw Failure(failure: deadline <= .now ? "over \(Int(limit / .seconds(1))) s" : "ended")
        }
        let decoder = JSONDecoder()
        let data = Data(line.utf8)
        if let answer = try? decoder.decode(Answer.self, from: data) { return answer }
        throw (try? decoder.decode(Failure.self, from: data)) ?? Failure(failure: "no answer")
    }

    func end() {
        _ = child.end(killing: true)
    }
}
