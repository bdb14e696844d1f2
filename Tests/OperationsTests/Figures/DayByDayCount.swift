import Domain
import Statistics

/// Counts a `RandomTown` by the words of the rules, walking through the days; shares nothing with the statement in SQL.
struct DayByDayCount {
    let town: RandomTown
    /// The period's days, by their numbers.
    private let days: ClosedRange<Int>

    init(_ town: RandomTown, _ days: ClosedRange<Int> = RandomTown.year) {
        self.town = town
        self.days = days
    }

    /// The figures of one key of a cut: those of the slots and placements, and of the introductions, that are let through.
    func row(
        slot isCounted: (RandomTown.Slot) -> Bool, participant isIncluded: (RandomTown.Participant) -> Bool
    ) -> [Figure: Int] {
        let slots = town.slots.filter(isCounted)
        let placements = town.placements.filter {
            isCounted(town.slots[$0.slot]) && isIncluded(town.participants[$0.participant])
        }
        let ended = placements.filter { $0.endedOn.map(days.contains) ?? false }
        let known = ended.filter { wasEmployed($0) || wasAnswered($0) }
        let introduced = lastIntroductions.filter { days.contains($0.introductionEndedOn ?? 0) && isIncluded($0) }
        return [
            .offered: slots.reduce(0) { $0 + offered($1) },
            .filled: slots.reduce(0) { $0 + filled($1) },
            .started: placements.count { $0.startedOn.map(days.contains) ?? false },
            .completed: ended.count { $0.state == .completed },
            .interrupted: ended.count { $0.state == .interrupted },
            .noShow: placements.count { $0.state == .noShow && days.contains($0.stateOn) },
            .persons: Set(placements.filter { placement in days.contains { isThere(placement, on: $0) } }.map(\.person))
                .count,
            .employedAny: ended.count(where: wasEmployed),
            .sixtyNumerator: introduced.count(where: isSettled), .sixtyDenominator: introduced.count,
            .koladaNumerator: ended.count(where: isKolada), .koladaDenominator: ended.count,
            .known: known.count, .unknown: ended.count - known.count,
            .hiredByHost: ended.count { wasEmployed($0) { $0.employer == .host } },
            .koladaKnown: ended.count { placement in
                answers(placement).contains { $0.checkedOn >= placement.endedOn ?? .max }
            },
            .sixtyKnown: introduced.count { lastStatus(of: $0) != nil },
            .sfiDenominator: introduced.count { $0.sfi != .notNeeded },
            .sfiNumerator: introduced.count { one in
                one.sfi == .d && one.sfiOn.map { $0 <= (one.introductionEndedOn ?? 0) + 90 } ?? false
            },
            .sfiUndated: introduced.count { $0.sfi == .d && $0.sfiOn == nil },
        ]
    }

    // MARK: Places

    private func open(_ slot: RandomTown.Slot, on day: Int) -> Int {
        guard slot.state != .draft, slot.from <= day, day <= slot.to, day < slot.withdrawnOn ?? .max else { return 0 }
        return max(0, slot.places - slot.withdrawals.filter { $0.on <= day }.reduce(0) { $0 + $1.places })
    }

    private func isThere(_ placement: RandomTown.Placement, on day: Int) -> Bool {
        placement.from <= day && day <= placement.occupiedTo ?? .min
    }

    /// The most places that stood open on a day of the year: once withdrawn, they do not come back.
    func offered(_ slot: RandomTown.Slot) -> Int { days.map { open(slot, on: $0) }.max() ?? 0 }

    private func filled(_ slot: RandomTown.Slot) -> Int { min(offered(slot), most(slot) { _ in true }) }

    /// The most people of a kind at once in the year.
    func most(_ slot: RandomTown.Slot, _ isCounted: (RandomTown.Placement) -> Bool) -> Int {
        let placements = town.placements.filter { $0.slot == slot.number && isCounted($0) }
        return days.map { day in placements.count { isThere($0, on: day) } }.max() ?? 0
    }

    // MARK: What placements led to

    private func answers(_ placement: RandomTown.Placement) -> [RandomTown.Outcome] {
        town.outcomes.filter { outcome in
            outcome.status != .unknown
                && (outcome.placement.map { $0 == placement.number } ?? (outcome.person == placement.person))
        }
    }

    private func wasEmployed(_ placement: RandomTown.Placement) -> Bool { wasEmployed(placement) { _ in true } }

    private func wasEmployed(
        _ placement: RandomTown.Placement, _ isMeant: (RandomTown.Outcome) -> Bool
    ) -> Bool {
        guard let end = placement.endedOn else { return false }
        return answers(placement).contains { outcome in
            guard outcome.status == .employed, isMeant(outcome) else { return false }
            let first = outcome.from ?? outcome.checkedOn
            let last = outcome.to ?? max(first, outcome.checkedOn)
            return (end...end + 180).contains { first <= $0 && $0 <= last }
        }
    }

    private func wasAnswered(_ placement: RandomTown.Placement) -> Bool {
        guard let end = placement.endedOn else { return false }
        return answers(placement).contains { (end...end + 180).contains($0.checkedOn) }
    }

    private func isKolada(_ placement: RandomTown.Placement) -> Bool {
        guard let end = placement.endedOn,
            let first = answers(placement).filter({ $0.checkedOn >= end })
                .min(by: { ($0.checkedOn, $0.code) < ($1.checkedOn, $1.code) })
        else { return false }
        if first.status == .studying { return first.studentAid == true }
        guard first.status == .employed, first.form != .municipalLabourMarket, let from = first.from else {
            return false
        }
        return first.to.map { $0 + 1 >= Self.monthLater(from) } ?? true
    }

    /// The same day of the next month, or that month's last.
    private static func monthLater(_ day: Int) -> Int {
        guard let first = try? Day("2025-01-01") else { return day }
        let from = first.adding(day)
        let (year, month) = from.month == 12 ? (from.year + 1, 1) : (from.year, from.month + 1)
        let later = (28...31).last { (try? Day(year, month, min($0, from.day))) != nil } ?? 28
        return (try? Day(year, month, min(later, from.day)))?.days(since: first) ?? day
    }

    // MARK: Introductions

    private var lastIntroductions: [RandomTown.Participant] {
        Dictionary(grouping: town.participants.filter { $0.introductionEndedOn != nil }, by: \.person).values
            .compactMap { referrals in
                referrals.max { ($0.introductionEndedOn ?? 0, -$0.number) < ($1.introductionEndedOn ?? 0, -$1.number) }
            }
    }

    private func isSettled(_ participant: RandomTown.Participant) -> Bool {
        let last = lastStatus(of: participant)
        return last == .employed || last == .studying
    }

    private func lastStatus(of participant: RandomTown.Participant) -> OutcomeStatus? {
        guard let end = participant.introductionEndedOn else { return nil }
        return town.outcomes
            .filter {
                $0.person == participant.person && $0.status != .unknown && (end...end + 90).contains($0.checkedOn)
            }
            .max { ($0.checkedOn, $0.code) < ($1.checkedOn, $1.code) }?.status
    }

    // MARK: What rows are told apart by

    /// The unit at the top that a unit's figures stand under, walking from one to the next; where that never ends, where
    /// the one at the top goes.
    func home(of unit: Int) -> Int {
        var at = unit
        for _ in 0...RandomTown.roots.count {
            if let to = town.lives[at].to, to < days.upperBound, let next = town.lives[at].successor,
                town.lives[next].from ?? .min <= days.upperBound
            {
                at = next
            } else if let parent = RandomTown.parents[at] {
                at = parent
            } else {
                return at
            }
        }
        let root = RandomTown.roots[unit]
        return root == unit ? unit : home(of: root)
    }

    /// The age that somebody turns in the year of the period's last day.
    func age(of participant: RandomTown.Participant) -> AgeGroup {
        guard let born = participant.birthDate?.year, let first = try? Day("2025-01-01") else { return .unknown }
        let age = first.adding(days.upperBound).year - born
        return AgeGroup.allCases.first { $0.ages?.contains(age) ?? false } ?? .unknown
    }

    /// The lower median of the days from registration to start.
    func daysToStart(
        slot isCounted: (RandomTown.Slot) -> Bool, participant isIncluded: (RandomTown.Participant) -> Bool
    ) -> Int? {
        let waits = town.placements
            .filter { isCounted(town.slots[$0.slot]) && isIncluded(town.participants[$0.participant]) }
            .compactMap { one in
                one.startedOn.flatMap { start in
                    days.contains(start) ? max(0, start - town.participants[one.participant].registeredOn) : nil
                }
            }
            .sorted()
        return waits.isEmpty ? nil : waits[(waits.count - 1) / 2]
    }
}
