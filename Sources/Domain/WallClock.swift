public import FoundationEssentials

/// The time, injected: the only place where the service asks what day it is.
public struct WallClock: Sendable {
    public let now: @Sendable () -> Date

    public init(now: @escaping @Sendable () -> Date) {
        self.now = now
    }

    public static let system = WallClock { Date() }

    /// Stands still, for tests and for repeating a run.
    public static func fixed(_ date: Date) -> WallClock {
        WallClock { date }
    }

    /// Stands still at noon of a day in Sweden.
    public static func fixed(_ day: Day) -> WallClock {
        fixed(SwedishTime.start(of: day).addingTimeInterval(12 * 3600))
    }

    /// Today in Europe/Stockholm.
    public var today: Day { SwedishTime.day(of: now()) }
}
