import Domain

/// A place of one year and what becomes of it in time.
struct MadeSlot {
    var line: SlotLine
    var year: Int
    var term: Term
    var places: Int
    var from: Day
    var to: Day
    /// None: a draft that never went out.
    var offeredOn: Day?
    var withdrawnOn: Day?
    var withdrawnReason = ""
    var closedOn: Day

    var code: String { "\(line.code)-\(twoDigits(year))\(term.rawValue)" }

    /// The last day on which anybody can be there.
    var lastOpen: Day { withdrawnOn.map { min(to, $0.adding(-1)) } ?? to }

    /// Whether it counts for the joint undertaking in the years its period touches.
    var countsJointly: Bool { line.countsJointly && offeredOn != nil && (withdrawnOn.map { $0 > from } ?? true) }

    func state(on day: Day) -> SlotState {
        if offeredOn == nil { return .draft }
        if let withdrawnOn, withdrawnOn <= day { return .withdrawn }
        return closedOn <= day ? .closed : .offered
    }
}

func twoDigits(_ year: Int) -> String {
    let text = String(year % 100)
    return text.count == 1 ? "0" + text : text
}

/// Places that the year's joint undertaking of 50 comes to; each fourth year falls short.
func jointPlaces(_ year: Int) -> Int { [57, 49, 53, 52][year % 4] }

/// The places of one year. They depend on that year alone, so that a later look finds them where they were.
func makeSlots(_ year: Int) -> [MadeSlot] {
    var slots: [MadeSlot] = []
    for line in slotLines {
        for (term, places) in line.places {
            var dice = Dice(year: year, "slot " + line.code + term.rawValue)
            // Not this year.
            if line.wavering, dice.chance(12) { continue }
            let offered = term.offered(year).adding(dice.number(0...60))
            let last = term.last(year)
            slots.append(
                MadeSlot(
                    line: line, year: year, term: term, places: places, from: term.first(year), to: last,
                    offeredOn: offered, closedOn: last.adding(14)))
        }
    }
    letSomeWaver(&slots, year)
    adjust(&slots, year)
    return slots
}

/// Some places are taken back before their first day, some afterwards, some closed to more, some never sent out.
private func letSomeWaver(_ slots: inout [MadeSlot], _ year: Int) {
    var dice = Dice(year: year, "waver")
    let wavering = dice.shuffled(slots.indices.filter { slots[$0].line.wavering })
    var spring = wavering.filter { slots[$0].term == .spring }
    var autumn = wavering.filter { slots[$0].term == .autumn }
    if let place = spring.popLast() {
        slots[place].withdrawnOn = slots[place].from.adding(-12)
        slots[place].withdrawnReason = "Handledaren har slutat"
    }
    if let place = spring.popLast() {
        slots[place].withdrawnOn = day(year, 5, 4).monday
        slots[place].withdrawnReason = "Omorganisation, ingen handledare under våren"
    }
    if let place = spring.popLast() {
        slots[place].closedOn = day(year, 3, 1)
    }
    if let place = autumn.popLast() {
        slots[place].withdrawnOn = day(year, 8, 24)
        slots[place].withdrawnReason = "Lokalerna byggs om"
    }
    if let place = autumn.popLast() {
        slots[place].withdrawnOn = day(year, 11, 16).monday
        slots[place].withdrawnReason = "Arbetsbrist efter säsongen"
    }
    if let place = autumn.popLast() {
        slots[place].offeredOn = nil
    }
}

/// Sets the flexible places so that the year's joint figure comes out.
private func adjust(_ slots: inout [MadeSlot], _ year: Int) {
    let carriedOver = slotLines.flatMap { line in
        line.places.filter { $0.0 == .winter && line.countsJointly }.map(\.1)
    }
    let counted = slots.filter(\.countsJointly).reduce(0) { $0 + $1.places } + carriedOver.reduce(0, +)
    var missing = jointPlaces(year) - counted
    let flexible = slots.indices.filter { slots[$0].line.flexible }
    var turn = 0
    while missing != 0 {
        let place = flexible[turn % flexible.count]
        if missing > 0 {
            slots[place].places += 1
            missing -= 1
        } else if slots[place].places > 1 {
            slots[place].places -= 1
            missing += 1
        }
        turn += 1
    }
}
