import Synchronization

/// How far a piece of long work has come, told by the work and read by whoever passes it on.
final class JobMeter: Sendable {
    private let state = Mutex<(done: Int, total: Int?)>((0, nil))
    let timings = MatchTimings()

    /// The stages of a round that are told apart.
    static let roundStages = 9

    var progress: (done: Int, total: Int?) {
        let told = state.withLock { $0 }
        let stages = timings.milliseconds.count
        return stages > 0 ? (min(stages, Self.roundStages), Self.roundStages) : told
    }

    func tell(_ done: Int, of total: Int?) {
        state.withLock { $0 = (done, total) }
    }
}
