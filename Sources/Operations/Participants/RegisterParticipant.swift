public import Domain
import FoundationEssentials
import Postgres
public import Store

extension Operations {
    /// Registers one new participant: a file of one row, held to the same rules and sentences.
    ///
    /// - Parameter fields: Values by the file columns' names; `registered_on` is today where it is left out.
    @discardableResult
    public func registerParticipant(
        _ actor: Actor, referrer: Code, reference: Code, fields: [String: String], dryRun: Bool = false
    ) async throws -> ParticipantDetail {
        try await change(actor, .registerParticipant, dryRun: dryRun) { connection in
            try await connection.checkReach(of: referrer, actor, .registerParticipant)
            let filter = ParticipantFilter(referrerCode: referrer, reference: reference)
            guard try await connection.participants(actor.municipality, filter).isEmpty else {
                throw Refusal.codeTaken(.participant)
            }
            var fields = try await connection.withKnownWishes(fields, actor)
            fields["referrer"] = referrer.rawValue
            fields["reference"] = reference.rawValue
            fields["registered_on"] = fields["registered_on"] ?? clock.today.description
            guard
                let written = try await importRow(connection, actor, .registerParticipant, .participants, fields),
                written.isNew, let made = try await connection.participants(actor.municipality, filter).first
            else { throw Refusal.codeTaken(.participant) }
            try await connection.insertAuditValue(
                before: nil, after: made.auditFields, entry: written.entry, actor.municipality)
            return Changed(made, records: [])
        }
    }

    /// Changes what a referral says: the fields that are given, by the file columns' names, an empty text empties; the others
    /// stay. Held to the same rules and sentences as a file of one row: `Refusal.importFaults` names the columns.
    ///
    /// A number that is another's moves the referral to that person, as an import does. A protected person's referral is
    /// changed by those alone who may see it, and the look is on record. Returns it as it then stands.
    @discardableResult
    public func changeParticipant(
        _ actor: Actor, referrer: Code, reference: Code, fields: [String: String], expecting version: Version? = nil,
        dryRun: Bool = false
    ) async throws -> ParticipantDetail {
        try await change(actor, .changeParticipant, dryRun: dryRun) { connection in
            let old = try await connection.participantToChange(referrer, reference, actor)
            try old.participant.version.check(version, .participant, "\(referrer)/\(reference)")
            var fields = try await connection.withKnownWishes(fields, actor, besides: old.participant.wishes)
            fields["referrer"] = referrer.rawValue
            fields["reference"] = reference.rawValue
            fields["registered_on"] =
                fields["registered_on"].flatMap { $0.isEmpty ? nil : $0 } ?? old.participant.registeredOn.description
            let written = try await importRow(connection, actor, .changeParticipant, .participants, fields)
            guard let written else { return Changed(old, records: old.lookRecords) }
            let filter = ParticipantFilter(referrerCode: referrer, reference: reference)
            guard let new = try await connection.participants(actor.municipality, filter).first else {
                throw Refusal.noSuch(.participant, "\(referrer)/\(reference)")
            }
            let (before, after) = (old.auditFields, new.auditFields)
            try await connection.insertAuditValue(
                before: before.filter { after[$0.key] != $0.value || $0.key == "code" },
                after: after.filter { before[$0.key] != $0.value || $0.key == "code" },
                entry: written.entry, actor.municipality)
            return Changed(new, records: old.lookRecords)
        }
    }
}

extension ParticipantDetail {
    fileprivate var auditFields: [String: String] {
        var fields = participant.auditFields
        fields["code"] = "\(participant.referrer)/\(participant.reference)"
        return fields
    }

    /// That a protected person was looked at while being changed.
    var lookRecords: [AuditRecord] {
        isPersonProtected ? [AuditRecord(entity: "person", id: personID)] : []
    }
}

extension Connection {
    /// The fields as a referrer may mean them: a wish for a slot that is not on offer, and so not theirs to know of, becomes
    /// one for a slot that is not there, and is refused as such.
    fileprivate func withKnownWishes(
        _ fields: [String: String], _ actor: Actor, besides wished: [Code] = []
    ) async throws -> [String: String] {
        guard actor.role == .referrer, let text = fields["wishes"], !text.isEmpty else { return fields }
        var wishes = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        for (place, wish) in wishes.enumerated() {
            guard let code = try? Code(wish), !wished.contains(code),
                let found = try await slots(actor.municipality, SlotFilter(code: code)).first,
                found.slot.state != .offered
            else { continue }
            wishes[place] = UUID().uuidString
        }
        var fields = fields
        fields["wishes"] = wishes.joined(separator: "|")
        return fields
    }

    fileprivate func checkReach(of referrer: Code, _ actor: Actor, _ action: Action) async throws {
        guard let own = try actor.referrerScope else { return }
        guard try await referrers(actor.municipality, code: referrer).first?.id == own else {
            throw Refusal.outsideScope(action)
        }
    }

    /// The referral for a change, its row locked, within the actor's reach.
    func participantToChange(
        _ referrer: Code, _ reference: Code, _ actor: Actor
    ) async throws -> ParticipantDetail {
        let found = try await participantInReach(referrer, reference, actor)
        if found.isPersonProtected, let refusal = Action.viewProtectedPerson.refusal(of: actor) { throw refusal }
        try await lockParticipant(found.id, actor.municipality)
        // Read again behind the lock: it may have been waited for.
        return try await participantInReach(referrer, reference, actor)
    }
}
