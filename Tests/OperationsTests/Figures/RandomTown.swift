import Domain

/// A made-up municipality with everything that counting can stumble on, around the year 2026.
struct RandomTown {
    struct Slot {
        let number, unit: Int
        let kind: SlotKind
        let from, to: Int
        let places: Int
        let earmark: Int?
        let state: SlotState
        let withdrawnOn: Int?
        let withdrawals: [(places: Int, on: Int)]
    }

    struct Participant {
        let number, person, referrer: Int
        let sex: Sex
        let introductionEndedOn: Int?
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
        let from, to: Int?
        let studentAid: Bool?
    }

    /// The root of each unit, by number; 0 and 1 are departments, 2 is a company, the rest stand below.
    static let roots = [0, 1, 2, 0, 0, 1, 2]
    static let parents: [Int?] = [nil, nil, nil, 0, 3, 1, 2]
    static let referrers = 3

    private(set) var slots: [Slot] = []
    private(set) var participants: [Participant] = []
    private(set) var placements: [Placement] = []
    private(set) var outcomes: [Outcome] = []

    /// Days are numbered from 2025-01-01.
    static let year = 365...729

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for number in 0..<14 { slots.append(Self.slot(number, &random)) }
        for person in 0..<14 {
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                participants.append(
                    Participant(
                        number: participants.count, person: person,
                        referrer: Int.random(in: 0..<Self.referrers, using: &random), sex: Sex.allCases[person % 3],
                        introductionEndedOn: Self.maybe(Int.random(in: 200...900, using: &random), 2, &random)))
            }
            placePerson(person, &random)
        }
        for number in 0..<70 { outcomes.append(outcome(number, &random)) }
    }

    private static func maybe<T>(_ value: T, _ oneIn: Int, _ random: inout SplitMix64) -> T? {
        Int.random(in: 0..<oneIn, using: &random) == 0 ? value : nil
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
            places: places, earmark: maybe(Int.random(in: 0..<referrers, using: &random), 2, &random), state: state,
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
            from: isDated ? from : nil, to: isDated && Bool.random(using: &random) ? from + length : nil,
            studentAid: Self.maybe(Bool.random(using: &random), 2, &random))
    }
}
