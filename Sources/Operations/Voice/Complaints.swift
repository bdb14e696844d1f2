public import Domain
import Postgres
public import Store

extension Operations {
    /// Takes a complaint about a placement, for the coordinator: the participant's own, or on a ground written down for them.
    /// What it says is in no log. Returns its code.
    @discardableResult
    public func complain(
        _ actor: Actor, _ placement: Code, _ words: OwnWords, onBehalf ground: AnswerGround? = nil,
        dryRun: Bool = false
    ) async throws -> Code {
        let actor = actor.speaking(ground)
        return try await change(actor, .complain, dryRun: dryRun) { connection in
            try actor.checkSpeaks(ground)
            let found = try await connection.placementToChange(placement, actor)
            let code = try await connection.newComplaintCode(actor.municipality)
            let id: Identifier<Complaint> = identifiers.next()
            try await connection.insertComplaint(
                code, actor.municipality, id: id, of: found.id, words, ground: ground, on: clock.today)
            var said = ["code": code.rawValue, "placement": placement.rawValue]
            said["ground"] = ground?.rawValue
            return Changed(code, AuditRecord(entity: "complaint", id: id, after: said))
        }
    }

    /// Complaints, the newest first; for the coordinator alone. Protected persons' are left out.
    ///
    /// - Parameter isOpen: only those that are to be handled, or only those that are; nil: all.
    public func complaints(
        _ actor: Actor, isOpen: Bool? = nil, page: PageRequest = PageRequest()
    ) async throws -> ListPage<ComplaintRecord> {
        try await read(actor, .readVoice) {
            try await $0.complaintPage(actor.municipality, isOpen: isOpen, page).orGone
        }
    }

    /// One complaint; a protected person's for named officers, and audited.
    public func complaint(_ actor: Actor, _ code: Code) async throws -> ComplaintRecord {
        let found = try await read(actor, .readVoice) { try await $0.theComplaint(code, actor) }
        if found.isProtected { try await viewProtected(actor, person: found.person) }
        return found
    }

    /// Says what was done about a complaint, which ends it. The note is in no log.
    public func handleComplaint(_ actor: Actor, _ code: Code, note: Line, dryRun: Bool = false) async throws {
        try await change(actor, .handleComplaint, dryRun: dryRun) { connection in
            let found = try await connection.theComplaint(code, actor)
            if found.isProtected, let refusal = Action.viewProtectedPerson.refusal(of: actor) { throw refusal }
            guard found.handledOn == nil else { throw Refusal.voice(.handledAlready) }
            try await connection.handleComplaint(found.id, actor.municipality, on: clock.today, note: note)
            return Changed(
                (),
                AuditRecord(
                    entity: "complaint", id: found.id, before: ["code": code.rawValue],
                    after: ["code": code.rawValue, "handled_on": clock.today.description]))
        }
    }
}

extension Connection {
    fileprivate func theComplaint(_ code: Code, _ actor: Actor) async throws -> ComplaintRecord {
        guard let found = try await complaint(code, actor.municipality) else {
            throw Refusal.noSuch(.complaint, code.rawValue)
        }
        return found
    }
}
