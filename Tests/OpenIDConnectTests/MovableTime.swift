import Domain
import FoundationEssentials
import Synchronization

/// The real time, and as much later as a test says.
final class MovableTime: Sendable {
    private let ahead = Mutex<Double>(0)

    var clock: WallClock {
        WallClock { [self] in Date().addingTimeInterval(ahead.withLock { $0 }) }
    }

    func move(by seconds: Double) {
        ahead.withLock { $0 += seconds }
    }
}
