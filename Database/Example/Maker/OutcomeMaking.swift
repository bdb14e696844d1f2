import Domain

/// What had become of somebody on a day.
struct MadeOutcome {
    var code: String
    /// Empty where it follows up no placement but a person's introduction.
    var placement = ""
    var referrer = ""
    var participant = ""
    var checkedOn: Day
    var status: OutcomeStatus
    var employer: Employer?
    var form: EmploymentForm?
    var subsidised: YesNoUnknown?
    var from: Day?
    var to: Day?
    var studentAid: YesNoUnknown?
    var source: OutcomeSource
}

/// Follows placements up at 30, 90 and 180 days, and persons after their introduction. Some cannot be reached, and some
/// are never asked.
struct OutcomeMaker {
    private var dice: Dice

    init(year: Int) {
        dice = Dice(year: year, "outcomes")
    }

    mutating func followUps(of placement: MadePlacement) -> [MadeOutcome] {
        guard let end = placement.end else { return [] }
        var course = OutcomeMaker.course(&dice, after: end.day, completed: end.state == .completed)
        var outcomes: [MadeOutcome] = []
        for days in [30, 90, 180] {
            let checked = end.day.adding(days - dice.number(0...4))
            let asked = dice.chance(88)
            let source: OutcomeSource = dice.pick([.host, .participant, .participant, .coordinator, .referrer])
            if days == 180, course.status == .employed, dice.chance(15) { course.lost = true }
            guard asked else { continue }
            outcomes.append(
                course.outcome(on: checked, code: "U-\(placement.code)-\(days)", source: source) {
                    $0.placement = placement.code
                })
        }
        return outcomes
    }

    /// The last status within 90 days after the introduction.
    mutating func afterIntroduction(of participant: MadeParticipant) -> MadeOutcome? {
        guard let ended = participant.introductionEndedOn else { return nil }
        let course = OutcomeMaker.course(&dice, after: ended, completed: true)
        let checked = ended.adding(dice.number(60...88))
        guard dice.chance(85) else { return nil }
        return course.outcome(on: checked, code: "U-\(participant.reference)", source: .register) {
            $0.referrer = participant.referrer
            $0.participant = participant.reference
        }
    }
}

/// How it goes for somebody, known from a day on.
private struct Course {
    var status: OutcomeStatus
    var begins: Day
    var employer: Employer?
    var form: EmploymentForm?
    var subsidised: YesNoUnknown?
    var ends: Day?
    var studentAid: YesNoUnknown?
    /// Whether the employment is over again.
    var lost = false

    func outcome(
        on day: Day, code: String, source: OutcomeSource, filling: (inout MadeOutcome) -> Void
    ) -> MadeOutcome {
        var outcome = MadeOutcome(code: code, checkedOn: day, status: status, source: source)
        if lost || (begins > day && status != .unknown) {
            outcome.status = .seeking
        } else {
            outcome.employer = employer
            outcome.form = form
            outcome.subsidised = subsidised
            outcome.studentAid = studentAid
            outcome.from = status == .employed || status == .studying ? begins : nil
            outcome.to = ends
        }
        filling(&outcome)
        return outcome
    }
}

extension OutcomeMaker {
    fileprivate static func course(_ dice: inout Dice, after day: Day, completed: Bool) -> Course {
        var course = Course(status: .seeking, begins: day.adding(dice.number(1...60)))
        let roll = dice.number(1...100) + (completed ? 0 : 14)
        switch roll {
        case ...42:
            course.status = .employed
            course.employer = dice.pick(
                weighted: [(.host, 38), (.municipality, 26), (.other, 32), (.own, 4)] as [(Employer, Int)])
            if course.employer != .own {
                course.form = dice.pick(weighted: [
                    (.fixedTerm, 40), (.hourly, 26), (.permanent, 16), (.municipalLabourMarket, 12), (.apprentice, 6),
                ])
                course.subsidised = dice.pick(weighted: [(.no, 55), (.yes, 30), (.unknown, 15)])
            }
            // Some hourly work lasts for a fortnight only.
            if course.form == .hourly, dice.chance(40) { course.ends = course.begins.adding(13) }
        case 43...62:
            course.status = .studying
            course.studentAid = dice.pick(weighted: [(.yes, 60), (.no, 30), (nil, 10)])
        case 63...69: course.status = .furtherPlacement
        case 70...84: course.status = .seeking
        case 85...89: course.status = .other
        default: course.status = .unknown
        }
        return course
    }
}
