public import Domain

/// Some places of a slot as they stood open: what the mean of offered hours a day is reckoned from.
public struct OpenPlaces: Sendable, Hashable {
    public let period: Period
    /// Negative for places withdrawn from a day on.
    public let places: Int
    public let minutesPerDay: Int
    public let weekdays: Weekdays

    /// `hours` and `weekdays` as the slot states them: none given are 8 hours, Monday to Friday.
    public init(period: Period, places: Int, hours: WorkHours?, weekdays: Weekdays?) {
        self.period = period
        self.places = places
        minutesPerDay = hours?.minutes ?? 480
        self.weekdays = weekdays ?? .mondayToFriday
    }
}

/// The mean of offered hours a day over Monday to Friday of `period`; nil when there is no such day in it.
public func offeredHoursPerDay(_ open: [OpenPlaces], in period: Period) -> Quantity? {
    let minutes = open.reduce(0) { sum, open in
        guard let days = open.period.intersection(period) else { return sum }
        return sum + open.places * open.minutesPerDay * days.count(of: open.weekdays.intersection(.mondayToFriday))
    }
    return Quantity(minutes, over: 60 * period.count(of: .mondayToFriday))
}

extension Period {
    /// How many of its days are one of `weekdays`, without walking through them.
    func count(of weekdays: Weekdays) -> Int {
        let (weeks, rest) = days.quotientAndRemainder(dividingBy: 7)
        return weeks * weekdays.numbers.count + (0..<rest).count { weekdays.contains(from.adding($0)) }
    }
}
