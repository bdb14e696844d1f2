public import Domain
import Postgres
public import Store

/// A message with every attempt at sending it.
public struct MessageSheet: Sendable {
    public let message: MessageRecord
    public let attempts: [AttemptRecord]
}

extension Operations {
    /// The outbox, the newest first, so many at most. What concerns protected persons is left out.
    public func messages(_ actor: Actor, state: MessageState? = nil, limit: Int = 500) async throws -> [MessageRecord] {
        try await read(actor, .listMail) { connection in
            try await connection.messages(actor.municipality, state: state, limit: limit)
        }
    }

    /// How many messages stand in each state.
    public func messageCounts(_ actor: Actor) async throws -> [MessageState: Int] {
        try await read(actor, .listMail) { try await $0.messageCounts(actor.municipality) }
    }

    /// One message with its attempts.
    public func message(_ actor: Actor, _ id: Identifier<OutboxMessage>) async throws -> MessageSheet {
        try await read(actor, .listMail) { connection in
            MessageSheet(
                message: try await connection.shownMessage(id, actor.municipality),
                attempts: try await connection.attempts(of: id, actor.municipality))
        }
    }

    /// Sends a message anew: one that was sent, that failed, or that waits for its next attempt. It keeps its Message-ID, and its
    /// link opens what it opened.
    public func resendMessage(_ actor: Actor, _ id: Identifier<OutboxMessage>, dryRun: Bool = false) async throws {
        try await change(actor, .manageMail, dryRun: dryRun) { connection in
            let found = try await connection.messageToChange(id, actor.municipality)
            guard [.sent, .failed, .waiting].contains(found.state) else {
                throw Refusal.messageOver(found.state)
            }
            try await connection.repostMessage(id, actor.municipality, at: clock.now())
            return Changed((), AuditRecord(message: found, becomes: .waiting))
        }
    }

    /// Takes back a message that waits: it is never sent.
    public func withdrawMessage(_ actor: Actor, _ id: Identifier<OutboxMessage>, dryRun: Bool = false) async throws {
        try await change(actor, .manageMail, dryRun: dryRun) { connection in
            let found = try await connection.messageToChange(id, actor.municipality)
            guard found.state == .waiting else { throw Refusal.messageOver(found.state) }
            try await connection.endMessage(id, actor.municipality, as: .revoked, at: clock.now())
            return Changed((), AuditRecord(message: found, becomes: .revoked))
        }
    }
}

extension Connection {
    fileprivate func shownMessage(
        _ id: Identifier<OutboxMessage>, _ municipality: MunicipalityCode
    ) async throws -> MessageRecord {
        guard let found = try await messages(municipality, id: id).first else {
            throw Refusal.noSuch(.message, id.description)
        }
        return found
    }

    /// Its row locked; while it is being sent that is waited for.
    fileprivate func messageToChange(
        _ id: Identifier<OutboxMessage>, _ municipality: MunicipalityCode
    ) async throws -> MessageRecord {
        _ = try await lockMessage(id, municipality)
        return try await shownMessage(id, municipality)
    }
}

extension AuditRecord {
    fileprivate init(message: MessageRecord, becomes state: MessageState) {
        self.init(
            entity: "message", id: message.id,
            before: ["code": message.kind.rawValue, "state": message.state.rawValue],
            after: ["code": message.kind.rawValue, "state": state.rawValue])
    }
}
