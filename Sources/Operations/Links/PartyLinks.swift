public import Domain
public import FoundationEssentials
import Postgres
import Secrets
import Store

/// Where the pages answer to parties' links.
public enum PartyLinkPath {
    /// A token comes after it.
    public static let folder = "/l/"
}

/// A link that somebody came with, and that is open: what it asks, of whom, about what.
public struct OpenedLink: Sendable {
    public let id: Identifier<PartyLink>
    public let purpose: PartyPurpose
    public let party: Party
    /// Whoever has the link, bounded to the record it was made for.
    public let actor: Actor
    public let placement: Identifier<Placement>?
    public let slot: Identifier<Slot>?
    public let unit: Identifier<OrganisationUnit>?
    public let expiresAt: Date
    /// What its message was written in.
    public let language: Language
    /// Whose it is, where that is a participant.
    var participant: Identifier<Participant>?
}

extension Operations {
    /// What a link asks; changes nothing, however often it is opened.
    ///
    /// A link that is used, too old, taken back, altered or unknown is all the same, nil: it is counted by the address it came
    /// from and put on record, and after too many this throws `Refusal.signInLimited`. One that is open is not counted.
    ///
    /// - Parameter text: what comes after ``PartyLinkPath/folder``.
    public func openLink(_ text: String, from address: String) async throws -> OpenedLink? {
        if let opened = try await openedPartyLink(text) { return opened }
        try await noteClosedLink(text, from: address)
        return nil
    }

    /// Does what a link asks and uses it up, in one transaction: both, or neither.
    ///
    /// - Parameters:
    ///   - stays: whether the link is open afterwards too, as one is that stands until it is too old.
    ///   - body: is given operations of that transaction and acts as `opened.actor`. A refusal takes everything back, and the
    ///     link stays open.
    /// - Throws: `Refusal.account(.linkInvalid)` where it is no longer open, such as the second of two at once.
    public func useLink<Result: Sendable>(
        _ text: String, from address: String, stays: Bool = false,
        _ body: (Operations, OpenedLink) async throws -> Result
    ) async throws -> Result {
        guard let opened = try await openedPartyLink(text) else {
            try await noteClosedLink(text, from: address)
            throw Refusal.account(.linkInvalid)
        }
        let actor = opened.actor
        return try await together(actor) { operations, _ in
            let record = AuditRecord(
                entity: "party_link", id: opened.id, after: ["code": opened.purpose.rawValue, "link": "used"])
            try await operations.change(actor, .usePartyLink) { connection in
                let now = clock.now()
                guard
                    stays
                        ? try await connection.holdPartyLink(opened.id, actor.municipality, at: now)
                        : try await connection.usePartyLink(opened.id, actor.municipality, at: now)
                else {
                    throw Refusal.account(.linkInvalid)
                }
                return Changed((), record)
            }
            return try await body(operations, opened)
        }
    }

    private func openedPartyLink(_ text: String) async throws -> OpenedLink? {
        guard let token = Token(.person, text) else { return nil }
        let municipality = token.municipality
        let found = try await pool.transaction(for: municipality, by: "–", readOnly: true) { connection in
            try await connection.openPartyLink(
                token.id, municipality, secretHash: token.secret.hash, at: clock.now())
        }
        guard let found, let actor = try await actor(of: found, municipality) else { return nil }
        return OpenedLink(
            id: found.id, purpose: found.purpose, party: found.party, actor: actor, placement: found.placement,
            slot: found.slot, unit: found.unit, expiresAt: found.expiresAt, language: found.language,
            participant: found.party == .participant ? Identifier(found.recipient) : nil)
    }

    private func actor(of link: PartyLinkRecord, _ municipality: MunicipalityCode) async throws -> Actor? {
        guard let name = link.name else { return nil }
        var actor = Actor(name: name, role: link.party.role, municipality: municipality)
        switch link.party {
        case .host: actor.unit = Identifier(link.recipient)
        case .supervisor: actor.supervisor = Identifier(link.recipient)
        case .referrer: actor.referrer = Identifier(link.recipient)
        case .participant:
            actor.person = try await pool.transaction(for: municipality, by: "–", readOnly: true) { connection in
                try await connection.personOfParticipant(Identifier(link.recipient), municipality)
            }
            guard actor.person != nil else { return nil }
        case .coordinator: return nil
        }
        return actor
    }

    private func noteClosedLink(_ text: String, from address: String) async throws {
        guard let token = Token(.person, text) else { return }
        let municipality = token.municipality
        let keys = SignInKeys(account: "link " + token.id.uuidString, address: address)
        let (verdict, isKnown) = try await pool.transaction(for: municipality, by: "–") { connection in
            (
                try await countAttempt(connection, municipality, keys),
                try await connection.hasPartyLink(token.id, municipality)
            )
        }
        try await demandAllowed(verdict, municipality, .usePartyLink)
        let record = AuditRecord(
            entity: "party_link", id: isKnown ? token.id : nil,
            after: ["refusal": Refusal.account(.linkInvalid).code])
        try await auditVisitor(record, municipality, .usePartyLink)
    }
}
