public import Domain
public import Store

/// An agreement as whoever is to approve it by a link sees it.
public struct AskedAgreement: Sendable {
    public let code: Code
    public let version: AgreementVersion
    /// What it says otherwise than the version before it; empty for the first.
    public let changes: [AgreementTerms.Part]
    /// Who comes, for the host; for the referrer, its own reference.
    public let who: String?
    /// Whom to ask, where the one who proposed it has an address.
    public let coordinatorEmail: EmailAddress?
}

extension Operations {
    /// The version that an open link asks about; refused where none awaits the party's word any more.
    public func askedAgreement(_ opened: OpenedLink) async throws -> AskedAgreement {
        let actor = opened.actor
        return try await read(actor, .usePartyLink) { connection in
            guard let id = opened.placement, let code = try await connection.placementCode(id, actor.municipality)
            else { throw Refusal.account(.linkInvalid) }
            let found = try await connection.placementInReach(code, actor, orAwaited: true)
            let sheet = try await connection.agreementSheet(found, actor)
            guard let pending = sheet.pending, let party = AgreementParty(of: actor.role),
                pending.missingApprovals.contains(party)
            else { throw Refusal.account(.linkInvalid) }
            let who: String? =
                switch party {
                case .host: sheet.background.givenName?.rawValue
                case .referrer: found.placement.participant.rawValue
                case .participant: nil
                }
            return AskedAgreement(
                code: code, version: pending, changes: sheet.changes(of: pending), who: who,
                coordinatorEmail: sheet.background.proposerEmail)
        }
    }
}
