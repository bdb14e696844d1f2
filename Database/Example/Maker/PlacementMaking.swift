import Domain

/// A placement with all that will ever happen to it, each on its day.
struct MadePlacement {
    struct Event {
        var day: Day
        var state: PlacementState
        var reason = ""
    }

    var code: String
    var participant: MadeParticipant
    var slot: MadeSlot
    var from: Day
    var to: Day
    /// In time order; the first is the proposal.
    var events: [Event]

    /// Where it stands on a day; nil before it was proposed.
    func state(on day: Day) -> Event? { events.last { $0.day <= day } }

    /// The last event if it ended what had started.
    var end: Event? { events.last.flatMap { [.completed, .interrupted].contains($0.state) ? $0 : nil } }

    /// Whether it takes its place and its person on its days at any time, so that nobody else is given them.
    var everOccupies: Bool { events.contains { $0.state == .accepted } }
}

/// Proposes people for places by the hard rules and lets time pass.
///
/// What may occupy is kept free for all its days even if it ends early: wherever time is stopped, nothing overlaps.
struct PlacementMaker {
    private(set) var placements: [MadePlacement] = []
    private let year: Int
    private var dice: Dice
    private var made: [Term: Int] = [:]

    init(year: Int, purpose: String) {
        self.year = year
        dice = Dice(year: year, "placements " + purpose)
    }

    /// One batch on one day: each participant in turn gets the place that suits best of those left, most of the time.
    mutating func propose(_ participants: [MadeParticipant], _ slots: [MadeSlot], on day: Day, atMost limit: Int = .max)
    {
        var proposed = 0
        for participant in dice.shuffled(participants) where proposed < limit {
            guard participant.registeredOn <= day, !participant.person.protected, dice.chance(80) else { continue }
            var best: (slot: MadeSlot, days: Period, score: Int)?
            for slot in slots {
                guard let offered = slot.offeredOn, offered <= day, slot.closedOn > day,
                    let days = days(participant, slot, proposedOn: day), suits(participant, slot, on: days.from),
                    isFree(slot, days), isFree(participant.person, days)
                else { continue }
                let score = score(participant, slot)
                if score > best?.score ?? -1 { best = (slot, days, score) }
            }
            guard let best else { continue }
            place(participant, best.slot, best.days, on: day)
            proposed += 1
        }
    }

    private mutating func place(_ participant: MadeParticipant, _ slot: MadeSlot, _ days: Period, on day: Day) {
        made[slot.term, default: 0] += 1
        let number = made[slot.term] ?? 0
        placements.append(
            MadePlacement(
                code: "P\(twoDigits(year))\(slot.term.rawValue)-\(number < 10 ? "0" : "")\(number)",
                participant: participant, slot: slot, from: days.from, to: days.to,
                events: course(days, proposedOn: day)))
    }

    /// What happens from the proposal on.
    private mutating func course(_ days: Period, proposedOn day: Day) -> [MadePlacement.Event] {
        var events = [MadePlacement.Event(day: day, state: .proposed)]
        let accepted = day.adding(dice.number(2...4))
        let agreed = accepted.adding(dice.number(2...4))
        let fate = dice.number(1...100)
        switch fate {
        case ...5:
            let reason = dice.pick(["Tackade nej: för lång resväg", "Tackade nej: har fått arbete", "Värden kan inte"])
            events.append(.init(day: accepted, state: .declined, reason: reason))
            return events
        case 6...8:
            events.append(.init(day: day.adding(9), state: .lapsed, reason: "Inget svar i tid"))
            return events
        case 9...10:
            events.append(.init(day: accepted, state: .withdrawn, reason: "Deltagaren har börjat studera"))
            return events
        default: break
        }
        events.append(.init(day: accepted, state: .accepted))
        if fate <= 13 {
            events.append(
                .init(day: accepted.adding(2), state: .cancelledByHost, reason: "Handledaren är sjukskriven"))
            return events
        }
        events.append(.init(day: agreed, state: .agreed))
        if fate <= 15 {
            events.append(.init(day: agreed.adding(1), state: .withdrawn, reason: "Deltagaren flyttar"))
            return events
        }
        if fate <= 18 {
            events.append(.init(day: days.from, state: .noShow, reason: "Kom inte första dagen"))
            return events
        }
        events.append(.init(day: days.from, state: .started))
        if fate <= 30 {
            let worked = days.days * dice.number(20...75) / 100
            let reason = dice.pick([
                "Fick anställning", "Sjukdom", "Trivdes inte", "Värden avbröt: passade inte arbetet",
                "Började utbildning",
            ])
            events.append(.init(day: days.from.adding(worked), state: .interrupted, reason: reason))
        } else {
            events.append(.init(day: days.to, state: .completed))
        }
        return events
    }
}

// MARK: The hard rules

extension PlacementMaker {
    /// The days of the match: at least four weeks, and time to agree before them.
    private func days(_ participant: MadeParticipant, _ slot: MadeSlot, proposedOn day: Day) -> Period? {
        let from = max(slot.from, participant.availableFrom, day.adding(10)).monday
        let to = min(slot.lastOpen, participant.availableTo ?? slot.lastOpen)
        guard let days = try? Period(from: from, to: to), days.days >= 28 else { return nil }
        return days
    }

    private func suits(_ participant: MadeParticipant, _ slot: MadeSlot, on day: Day) -> Bool {
        let line = slot.line
        guard line.minutes <= participant.minutes, participant.weekdays.isSuperset(of: line.weekdays),
            participant.sfi.satisfies(line.sfi), line.licences.allSatisfy(participant.licences.contains),
            line.earmark.isEmpty || line.earmark == participant.referrer
        else { return false }
        if let purpose = line.purpose, participant.purpose != purpose { return false }
        if line.recordCheck, participant.recordCheckShownOn == nil { return false }
        if let minimum = line.age {
            guard let age = participant.person.age(on: day), age >= minimum else { return false }
        }
        return true
    }

    private func isFree(_ slot: MadeSlot, _ days: Period) -> Bool {
        let there = placements.filter { $0.slot.code == slot.code && $0.everOccupies }
        // Occupation grows only where a placement begins.
        return ([days.from] + there.map(\.from)).allSatisfy { day in
            !days.contains(day) || there.count { $0.from <= day && day <= $0.to } < slot.places
        }
    }

    private func isFree(_ person: MadePerson, _ days: Period) -> Bool {
        placements.allSatisfy {
            $0.participant.person.key != person.key || $0.to < days.from || $0.from > days.to
                // Somebody who has an answer to give is not asked again; who said no, is.
                || !$0.everOccupies
        }
    }

    private func score(_ participant: MadeParticipant, _ slot: MadeSlot) -> Int {
        var score = 0
        if let rank = participant.wishes.firstIndex(of: slot.code) { score += 60 - 20 * rank }
        if participant.occupations.contains(slot.line.ssyk) { score += 30 }
        if participant.areas.contains(slot.line.area) { score += 10 }
        return score
    }
}
