public import Domain
import Postgres
import Store

/// Why places on offer stand free and why people wait, by the records as they stand: who could have what from today on.
public struct ReasonsNow: Sendable {
    fileprivate let slots: [Code: Phrase]
    fileprivate let people: [String: Phrase]

    /// Of the slots and people asked about; nothing of others.
    public func slot(_ code: Code) -> Phrase? { slots[code] }

    /// - Parameter label: the referral, `REFERRER/REFERENCE`.
    public func person(_ label: String) -> Phrase? { people[label] }
}

extension Operations {
    /// How those who could come stand to a slot on offer, by the records as they stand; nil when it is not on offer.
    public func slotNow(_ actor: Actor, _ code: Code) async throws -> Phrase? {
        try await read(actor, .listRuns) { connection in
            let (municipality, today) = (actor.municipality, clock.today)
            let settings = try await connection.municipalitySettings(municipality)
            let onOffer = try await connection.matchSlots(
                municipality, endingFrom: today, takenFrom: today, rules: settings.slotRules(today), code: code)
            guard !onOffer.isEmpty else { return nil }
            let parameters = settings.parameters(roundStart: today)
            let inputs = try await connection.matchInputs(municipality, settings, parameters, slot: code, today: today)
            return MatchQuestion(inputs, parameters).slotsNow([code])[code]
        }
    }

    /// How somebody who waits stands to the slots on offer, by the records as they stand.
    ///
    /// - Parameter referral: one of the person's.
    public func personNow(_ actor: Actor, _ referral: ReferralLabel) async throws -> Phrase? {
        try await read(actor, .listRuns) { connection in
            let settings = try await connection.municipalitySettings(actor.municipality)
            let parameters = settings.parameters(roundStart: clock.today)
            let inputs = try await connection.matchInputs(
                actor.municipality, settings, parameters, person: referral, today: clock.today)
            return MatchQuestion(inputs, parameters).peopleNow()[referral.description]
        }
    }
}

extension Connection {
    /// - Parameter people: referrals, `REFERRER/REFERENCE`.
    func reasonsNow(
        _ municipality: MunicipalityCode, slots: [Code], people: [String], today: Day
    ) async throws -> ReasonsNow {
        let settings = try await municipalitySettings(municipality)
        let parameters = settings.parameters(roundStart: today)
        let all = try await matchInputs(municipality, settings, parameters, today: today)
        // Who is asked about stands to everything there is, but nothing else to anything: the cost goes by what is shown.
        var shownSlots = all
        shownSlots.slots = all.slots.filter { slots.contains($0.code) }
        var shownPeople = all
        shownPeople.people = all.people.filter { $0.referrals.contains { people.contains($0.label) } }
        return ReasonsNow(
            slots: MatchQuestion(shownSlots, parameters).slotsNow(slots),
            people: MatchQuestion(shownPeople, parameters).peopleNow())
    }
}

extension MatchQuestion {
    fileprivate func slotsNow(_ codes: [Code]) -> [Code: Phrase] {
        let weeks = Phrase.weeks(parameters.minimumDays / 7)
        let tooShort = Phrase(
            sv: "Mindre än \(weeks.sv) kvar; ingen ny praktik ryms.",
            en: "Less than \(weeks.en) left; no new placement fits.")
        return Dictionary(uniqueKeysWithValues: codes.map { ($0, slot(coded: $0).map(slotNow) ?? tooShort) })
    }

    /// How many could have it; where nobody can, the one requirement that keeps most from it.
    private func slotNow(_ slot: Int) -> Phrase {
        if let since = inputs.slots[slot].unconfirmedSince {
            return Phrase(
                sv: "Vilande: erbjudandet är inte bekräftat sedan \(since). Det är med igen när det bekräftas.",
                en: "Dormant: the offer has not been confirmed since \(since). It is back when it is confirmed.")
        }
        let eligible = options.count { $0[slot] != nil }
        if eligible > 0 {
            return Phrase(
                sv: "\(eligible) deltagare uppfyller kraven.",
                en: eligible == 1 ? "1 participant meets its rules." : "\(eligible) participants meet its rules.")
        }
        let alone = nearMisses.compactMap { $0.first { $0.slot == slot }?.failure.rule }
        let most = Dictionary(grouping: alone) { $0 }
            .max { ($0.value.count, $1.key.rawValue) < ($1.value.count, $0.key.rawValue) }
        guard let (rule, whom) = most else {
            return Phrase(
                sv: "Ingen uppfyller kraven, och ingen är nära.", en: "Nobody meets its rules, nor comes close.")
        }
        let asked = rule.asked(by: inputs.slots[slot])
        return Phrase(
            sv: "Ingen uppfyller kraven; \(whom.count) deltagare faller bara på \(asked.sv).",
            en:
                "Nobody meets its rules; \(whom.count) participant\(whom.count == 1 ? " fails" : "s fail") only on \(asked.en)."
        )
    }

    fileprivate func peopleNow() -> [String: Phrase] {
        Dictionary(
            inputs.people.enumerated().flatMap { person, facts in
                let now = personNow(person)
                return facts.referrals.map { ($0.label, now) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// How many slots would do; where none does, what keeps the person from the most free places.
    private func personNow(_ person: Int) -> Phrase {
        guard options[person].isEmpty else {
            let count = options[person].count
            return Phrase(
                sv: "Behörig till \(count == 1 ? "1 ledig plats" : "\(count) lediga platser").",
                en: "Eligible for \(count == 1 ? "1 slot" : "\(count) slots") with free places.")
        }
        guard !inputs.slots.isEmpty else {
            return Phrase(sv: "Inga lediga platser just nu.", en: "No free places just now.")
        }
        let groups = nearMissesByRule(person).map { failure, misses in
            (failure, places: misses.reduce(0) { $0 + (failure.isFull ? 1 : $1.freePlaces) })
        }
        let misses = groups.sorted { ($1.places, $0.0.rule.rawValue) < ($0.places, $1.0.rule.rawValue) }
            .map { (rule: $0.0.rule, text: $0.0.nearMiss(places: $0.places)) }
        return reason(person, misses).text
    }
}

extension HardRule {
    /// What somebody fails on at a slot, after "on": `körkort B`, `veckodagarna`.
    fileprivate func asked(by slot: SlotFacts) -> Phrase {
        switch self {
        case .sfi: slot.sfiRequired?.label ?? label
        case .licence: Keyword.licences(slot.licences)
        case .dates: Phrase(sv: "dagarna", en: "the days")
        case .weekdays: Phrase(sv: "veckodagarna", en: "the weekdays")
        case .hours: Phrase(sv: "timmarna om dagen", en: "the hours a day")
        case .age: Phrase(sv: "åldern", en: "the age")
        case .recordCheck: Phrase(sv: "utdraget ur belastningsregistret", en: "the extract from the criminal records")
        case .earmark: Phrase(sv: "att platsen är avsatt", en: "the earmark")
        case .purpose: Phrase(sv: "syftet", en: "the purpose")
        case .clash: Phrase(sv: "en annan praktik", en: "another placement")
        case .place: Phrase(sv: "att andra har platserna", en: "others having the places")
        case .supervisor: Phrase(sv: "handledarens antal", en: "the supervisor's number")
        case .training: Phrase(sv: "handledarens utbildning", en: "the supervisor's training")
        case .protected, .offered, .dormant: label
        }
    }
}
