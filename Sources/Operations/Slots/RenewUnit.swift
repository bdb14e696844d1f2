public import Domain
import Postgres
public import Store

/// What became of one of a unit's slots when the year's were offered again.
public enum RenewalFate: Sendable, Hashable {
    case renewed(Code, Period)
    /// It was before, as this slot.
    case renewedAlready(Code)
    /// "Not this year, because …"
    case declined(NoRenewalReason)
    /// It was never offered, or was taken back.
    case notOffered(SlotState)
    /// Nothing new of its kind is decided any more.
    case kindClosed
    /// Another slot has the code that it would get.
    case codeTaken(Code)

    /// The fate's name in JSON.
    public var name: String {
        switch self {
        case .renewed: "renewed"
        case .renewedAlready: "renewed_already"
        case .declined: "declined"
        case .notOffered: "not_offered"
        case .kindClosed: "kind_closed"
        case .codeTaken: "code_taken"
        }
    }

    /// The slot that it is next year, if it is.
    public var code: Code? {
        switch self {
        case .renewed(let code, _), .renewedAlready(let code): code
        default: nil
        }
    }

    public var phrase: Phrase {
        switch self {
        case .renewed(let code, let period):
            Phrase(sv: "förnyad som \(code), \(period)", en: "renewed as \(code), \(period)")
        case .renewedAlready(let code): Phrase(sv: "redan förnyad som \(code)", en: "already renewed as \(code)")
        case .declined(let reason): Phrase(sv: "inte i år: \(reason.label.sv)", en: "not this year: \(reason.label.en)")
        case .notOffered(let state): Phrase(sv: "förnyas inte: \(state.label.sv)", en: "not renewed: \(state.label.en)")
        case .kindClosed: Phrase(sv: "förnyas inte: slaget är avslutat", en: "not renewed: the kind is closed")
        case .codeTaken(let code):
            Phrase(
                sv: "inte förnyad: koden \(code) är tagen; förnya den för sig med en annan kod",
                en: "not renewed: the code \(code) is taken; renew it by itself with another code")
        }
    }
}

/// What became of every slot of a unit and those below it that began in a year.
public struct UnitRenewal: Sendable {
    public struct Line: Sendable {
        public let slot: SlotDetail
        public let fate: RenewalFate
    }

    public let unit: Code
    public let year: Int
    /// By their first day, then their code.
    public let slots: [Line]
    /// The supervisors of those renewed, if every place were filled.
    public let supervisors: [SupervisorLoad]

    public var renewed: Int {
        slots.count { if case .renewed = $0.fate { true } else { false } }
    }
}

extension Operations {
    /// "Same as last year" for a whole unit: every slot of it and of those below it that began in the year is offered for the
    /// same days a year later, all in one transaction. What is renewed already, or is not to be, stays as it is, so that doing
    /// it twice changes nothing.
    public func renewUnit(
        _ actor: Actor, _ unit: Code, fromYear year: Int, dryRun: Bool = false
    ) async throws -> UnitRenewal {
        try await change(actor, .renewSlot, dryRun: dryRun) { connection in
            let units = try await connection.units(unit, for: actor)
            // In the order of their keys, as everything that takes several takes them: what waits is renewed once.
            let period: Period
            do { period = try Period(year: year) } catch let error as ValueError {
                throw Refusal.value("from_year", error)
            }
            try await connection.lockSlots(beginningIn: period, units: units ?? [], actor.municipality)
            let found = try await connection.renewals(actor.municipality, beginningIn: period, units: units ?? [])
            var taken = try await connection.takenSlotCodes(
                try found.filter(\.isRenewable).map { try $0.wanted().code }, actor.municipality)
            var lines: [UnitRenewal.Line] = []
            var renewals: [Renewal] = []
            for slot in found {
                var fate = slot.fate
                if fate == nil {
                    let wanted = try slot.wanted()
                    if taken.insert(wanted.code).inserted {
                        renewals.append(wanted)
                        fate = .renewed(wanted.code, wanted.period)
                    } else {
                        fate = .codeTaken(wanted.code)
                    }
                }
                if let fate { lines.append(UnitRenewal.Line(slot: slot.detail, fate: fate)) }
            }
            let loads = try await connection.loads(renewals, actor.municipality)
            let records = try await renew(renewals, connection)
            return Changed(UnitRenewal(unit: unit, year: year, slots: lines, supervisors: loads), records: records)
        }
    }
}

extension RenewalStanding {
    fileprivate var isRenewable: Bool { fate == nil }

    /// What has become of it already or keeps it from being offered again; nil if nothing does.
    fileprivate var fate: RenewalFate? {
        if let renewedAs { return .renewedAlready(renewedAs) }
        if let declined { return .declined(declined) }
        guard detail.slot.state == .offered || detail.slot.state == .closed else {
            return .notOffered(detail.slot.state)
        }
        return detail.slot.kind == .extratjanst ? .kindClosed : nil
    }

    fileprivate func wanted() throws -> Renewal {
        let period = try detail.slot.period.nextYear
        return Renewal(from: detail, code: try detail.slot.code.renewed(for: period.from.year), period: period)
    }
}
