import Domain

/// Why somebody of the autumn is hard to place, so that a match round has something to explain.
enum Obstacle: CaseIterable {
    case noSwedishYet, twoHoursADay, weekendsOnly, fridaysOnly, leavesSoon, comesLate, birthUnknown, introductionOnly
    case protected, truckWithoutSwedish

    /// How many of each a year.
    static let each = 2

    var identityType: IdentityType { self == .birthUnknown ? .none : .personnummer }

    /// Whoever may use no place kept for another referrer must not come from that referrer.
    var referrer: String? { self == .introductionOnly ? "SOC" : nil }

    func hinder(_ participant: inout MadeParticipant, year: Int) {
        switch self {
        case .noSwedishYet:
            participant.sfi = .none
            participant.purpose = .job
        case .twoHoursADay:
            participant.minutes = 120
        case .weekendsOnly:
            participant.weekdays = Weekdays(rawValue: 0b110_0000)
        case .fridaysOnly:
            participant.weekdays = Weekdays(rawValue: 0b001_0000)
        case .leavesSoon:
            participant.availableFrom = roundDay(year).adding(-9)
            participant.availableTo = roundDay(year).adding(24)
        case .comesLate:
            participant.availableFrom = day(year, 12, 1)
            participant.availableTo = day(year, 12, 31)
        case .birthUnknown:
            participant.sfi = .c
            participant.purpose = nil
            participant.minutes = 480
            participant.weekdays = .mondayToFriday
        case .introductionOnly:
            participant.purpose = .introduction
        case .protected:
            participant.person.protected = true
            participant.phone = ""
        case .truckWithoutSwedish:
            participant.sfi = .none
            participant.licences = ["truck"]
            participant.purpose = .job
            participant.occupations = ["4322"]
        }
    }
}
