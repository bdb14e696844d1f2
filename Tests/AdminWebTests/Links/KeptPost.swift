import Domain
import Foundation
import Mail
import Synchronization

/// Keeps what it is given.
final class KeptPost: MailCarrier {
    private let kept = Mutex<[MailMessage]>([])

    var carried: [MailMessage] { kept.withLock { $0 } }

    func carry(_ message: MailMessage) async -> MailOutcome {
        kept.withLock { $0.append(message) }
        return .delivered
    }
}

/// A clock that stands until it is moved.
final class Moment: Sendable {
    private let moment: Mutex<Date>

    init(_ moment: Date) {
        self.moment = Mutex(moment)
    }

    var clock: WallClock { WallClock { self.moment.withLock { $0 } } }

    func set(_ moment: Date) {
        self.moment.withLock { $0 = moment }
    }

    func move(_ seconds: Double) {
        moment.withLock { $0 = $0.addingTimeInterval(seconds) }
    }
}
