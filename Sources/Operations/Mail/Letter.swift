package import Domain
package import FoundationEssentials
package import Postgres
import Store

/// A message to be put into the outbox with ``Postgres/Connection/post(_:_:at:)``.
package struct Letter: Sendable {
    /// Whose side, and which record of it: the address is looked up there when the message is sent.
    package enum Recipient: Sendable {
        case host(Identifier<OrganisationUnit>)
        case supervisor(Identifier<Supervisor>)
        case participant(Identifier<Participant>)
        case referrer(Identifier<Referrer>)
        case coordinator(Identifier<UserAccount>)
    }

    package enum Subject: Sendable {
        case placement(Identifier<Placement>)
        case slot(Identifier<Slot>)
        case unit(Identifier<OrganisationUnit>)
    }

    package let kind: MessageKind
    package let to: Recipient
    package let about: Subject
    /// The date that it tells; which, its text says.
    package var day: Day?
    package var language = Language.swedish
    /// What its link is for and how long it opens; nil: it has none.
    package var link: (purpose: PartyPurpose, until: Date)?
    /// What happened, in words that are the same for whoever notices it: `start_report:PLACEMENT:DAY`. A second letter with the
    /// same key is not posted. No personal data.
    package let key: String

    package init(
        _ kind: MessageKind, to: Recipient, about: Subject, day: Day? = nil, language: Language = .swedish,
        link: (purpose: PartyPurpose, until: Date)? = nil, key: String
    ) {
        self.kind = kind
        self.to = to
        self.about = about
        self.day = day
        self.language = language
        self.link = link
        self.key = key
    }
}

extension Connection {
    /// Puts a letter into the outbox: how other operations send mail.
    ///
    /// Call it in the body of ``Operations/change(_:_:dryRun:outcome:_:)``, with the change that causes it: both are committed or
    /// neither, and a dry run takes it back. The daemons send it afterwards, with a link of its own making where `link` says so.
    /// To have more than one at once, say what they are by a query: `postMessages`.
    ///
    /// A new kind of letter is a case of `MessageKind` with its label, its texts in ``MessageTexts``, and nothing else; a new
    /// purpose of a link is a case of `PartyPurpose` and a page among the web's `LinkPages`. A link that is no longer to be
    /// answered is taken back with `revokePartyLinks`: letters that still wait are then not sent.
    ///
    /// - Returns: Whether it was posted: not twice under one key, and nothing to or about a protected person.
    @discardableResult
    package func post(_ letter: Letter, _ municipality: MunicipalityCode, at now: Date) async throws -> Bool {
        let (party, recipient): (Party, UUID) =
            switch letter.to {
            case .host(let id): (.host, id.rawValue)
            case .supervisor(let id): (.supervisor, id.rawValue)
            case .participant(let id): (.participant, id.rawValue)
            case .referrer(let id): (.referrer, id.rawValue)
            case .coordinator(let id): (.coordinator, id.rawValue)
            }
        var subject: (placement: UUID?, slot: UUID?, unit: UUID?) = (nil, nil, nil)
        switch letter.about {
        case .placement(let id): subject.placement = id.rawValue
        case .slot(let id): subject.slot = id.rawValue
        case .unit(let id): subject.unit = id.rawValue
        }
        let posted = try await postMessages(
            letter.kind, to: party, link: letter.link?.purpose, municipality, at: now,
            from: """
                SELECT \(recipient) AS recipient_id, \(subject.placement) AS placement_id, \(subject.slot) AS slot_id,
                    \(subject.unit) AS unit_id, \(letter.day) AS day, \(letter.language) AS language,
                    \(letter.key) AS dedupe_key, \(letter.link?.until ?? now) AS expires_at
                """)
        return posted == 1
    }

    /// Asks both sides of new proposals for their answer; letters about protected persons are not written.
    ///
    /// - Parameter expiry: until when the links open.
    package func postProposals(
        _ placements: [Identifier<Placement>], _ municipality: MunicipalityCode, at now: Date, until expiry: Date
    ) async throws {
        let proposals: SQL = """
            FROM placement p JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
            JOIN participant t ON t.municipality = p.municipality AND t.id = p.participant_id
            WHERE p.municipality = \(municipality) AND p.id = ANY (\(placements)) AND p.state = 'proposed'
            """
        try await postMessages(
            .proposalToHost, to: .host, link: .answerProposal, municipality, at: now,
            from: """
                SELECT s.unit_id AS recipient_id, p.id AS placement_id, NULL::uuid AS slot_id, NULL::uuid AS unit_id,
                    p.starts_on AS day, 'sv' AS language, 'proposal_to_host:' || p.id AS dedupe_key, \(expiry) AS expires_at
                \(proposals)
                """)
        try await postMessages(
            .proposalToParticipant, to: .participant, link: .answerProposal, municipality, at: now,
            from: """
                SELECT t.id AS recipient_id, p.id AS placement_id, NULL::uuid AS slot_id, NULL::uuid AS unit_id,
                    p.starts_on AS day, \(.participantLanguage) AS language,
                    'proposal_to_participant:' || p.id AS dedupe_key, \(expiry) AS expires_at
                \(proposals)
                """)
    }
}
