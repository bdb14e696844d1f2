import Domain
import Operations
import Postgres
import TestSupport
import Testing

struct ImportPersonTests {
    static let head = "referrer;reference;identity_type;identity;protected;registered_on\n"

    @Test func `one person from two referrers is one person with two referrals`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            try await fixture.load(.participants, Self.head + "SFI;A;samordningsnummer;701063-2391;;2026-01-10\n")
            let second = Self.head + "AMA;B;samordningsnummer;19701063-2391;yes;2026-02-10\n"
            #expect(try await fixture.load(.participants, second) == [1, 0, 0])
            #expect(try await fixture.count("SELECT count(*) FROM person") == 1)
            #expect(try await fixture.count("SELECT count(*) FROM participant") == 2)
            #expect(try await fixture.count("SELECT count(*) FROM person_identifier") == 1)
            #expect(try await fixture.count("SELECT count(*) FROM person WHERE protected") == 1)
            // The word of one is enough; when nobody says it any more, it is over.
            #expect(try await fixture.load(.participants, second) == [0, 0, 1])
            #expect(try await fixture.load(.participants, second.replacing("yes", with: "no")) == [0, 1, 0])
            #expect(try await fixture.count("SELECT count(*) FROM person WHERE protected") == 0)
        }
    }

    @Test func `both referrals in one file`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            let file =
                Self.head
                + "SFI;A;samordningsnummer;701063-2391;yes;2026-01-10\nAMA;B;samordningsnummer;701063-2391;no;2026-02-10\n"
            #expect(try await fixture.load(.participants, file) == [2, 0, 0])
            #expect(try await fixture.load(.participants, file) == [0, 0, 2])
            #expect(try await fixture.count("SELECT count(*) FROM person WHERE protected") == 1)
            #expect(try await fixture.count("SELECT count(*) FROM person_identifier") == 1)
        }
    }

    @Test func `a changed number is kept as history under the same person`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            let first = Self.head + "SFI;A;samordningsnummer;701063-2391;;2026-01-10\n"
            try await fixture.load(.participants, first)
            let person = try await fixture.text("SELECT person_id::text FROM participant")
            let second = Self.head + "SFI;A;personnummer;19900118-9811;;2026-01-10\n"
            #expect(try await fixture.load(.participants, second) == [0, 1, 0])
            #expect(try await fixture.load(.participants, second) == [0, 0, 1])
            #expect(try await fixture.text("SELECT person_id::text FROM participant") == person)
            #expect(try await fixture.count("SELECT count(*) FROM person_identifier") == 2)
            #expect(
                try await fixture.text("SELECT value FROM person_identifier WHERE replaced_on IS NULL")
                    == "199001189811")
            // Another referrer who still knows the old number finds the same person and changes nothing of it.
            let other = Self.head + "AMA;B;samordningsnummer;701063-2391;;2026-03-01\n"
            #expect(try await fixture.load(.participants, other) == [1, 0, 0])
            #expect(try await fixture.load(.participants, other) == [0, 0, 1])
            #expect(try await fixture.count("SELECT count(*) FROM person") == 1)
            #expect(
                try await fixture.text("SELECT value FROM person_identifier WHERE replaced_on IS NULL")
                    == "199001189811")
        }
    }

    @Test func `a number entered wrongly can be put right again`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            let right = Self.head + "SFI;A;samordningsnummer;701063-2391;;2026-01-10\n"
            let wrong = Self.head + "SFI;A;personnummer;19900118-9811;;2026-01-10\n"
            for (file, counts) in [(right, [1, 0, 0]), (wrong, [0, 1, 0]), (right, [0, 1, 0]), (right, [0, 0, 1])] {
                #expect(try await fixture.load(.participants, file) == counts)
            }
            #expect(
                try await fixture.text("SELECT value FROM person_identifier WHERE replaced_on IS NULL")
                    == "197010632391")
        }
    }

    @Test func `a number that belongs to another person brings the referral to that person`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            try await fixture.load(
                .participants,
                Self.head + "SFI;A;reservnummer;T-1;yes;2026-01-10\nAMA;B;personnummer;19900118-9811;;2026-01-10\n")
            try await fixture.load(
                .placements,
                "code;referrer;participant;slot;from;to;state\nP1;SFI;A;S1;2026-02-01;2026-03-01;completed\n")
            let found = Self.head + "SFI;A;personnummer;19900118-9811;yes;2026-01-10\n"
            #expect(try await fixture.load(.participants, found) == [0, 1, 0])
            #expect(try await fixture.load(.participants, found) == [0, 0, 1])
            #expect(try await fixture.count("SELECT count(DISTINCT person_id) FROM participant") == 1)
            #expect(
                try await fixture.count(
                    "SELECT count(*) FROM placement p JOIN participant t ON t.id = p.participant_id AND t.person_id = p.person_id"
                ) == 1)
            #expect(try await fixture.count("SELECT count(*) FROM person WHERE protected") == 1)
            #expect(
                try await fixture.count("SELECT count(*) FROM person_identifier WHERE replaced_on IS NOT NULL") == 1)
        }
    }

    @Test func `a number whose person is placed on the same days is refused without a word of the other`() async throws
    {
        try await ImportFixture.with { (fixture) async throws -> Void in
            try await fixture.load(
                .participants,
                Self.head + "SFI;A;none;;;2026-01-10\nAMA;B;personnummer;19900118-9811;;2026-01-10\n")
            try await fixture.load(
                .placements,
                """
                code;referrer;participant;slot;from;to;state
                P1;SFI;A;S1;2026-02-01;2026-03-01;completed
                P2;AMA;B;S1;2026-02-15;2026-04-01;completed

                """)
            let list = try await fixture.faultList(
                .participants, Self.head + "SFI;A;personnummer;19900118-9811;;2026-01-10\n")
            #expect(list.map(\.column) == ["identity"])
            #expect(list.allSatisfy { !$0.sentence.sv.contains("AMA") && !$0.sentence.sv.contains("1990") })
        }
    }

    @Test func `reserve numbers identify nobody across referrers`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            let file =
                Self.head + "SFI;A;reservnummer;TF 12/9;;2026-01-10\nAMA;B;reservnummer;TF 12/9;;2026-01-10\n"
            #expect(try await fixture.load(.participants, file) == [2, 0, 0])
            #expect(try await fixture.load(.participants, file) == [0, 0, 2])
            #expect(try await fixture.count("SELECT count(*) FROM person") == 2)
            #expect(try await fixture.text("SELECT min(value) FROM person_identifier") == "TF 12/9")
        }
    }

    @Test func `birth and sex come from the number where it tells`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            let file = """
                referrer;reference;identity_type;identity;birth_date;sex;registered_on
                SFI;A;samordningsnummer;701063-2391;;;2026-01-10
                SFI;B;samordningsnummer;191500722390;1915-07-12;unknown;2026-01-10
                SFI;C;none;;1999-09-09;woman;2026-01-10

                """
            try await fixture.load(.participants, file)
            #expect(
                try await fixture.text(
                    "SELECT string_agg(concat_ws(' ', reference, birth_date, sex), ', ' ORDER BY reference) FROM participant"
                )
                    == "A 1970-10-03 man, B 1915-07-12 unknown, C 1999-09-09 woman")
            let wrong = try await fixture.faults(
                .participants, file.replacing("191500722390;1915-07-12", with: "191500722390;1915-07-13"))
            #expect(wrong == ["3:birth_date@5"])
        }
    }
}
