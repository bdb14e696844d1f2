import Domain

/// A person as one referrer refers them.
struct MadeParticipant {
    var person: MadePerson
    var referrer: String
    var reference: String
    var registeredOn: Day
    var availableFrom: Day
    var availableTo: Day?
    var weekdays = Weekdays.mondayToFriday
    /// Minutes a day.
    var minutes: Int
    var sfi: SFIPassed
    var licences: [String] = []
    var recordCheckShownOn: Day?
    var occupations: [String] = []
    var wishes: [String] = []
    var areas: [String] = []
    var priority = 0
    var purpose: SlotPurpose?
    var introductionEndedOn: Day?
    var language = ""
    var phone = ""
}

/// When a participant comes: to places of the spring, or to those of the autumn and its match round.
enum Cohort {
    case spring, autumn
}

/// Occupations that go together; somebody who seeks one often takes the next.
private let trades: [[String]] = [
    ["5330", "5321", "5342"], ["5311", "5312", "3423"], ["9412", "5120", "9413"], ["9111", "5151", "9629"],
    ["6113", "6112", "9310"], ["4119", "4225", "4222"], ["3512", "3511"], ["4410", "4116"], ["5152", "9622", "7131"],
    ["4322", "9622"], ["7231", "7233"], ["9610", "8332"],
]

private let areas = ["Centrum", "Dalaberg", "Hovhult", "Tureborg", "Skogslyckan", "Herrestad", "Ljungskile"]

/// Writes the participants of one year, in the order they were registered in its two cohorts.
struct ParticipantMaker {
    let year: Int
    let slots: [MadeSlot]
    private var dice: Dice
    private var made: [String: Int] = [:]

    init(year: Int, slots: [MadeSlot], purpose: String) {
        self.year = year
        self.slots = slots
        dice = Dice(year: year, purpose)
    }

    /// One referral; numbers run per referrer, `series` keeps those of different makers apart.
    mutating func make(_ person: MadePerson, _ cohort: Cohort, series: Int, referrer chosen: String? = nil)
        -> MadeParticipant
    {
        let referrer =
            chosen
            ?? dice.pick(weighted: [("AMA", 28), ("ASTAR", 22), ("I17", 15), ("SFI", 14), ("SOC", 12), ("INV", 9)])
        made[referrer, default: 0] += 1
        let initial = ["AMA": "A", "ASTAR": "K", "I17": "V", "SFI": "S", "SOC": "O", "INV": "N"][referrer] ?? "X"
        let trade = dice.pick(trades)
        var participant = MadeParticipant(
            person: person, referrer: referrer,
            reference: "\(initial)\(twoDigits(year))-\(series + (made[referrer] ?? 0))",
            registeredOn: cohort == .spring
                ? day(year - 1, 11, 16).adding(dice.number(0...150)) : day(year, 4, 20).adding(dice.number(0...125)),
            availableFrom: cohort == .spring
                ? day(year, 1, 18).adding(dice.number(0...70)) : day(year, 8, 10).adding(dice.number(0...56)),
            minutes: dice.pick(weighted: [(480, 42), (420, 18), (360, 18), (300, 6), (240, 12), (180, 4)]),
            sfi: dice.pick(
                weighted: [(.none, 9), (.a, 14), (.b, 22), (.c, 26), (.d, 17), (.notNeeded, 12)]))
        participant.availableTo = available(cohort)
        participant.weekdays = dice.pick(
            weighted: [
                (.mondayToFriday, 84), (Weekdays(rawValue: 0b000_1111), 10), (Weekdays(rawValue: 0b000_0111), 6),
            ])
        participant.licences = dice.pick(weighted: [([], 62), (["B"], 28), (["B", "truck"], 7), (["truck"], 3)])
        if ["5330", "5311"].contains(trade[0]) ? dice.chance(75) : dice.chance(38) {
            participant.recordCheckShownOn = participant.registeredOn.adding(dice.number(1...6))
        }
        participant.occupations = Array(trade.prefix(dice.number(0...trade.count)))
        participant.areas = dice.chance(50) ? Array(dice.shuffled(areas).prefix(dice.number(1...3))) : []
        participant.priority = dice.pick(weighted: [(0, 72), (3, 14), (5, 9), (9, 5)])
        participant.purpose = dice.pick(weighted: [(nil, 26), (.language, 30), (.job, 40), (.introduction, 4)])
        participant.language = dice.pick(
            weighted: [("sv", 34), ("ar", 18), ("so", 8), ("ti", 8), ("fa", 8), ("uk", 9), ("en", 9), ("tr", 6)])
        if dice.chance(70) { participant.phone = "070-17406\(dice.number(10...99))" }
        if dice.chance(22) { participant.introductionEndedOn = day(year, 1, 15).adding(dice.number(0...210)) }
        participant.wishes = wishes(cohort, trade)
        return participant
    }

    private mutating func available(_ cohort: Cohort) -> Day? {
        switch cohort {
        case .spring:
            dice.chance(82) ? day(year, 6, 30) : day(year, 12, 31)
        case .autumn:
            dice.pick(weighted: [(day(year, 12, 31), 62), (day(year + 1, 3, 31), 34), (nil, 4)])
        }
    }

    /// Up to three places, those of the own trade first in mind.
    private mutating func wishes(_ cohort: Cohort, _ trade: [String]) -> [String] {
        let terms: [Term] = cohort == .spring ? [.spring, .wholeYear] : [.autumn, .winter]
        let open = slots.filter { terms.contains($0.term) && $0.offeredOn != nil && $0.line.earmark.isEmpty }
        let own = open.filter { trade.contains($0.line.ssyk) }
        var wishes = own.isEmpty ? [] : [dice.pick(own).code]
        for _ in 0..<dice.number(0...2) { wishes.append(dice.pick(open).code) }
        var seen: Set<String> = []
        return dice.chance(20) ? [] : wishes.filter { seen.insert($0).inserted }
    }
}
