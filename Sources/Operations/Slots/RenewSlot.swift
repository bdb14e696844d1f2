public import Domain
import Postgres
import Store

extension Operations {
    /// "Same as last year": a new slot like an earlier one, offered and confirmed today, for the same weeks or days
    /// a year later (`Period.nextYear`) or the period given. Returns the new slot's code: the one given, else the old one's with the new year.
    public func renewSlot(
        _ actor: Actor, _ code: Code, newCode: Code? = nil, period: Period? = nil, places: Capacity? = nil,
        expecting version: Version? = nil, dryRun: Bool = false
    ) async throws -> Code {
        try await change(actor, .renewSlot, dryRun: dryRun) { connection in
            let found = try await connection.slotToChange(code, actor)
            try found.slot.version.check(version, .slot, code.rawValue)
            var renewed = found.slot
            renewed.period = try period ?? found.slot.period.nextYear
            renewed.code = try newCode ?? renewed.code.renewed(for: renewed.period.from.year)
            if let places { renewed.places = places }
            renewed.state = .offered
            renewed.offeredOn = clock.today
            renewed.withdrawnOn = nil
            renewed.withdrawnReason = nil
            let id: Identifier<Slot> = identifiers.next()
            let inserted = try await connection.insert(
                renewed, id: id, confirmedOn: clock.today, renewedFrom: found.id)
            guard inserted else { throw try await connection.missingReference(renewed) }
            var after = renewed.auditFields
            after["renewed_from"] = code.rawValue
            return Changed(renewed.code, AuditRecord(entity: "slot", id: id, after: after))
        }
    }
}

extension Code {
    /// `PARK-1` becomes `PARK-1-2027`, `PARK-1-2026` becomes `PARK-1-2027`.
    func renewed(for year: Int) throws(ValueError) -> Code {
        let parts = rawValue.split(separator: "-", omittingEmptySubsequences: false)
        if parts.count > 1, let last = parts.last, last.count == 4, let old = Int(last), (1990...2200).contains(old) {
            return try Code(parts.dropLast().joined(separator: "-") + "-\(year)")
        }
        return try Code(rawValue + "-\(year)")
    }
}
