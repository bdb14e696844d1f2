import Domain
import FoundationEssentials
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// What is on file about a person is told in whole, to whoever may ask, and nothing of anybody else.
struct ExtractTests {
    /// What leads to a person and is not told: nothing in it is about them that is not told already.
    private static let besides = [
        // How often a mail server was asked, and what it answered.
        "message_attempt",
        // Digests of links' secrets.
        "party_link_secret",
    ]

    @Test func `no table that leads to a person is forgotten`() async throws {
        try await TestDatabase.with { database in
            let leading = try await database.owner.withConnection { connection in
                try await connection.query(
                    """
                    WITH RECURSIVE known (id) AS (
                        SELECT 'person'::regclass::oid
                        UNION
                        SELECT c.conrelid FROM known l JOIN pg_constraint c ON c.confrelid = l.id AND c.contype = 'f'
                    )
                    SELECT id::regclass::text AS name FROM known
                    """
                ).map { try $0.value("name", as: String.self) }
            }
            let person = Identifier<Person>(UUID())
            let told = PersonalTable.all(of: person, in: try MunicipalityCode("1485")).map(\.name)
            #expect(Set(leading).subtracting(Self.besides).subtracting(told).isEmpty)
            #expect(Set(told).count == told.count)
        }
    }

    @Test func `everything on file is told, under its name, and nothing of others`() async throws {
        try await FollowUpHouse.with(people: 2) { house in
            try await fill(house)
            let operations = try house.on("2026-06-30")
            let extract = try await operations.extractPersonalData(
                house.karin, referrer: try Code("AMA"), reference: try Code("K-1"))
            let filled = Set(extract.parts.filter { !$0.rows.isEmpty }.map(\.key))
            #expect(
                filled.isSuperset(of: [
                    "person", "person_identifier", "participant", "wish", "course", "placement", "placement_event",
                    "placement_ending", "agreement", "agreement_approval", "check_before_start", "follow_up_report",
                    "outcome", "voice_answer", "complaint", "message", "party_link", "audit_entry",
                ]))
            #expect(extract.parts.allSatisfy { part in part.rows.allSatisfy { $0.count == part.columns.count } })
            let text = String(decoding: try extract.json, as: UTF8.self)
            for mine in [
                "Åsa-Märta", "Exempelsson", "189001019802", "asa@example.se", "Park", "Samhällsbyggnad", "Svenska C",
                "Lär sig mycket", "Ingen handledare på plats", "Möte hållet", "Jag trivs",
            ] {
                #expect(text.contains(mine), "\(mine)")
            }
            #expect(!text.contains("Någon Annan"))
            #expect(!text.contains("K-2"))
            #expect(!text.contains("P2"))
            let parsed = try JSONDecoder().decode(Shape.self, from: Data(text.utf8))
            #expect(parsed.placement.map(\.state) == ["completed"])
            #expect(parsed.participant.map(\.weekdays) == [[1, 2, 3, 4, 5]])
        }
    }

    @Test func `a match that somebody was in is told, with the place they got, and none that they were not in`()
        async throws
    {
        try await MatchTown.with { town in
            let today = try Day(MatchTown.today)
            try await town.slot("S1", today.description, today.adding(120).description)
            try await town.participant("AMA/1")
            _ = try await town.operations.runMatch(town.coordinator, MatchParameters(roundStart: today))
            try await town.participant("AMA/2")
            let extract = { (reference: String) in
                try await town.operations.extractPersonalData(
                    town.coordinator, referrer: Code("AMA"), reference: Code(reference)
                ).parts.first { $0.key == "match_run" }?.rows
            }
            let rows = try #require(try await extract("1"))
            #expect(rows.count == 1 && rows.first?.contains(.text("S1")) == true)
            #expect(try await extract("2") == [])
        }
    }

    private struct Shape: Decodable {
        struct Placement: Decodable { let state: String }
        struct Participant: Decodable { let weekdays: [Int] }
        let placement: [Placement]
        let participant: [Participant]
    }

    @Test func `the coordinator makes it, of a protected person the named officer, and each is on record`() async throws
    {
        try await FollowUpHouse.with { house in
            let operations = try house.on("2026-01-20")
            let (referrer, reference) = (try Code("AMA"), try Code("K-1"))
            for role in Role.allCases where role != .coordinator {
                let actor = Actor(name: "x", role: role, municipality: house.town.code)
                await #expect(throws: Refusal.notAllowed(.extractPersonalData, role)) {
                    try await operations.extractPersonalData(actor, referrer: referrer, reference: reference)
                }
            }
            _ = try await operations.extractPersonalData(house.karin, referrer: referrer, reference: reference)
            try await house.change("UPDATE person SET protected = true")
            await #expect(throws: Refusal.notNamedOfficer) {
                try await operations.extractPersonalData(house.karin, referrer: referrer, reference: reference)
            }
            var officer = house.karin
            officer.isNamedOfficer = true
            let extract = try await operations.extractPersonalData(officer, referrer: referrer, reference: reference)
            #expect(extract.parts.first?.rows == [[.flag(true)]])
            let root = Actor(name: "root", role: .operator, municipality: house.town.code)
            let lines = try await operations.auditLines(root).filter { $0.action == "participant.extract" }
            #expect(lines.prefix(3).map(\.outcome) == [.read, .refused, .read])
        }
    }

    /// Something in every table, of `K-1`; and somebody else.
    private func fill(_ house: FollowUpHouse) async throws {
        try await house.change(
            """
            UPDATE participant SET given_name = CASE reference WHEN 'K-1' THEN 'Åsa-Märta' ELSE 'Någon Annan' END,
                family_name = 'Exempelsson', weekdays = 31, email = CASE reference WHEN 'K-1' THEN 'asa@example.se' END
            """)
        try await house.change(
            """
            INSERT INTO person_identifier (municipality, id, person_id, type, value, recorded_on)
            SELECT municipality, uuid_v7(), person_id, 'personnummer', '189001019802', '2026-01-07' FROM participant
            WHERE reference = 'K-1'
            """)
        try await house.change(
            """
            INSERT INTO wish (municipality, participant_id, rank, slot_id)
            SELECT i.municipality, i.id, 1, s.id FROM participant i, slot s WHERE i.reference = 'K-1'
            """)
        try await house.change(
            """
            INSERT INTO course (municipality, id, participant_id, name, starts_on, ends_on, weekdays)
            SELECT municipality, uuid_v7(), id, 'Svenska C', '2025-09-01', '2025-12-01', 31 FROM participant
            WHERE reference = 'K-1'
            """)
        try await house.complete("P1")
        let after = try house.on("2026-06-28")
        try await house.tell("P1", "30", on: "2026-06-28", .host, .employed, at: .host)
        _ = try await after.recordFollowUp(
            house.karin, try Code("P1"), at: .end,
            FollowUpAnswer(
                source: .coordinator, progress: .asPlanned, note: try Line("Lär sig mycket"), on: try Day("2026-05-29"))
        )
        try await after.giveVoice(
            house.karin, try Code("P1"), .end,
            VoiceAnswers(tasks: .yes, alone: .no, swedish: .aBit, words: try OwnWords("Jag trivs")), onBehalf: .phoned)
        let complaint = try await after.complain(
            house.karin, try Code("P1"), try OwnWords("Ingen handledare på plats"), onBehalf: .phoned)
        try await after.handleComplaint(house.karin, complaint, note: try Line("Möte hållet"))
        try await house.on("2026-05-30").postDueMail(in: house.town.code)
        try await house.change(
            """
            INSERT INTO placement_ending (municipality, placement_id, attended_days, recorded_by)
            SELECT municipality, id, 60, 'karin' FROM placement WHERE code = 'P1'
            ON CONFLICT DO NOTHING
            """)
    }
}
