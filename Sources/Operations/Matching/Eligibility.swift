package import Domain
package import Store

/// The hard rules: whether a participant may take a slot on given days, and if not, every rule that stands in the way.
///
/// The same evaluation serves a match run, the re-check when it is decided, and a placement made without a run.
package struct Eligibility: Sendable {
    /// Hours of a full-time working day, where a slot or a participant states none: 8.
    package static let fullTimeMinutes = 480

    /// The first day of the round; nothing begins before it.
    package var roundStart: Day
    /// The fewest days a placement may last.
    package var minimumDays: Int
    /// Whether persons with protected identity are left out, as they are from everything automatic.
    package var leavesOutProtected: Bool

    package init(roundStart: Day, minimumDays: Int = 28, leavesOutProtected: Bool = true) {
        self.roundStart = roundStart
        self.minimumDays = minimumDays
        self.leavesOutProtected = leavesOutProtected
    }

    /// A match's days: from the latest of the slot's start, the round's start and the participant's availability, to the
    /// slot's end or the participant's, if that is earlier; none if nothing is left between.
    package func days(_ referral: ReferralFacts, _ slot: SlotFacts) -> Period? {
        let from = max(slot.period.from, roundStart, referral.availableFrom ?? .earliest)
        let to = min(slot.period.to, referral.availableTo ?? .latest)
        return try? Period(from: from, to: to)
    }

    /// Every rule that is not kept, in the order of `HardRule`; empty means eligible.
    ///
    /// - Parameters:
    ///   - supervisor: the slot's, where one has said how many they take.
    ///   - agreed: the days of a placement somebody asks for; those of the match if none are given.
    package func failures(
        _ person: PersonFacts, _ referral: ReferralFacts, _ slot: SlotFacts, supervisor: SupervisorFacts? = nil,
        on agreed: Period? = nil
    ) -> [RuleFailure] {
        var failures: [RuleFailure] = []
        if leavesOutProtected, person.isProtected { failures.append(.protected) }
        if slot.state != .offered { failures.append(.notOffered) }
        if slot.unconfirmedSince != nil { failures.append(.dormant) }
        let open = days(referral, slot)
        let days = agreed ?? open
        let fits = agreed.map { open?.contains($0) ?? false } ?? true
        let enough = fits && (days?.days ?? 0) >= minimumDays
        if !enough { failures.append(.dates(minimumDays: minimumDays)) }
        appendTime(referral, slot, to: &failures)
        let firstDay = days?.from ?? slot.period.from
        appendRequirements(referral, slot, firstDay: firstDay, to: &failures)
        if enough, let days {
            if person.busy.contains(where: days.overlaps) { failures.append(.clash) }
            if slot.freePlaces(during: days) < 1 { failures.append(.noPlace) }
            if let supervisor, !supervisor.hasRoom(during: days) { failures.append(.supervisorFull) }
        }
        if slot.demandsTraining == true, slot.lacksTraining(on: firstDay) { failures.append(.supervisorUntrained) }
        return failures
    }

    private func appendTime(_ referral: ReferralFacts, _ slot: SlotFacts, to failures: inout [RuleFailure]) {
        let missing = slot.weekdays.subtracting(referral.weekdays)
        if !missing.isEmpty { failures.append(.weekdays(missing: missing)) }
        let asked = slot.minutesPerDay ?? Self.fullTimeMinutes
        let available = referral.minutesPerDay ?? Self.fullTimeMinutes
        if asked > available { failures.append(.hours(asked: asked, available: available)) }
    }

    private func appendRequirements(
        _ referral: ReferralFacts, _ slot: SlotFacts, firstDay: Day, to failures: inout [RuleFailure]
    ) {
        if let required = slot.sfiRequired, !referral.sfiPassed.satisfies(required) {
            failures.append(.sfi(required: required, passed: referral.sfiPassed))
        }
        let missing = slot.licences.filter { !referral.licences.contains($0) }
        if !missing.isEmpty { failures.append(.licence(missing: missing.sorted())) }
        if let required = slot.minimumAge {
            let age = referral.birthDate?.age(on: firstDay)
            if (age ?? -1) < required { failures.append(.age(required: required, isKnown: age != nil)) }
        }
        if slot.recordCheck, (referral.recordCheckShownOn ?? .latest) > firstDay { failures.append(.recordCheck) }
        if let earmark = slot.earmark, earmark != referral.referrer { failures.append(.earmark(earmark)) }
        if let asked = slot.purpose, asked != referral.purpose {
            failures.append(.purpose(asked: asked, own: referral.purpose))
        }
    }
}

extension SlotFacts {
    /// Whether the supervisor, of whom training is asked, is not trained by the first day.
    func lacksTraining(on firstDay: Day) -> Bool {
        trainedFrom.map { $0 > firstDay } ?? false
    }
}
