package import Domain
import FoundationEssentials
import Mail
import Postgres
import Secrets
import Store

/// What came of looking for a message to send.
enum Claim: Sendable {
    /// Nothing is due that nobody else has in hand.
    case nothing
    /// One was due and is not sent now: held, withheld, revoked, without an address.
    case setAside
    case ready(ClaimedMessage)
}

/// A message about to be sent: the attempt is on record, and the secret in its link opens it.
struct ClaimedMessage: Sendable {
    let id: Identifier<OutboxMessage>
    let ordinal: Int
    let message: MailMessage
}

extension Operations {
    /// Takes the next message that is due and prepares an attempt at it, in a transaction of its own: so that whatever becomes of
    /// the attempt, the link that travels with it opens.
    func claimMessage(_ municipality: MunicipalityCode, for office: MailOffice) async throws -> Claim {
        let clerk = Actor.clock(municipality)
        return try await pool.transaction(for: municipality, by: clerk.name) { connection in
            let now = clock.now()
            guard let due = try await connection.lockDueMessage(municipality, at: now) else { return .nothing }
            if due.isProtected {
                try await connection.endMessage(due.id, municipality, as: .withheld, at: now)
                try await connection.insertAudit(
                    AuditRecord(
                        entity: "message", id: due.id, after: ["code": due.kind.rawValue, "state": "withheld"]),
                    actor: clerk, action: Action.sendMail.rawValue, outcome: .done, id: identifiers.next())
                return .setAside
            }
            guard due.isOpen else {
                try await connection.endMessage(due.id, municipality, as: .revoked, at: now)
                return .setAside
            }
            let ordinal = due.attempts + 1
            guard let address = due.address.flatMap({ try? EmailAddress($0) }) else {
                try await connection.beginAttempt(
                    due.id, municipality, ordinal: ordinal, at: now, next: now, outcome: .noAddress)
                try await connection.endMessage(due.id, municipality, as: .failed, at: now)
                return .setAside
            }
            let today = SwedishTime.start(of: clock.today)
            let tried = try await connection.messagesTried(
                to: due.recipient, municipality, since: today, but: due.id)
            guard tried < office.rules.perRecipientAndDay else {
                try await connection.holdMessage(
                    due.id, municipality, until: SwedishTime.start(of: clock.today.adding(1)))
                return .setAside
            }
            let link = try await mintLink(due, municipality, office, connection)
            try await connection.beginAttempt(
                due.id, municipality, ordinal: ordinal, at: now,
                next: now.addingTimeInterval(office.rules.silence.interval))
            let name = try await connection.municipalitySettings(municipality).name?.rawValue ?? municipality.rawValue
            let message = try written(due, to: address, link: link, municipality: name, office)
            return .ready(ClaimedMessage(id: due.id, ordinal: ordinal, message: message))
        }
    }

    private func mintLink(
        _ due: DueMessage, _ municipality: MunicipalityCode, _ office: MailOffice, _ connection: Connection
    ) async throws -> String? {
        guard let link = due.link else { return nil }
        let token = Token(.person, municipality: municipality, id: link.rawValue)
        try await connection.insertLinkSecret(link, municipality, hash: token.secret.hash, at: clock.now())
        return office.base + PartyLinkPath.folder + token.text
    }

    private func written(
        _ due: DueMessage, to address: EmailAddress, link: String?, municipality: String, _ office: MailOffice
    ) throws -> MailMessage {
        // A subject is one line of 1,000 characters at most; a unit's name may itself be so long.
        let unit = due.unitName.map { String($0.rawValue.prefix(200)) }
        let facts = MessageFacts(unit: unit, day: due.day, link: link, municipality: municipality)
        return MailMessage(
            id: MessageID(due.id.rawValue, of: office.sender),
            from: MailSender(office.sender, name: try Line("Praktik \(municipality.prefix(200))")), to: address,
            subject: try Line(MessageTexts.subject(due.kind, facts)[due.language]),
            body: MessageTexts.body(due.kind, facts)[due.language], language: due.language, date: clock.now())
    }
}

extension Actor {
    /// What happens by itself, when its time has come.
    package static func clock(_ municipality: MunicipalityCode) -> Actor {
        Actor(name: "klockan", role: .clock, municipality: municipality)
    }
}
