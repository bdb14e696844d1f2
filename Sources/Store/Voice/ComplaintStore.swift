public import Domain
public import Postgres

/// Something that a participant finds wrong, and what the coordinator did about it.
public struct ComplaintRecord: Sendable, RowDecodable {
    public let id: Identifier<Complaint>
    public let code: Code
    public let placement: Code
    public let referrer: Code
    public let reference: Code
    public let unit: Code
    public let unitName: String
    public let slotTitle: String
    public let words: OwnWords
    /// Why somebody else wrote it down; nil where the participant did.
    public let ground: AnswerGround?
    /// Who wrote it down: the referral, or an account's name.
    public let actor: String
    public let madeOn: Day
    /// Nil while it is to be handled, as are the two that follow.
    public let handledOn: Day?
    public let handledBy: String?
    public let note: Line?
    package let person: Identifier<Person>
    package let isProtected: Bool

    public init(row: Row) throws {
        id = try row.value("id")
        code = try row.value("code")
        placement = try row.value("placement")
        referrer = try row.value("referrer")
        reference = try row.value("reference")
        unit = try row.value("unit")
        unitName = try row.value("unit_name")
        slotTitle = try row.value("title")
        words = try row.value("words")
        ground = try row.value("ground")
        actor = try row.value("actor")
        madeOn = try row.value("made_on")
        handledOn = try row.value("handled_on")
        handledBy = try row.value("handled_by")
        note = try row.value("note")
        person = try row.value("person_id")
        isProtected = try row.value("protected")
    }

    fileprivate static let columns: SQL = """
        t.id, t.code, t.words, t.ground, t.actor, t.made_on, t.handled_on, t.handled_by, t.note, \(.spokenOfColumns)
        """
}

extension Connection {
    /// A code that no complaint has, made of the next number.
    package func newComplaintCode(_ municipality: MunicipalityCode) async throws -> Code {
        try Code("KL-\(try await nextNumber("complaint", municipality))")
    }

    /// Who makes it is the transaction's, and whether they may, the database says too.
    package func insertComplaint(
        _ code: Code, _ municipality: MunicipalityCode, id: Identifier<Complaint>, of placement: Identifier<Placement>,
        _ words: OwnWords, ground: AnswerGround?, on day: Day
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO complaint (municipality, id, code, placement_id, words, ground, made_on)
            VALUES (\(municipality), \(id), \(code), \(placement), \(words), \(ground), \(day))
            """)
    }

    package func complaint(_ code: Code, _ municipality: MunicipalityCode) async throws -> ComplaintRecord? {
        try await queryFirst(
            """
            SELECT \(ComplaintRecord.columns) FROM complaint t \(.spokenOf)
            WHERE t.municipality = \(municipality) AND t.code = \(code)
            """, as: ComplaintRecord.self)
    }

    /// All but those of protected persons, the newest first.
    package func complaintPage(
        _ municipality: MunicipalityCode, isOpen: Bool?, _ request: PageRequest
    ) async throws -> ListPage<ComplaintRecord>? {
        var conditions: [SQL] = ["NOT e.protected"]
        if let isOpen { conditions.append(isOpen ? "t.handled_on IS NULL" : "t.handled_on IS NOT NULL") }
        return try await page(
            IndexedList(
                municipality, columns: ComplaintRecord.columns, table: "complaint t", joins: .spokenOf, key: "t.id",
                conditions: conditions, isDescending: true),
            request, as: ComplaintRecord.self)
    }

    /// A placement's, oldest first, whoever it is about.
    package func complaints(
        of placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> [ComplaintRecord] {
        try await query(
            """
            SELECT \(ComplaintRecord.columns) FROM complaint t \(.spokenOf)
            WHERE t.municipality = \(municipality) AND t.placement_id = \(placement) ORDER BY t.made_at, t.id
            """, as: ComplaintRecord.self)
    }

    /// Who handled it is the transaction's.
    package func handleComplaint(
        _ id: Identifier<Complaint>, _ municipality: MunicipalityCode, on day: Day, note: Line
    ) async throws {
        _ = try await execute(
            """
            UPDATE complaint SET handled_on = \(day), note = \(note)
            WHERE municipality = \(municipality) AND id = \(id)
            """)
    }
}
