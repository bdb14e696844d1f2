import Domain

/// A made-up municipality with everything that counting can stumble on, around the year 2026.
struct RandomTown {
    struct Slot {
        let number, unit: Int
        let kind: SlotKind
        let from, to: Int
        let places: Int
        let earmark: Int?
        let purpose: SlotPurpose?
        let ssyk: String?
        let urgency: Urgency?
        let state: SlotState
        let withdrawnOn: Int?
        let withdrawals: [(places: Int, on: Int)]
    }

    struct Participant {
        let number, person, referrer: Int
        let sex: Sex
        let introductionEndedOn: Int?
        let birthDate: Day?
        let sfi: SFIPassed
        let sfiOn: Int?
        let registeredOn: Int
    }

    /// When a unit came and went, and which took over.
    struct Life {
        let from, to, successor: Int?
    }

    struct Placement {
        let number, participant, person, slot: Int
        let from, to: Int
        let state: PlacementState
        let stateOn: Int
        let startedOn, endedOn: Int?

        var occupiedTo: Int? {
            switch state {
            case .accepted, .agreed, .started: to
            case .completed, .interrupted: min(to, endedOn ?? to)
            default: nil
            }
        }
    }

    struct Outcome {
        let number, participant, person: Int
        let placement: Int?
        let checkedOn: Int
        let status: OutcomeStatus
        let form: EmploymentForm?
        let employer: Employer?
        let from, to: Int?
        let studentAid: Bool?
    }

    /// The root of each unit, by number; 0 and 1 are departments, 2 is a company, the rest stand below.
    static let roots = [0, 1, 2, 0, 0, 1, 2]
    static let parents: [Int?] = [nil, nil, nil, 0, 3, 1, 2]
    static let referrers = 3

    private(set) var lives: [Life] = []
    private(set) var slots: [Slot] = []
    private(set) var participants: [Participant] = []
    private(set) var placements: [Placement] = []
    private(set) var outcomes: [Outcome] = []

    /// Days are numbered from 2025-01-01.
    static let year = 365...729

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for unit in Self.roots.indices { lives.append(Self.life(of: unit, &random)) }
        for number in 0..<14 { slots.append(Self.slot(number, &random)) }
        for person in 0..<14 {
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                participants.append(Self.participant(participants.count, person, &random))
            }
            placePerson(person, &random)
        }
        for number in 0..<70 { outcomes.append(outcome(number, &random)) }
    }

    private static func maybe<T>(_ value: T, _ oneIn: Int, _ random: inout SplitMix64) -> T? {
        Int.random(in: 0..<oneIn, using: &random) == 0 ? value : nil
    }

    /// Some end near the ends of periods, with or without a successor, in chains and in circles.
    private static func life(of unit: Int, _ random: inout SplitMix64) -> Life {
        let other = Int.random(in: 0..<roots.count, using: &random)
        let from = maybe([480, 485, 729, 730][Int.random(in: 0..<4, using: &random)], 5, &random)
        let to = maybe([300, 483, 484, 485, 728, 729, 730][Int.random(in: 0..<7, using: &random)], 2, &random)
        return Life(
            from: from ?? 0 > to ?? .max ? nil : from, to: to, successor: other == unit ? nil : maybe(other, 2, &random)
        )
    }

    private static func participant(_ number: Int, _ person: Int, _ random: inout SplitMix64) -> Participant {
        let ended = maybe(Int.random(in: 200...900, using: &random), 2, &random)
        let sfi: SFIPassed = Bool.random(using: &random) ? .d : SFIPassed.allCases[number % SFIPassed.allCases.count]
        // The first and last days of the years in which somebody comes into another group.
        let born = try? Day(
            [2011, 2010, 2007, 2006, 2001, 1991, 1961, 1960][Int.random(in: 0..<8, using: &random)], 1, 1)
        let days = [-1, 0][Int.random(in: 0..<2, using: &random)]
        return Participant(
            number: number, person: person, referrer: Int.random(in: 0..<referrers, using: &random),
            sex: Sex.allCases[person % 3], introductionEndedOn: ended,
            birthDate: number % 5 == 0 ? nil : born?.adding(days), sfi: sfi,
            sfiOn: maybe((ended ?? 400) + [0, 89, 90, 91][Int.random(in: 0..<4, using: &random)], 2, &random),
            registeredOn: Int.random(in: 100...500, using: &random))
    }

    private static func slot(_ number: Int, _ random: inout SplitMix64) -> Slot {
        let from = Int.random(in: 150...700, using: &random)
        let to = from + Int.random(in: 0...400, using: &random)
        let state: SlotState = [.offered, .offered, .closed, .draft, .withdrawn][Int.random(in: 0..<5, using: &random)]
        let places = Int.random(in: 1...4, using: &random)
        // Days near the slot's and the year's first are the ones to get wrong.
        func day(_ random: inout SplitMix64) -> Int {
            [from - 1, from, from + 1, 364, 365, 366, 500, 729, to][Int.random(in: 0..<9, using: &random)]
        }
        return Slot(
            number: number, unit: Int.random(in: 0..<roots.count, using: &random),
            kind: [.arbetspraktik, .sprakpraktik, .put][Int.random(in: 0..<3, using: &random)], from: from, to: to,
            places: places, earmark: maybe(Int.random(in: 0..<referrers, using: &random), 2, &random),
            purpose: maybe(SlotPurpose.allCases[number % 3], 2, &random),
            ssyk: maybe(["9412", "5321", "0110"][number % 3], 2, &random),
            urgency: maybe(Urgency.allCases[number % 3], 2, &random), state: state,
            withdrawnOn: state == .withdrawn ? day(&random) : nil,
            withdrawals: (0..<Int.random(in: 0...1, using: &random)).map { _ in
                (Int.random(in: 1...2, using: &random), day(&random))
            })
    }

    /// One after the other, as one person's must be.
    private mutating func placePerson(_ person: Int, _ random: inout SplitMix64) {
        var next = Int.random(in: 200...420, using: &random)
        while next < 800 {
            let from = next
            let to = from + Int.random(in: 0...120, using: &random)
            next = to + Int.random(in: 1...60, using: &random)
            guard let referral = participants.filter({ $0.person == person }).randomElement(using: &random),
                let state = PlacementState.allCases.randomElement(using: &random)
            else { return }
            let started = [.started, .completed, .interrupted].contains(state) ? from + min(2, to - from) : nil
            var ended: Int?
            if state == .interrupted { ended = Int.random(in: (started ?? from)...to, using: &random) }
            if state == .completed { ended = to + Int.random(in: 0...3, using: &random) }
            placements.append(
                Placement(
                    number: placements.count, participant: referral.number, person: person,
                    slot: Int.random(in: 0..<slots.count, using: &random), from: from, to: to, state: state,
                    stateOn: ended ?? started ?? from, startedOn: started, endedOn: ended))
        }
    }

    /// Dated by the end of a placement or of an introduction, on the days that are easily got wrong.
    private func outcome(_ number: Int, _ random: inout SplitMix64) -> Outcome {
        let placement = placements[Int.random(in: 0..<placements.count, using: &random)]
        let status = (OutcomeStatus.allCases + [.employed, .employed]).randomElement(using: &random) ?? .unknown
        let referral = participants.filter { $0.person == placement.person }.compactMap(\.introductionEndedOn).max()
        let isOfReferral = number % 3 == 0
        let end = isOfReferral ? referral ?? placement.to : placement.endedOn ?? placement.to
        let days = isOfReferral ? [-1, 0, 60, 89, 90, 91] : [-5, 0, 1, 29, 179, 180, 181, 250]
        let from = end + [-40, -1, 0, 100, 180, 181][Int.random(in: 0..<6, using: &random)]
        let length = [20, 26, 27, 28, 29, 30, 31, 90][Int.random(in: 0..<8, using: &random)]
        let isDated = Int.random(in: 0..<3, using: &random) > 0
        return Outcome(
            number: number, participant: placement.participant, person: placement.person,
            placement: Self.maybe(placement.number, 2, &random),
            checkedOn: end + days[Int.random(in: 0..<days.count, using: &random)], status: status,
            form: status == .employed ? Self.maybe(.municipalLabourMarket, 4, &random) : nil,
            employer: status == .employed ? Self.maybe(Employer.allCases[number % 2], 2, &random) : nil,
            from: isDated ? from : nil, to: isDated && Bool.random(using: &random) ? from + length : nil,
            studentAid: Self.maybe(Bool.random(using: &random), 2, &random))
    }
}
