import Domain
import Operations
import Postgres
import TestSupport
import Testing

struct ImportTests {
    static let participants = """
        referrer;reference;identity_type;identity;given_name;family_name;sfi_passed;wishes;occupations;weekdays;hours_per_day;registered_on
        SFI;K-1;samordningsnummer;701063-2391;Åsa;Öberg;C;S2|S1;9412|5120;1|2|3;6,5;2026-01-10
        SFI;K-2;samordningsnummer;191500722390;Ali;Ek;;;;;;2026-01-10
        SFI;K-3;none;;Eva;Sjö;not_needed;;;;;2026-01-11

        """

    @Test func `a good file twice creates, then changes nothing`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            for (kind, text) in ImportFixture.base {
                let counts = try await fixture.load(kind, text)
                #expect(counts[0] == 0 && counts[1] == 0 && counts[2] > 0, "\(kind)")
            }
            #expect(try await fixture.load(.participants, Self.participants) == [3, 0, 0])
            #expect(try await fixture.load(.participants, Self.participants) == [0, 0, 3])
            let changed = Self.participants.replacing("SFI;K-3;none;;Eva", with: "SFI;K-3;none;;Evy")
                .replacing("S2|S1", with: "S1|S2")
            #expect(try await fixture.load(.participants, changed) == [0, 2, 1])
            #expect(try await fixture.load(.participants, changed) == [0, 0, 3])
            #expect(
                try await fixture.text(
                    "SELECT string_agg(s.code, '|' ORDER BY w.rank) FROM wish w JOIN slot s ON s.id = w.slot_id")
                    == "S1|S2")
            #expect(try await fixture.count("SELECT count(*) FROM audit_faults('1485')") == 0)
            #expect(
                try await fixture.count(
                    "SELECT count(*) FROM audit_row WHERE change = 'updated' AND before IS NOT NULL")
                    == 2)
        }
    }

    @Test(arguments: ["semicolon", "comma", "mark", "windows", "crlf", "mixture"])
    func `every dress of the same file is read`(dress: String) async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            _ = try await fixture.load(.participants, Self.participants)
            var text = Self.participants
            var bytes: [UInt8] = []
            switch dress {
            case "comma":
                text = text.replacing("6,5", with: "6.5").replacing(";", with: ",")
                bytes = Array(text.utf8)
            case "mark": bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
            case "windows": bytes = text.unicodeScalars.map { UInt8($0.value) }
            case "crlf": bytes = Array(text.replacing("\n", with: "\r\n").utf8)
            case "mixture":
                bytes = [0xEF, 0xBB, 0xBF]
                bytes +=
                    text.replacing("6,5", with: "\"6,5\"").replacing(";", with: ",")
                    .replacing("\n", with: "\r\n").utf8
            default: bytes = Array(text.utf8)
            }
            do {
                #expect(try await fixture.load(.participants, bytes: bytes) == [0, 0, 3])
            } catch Refusal.importFaults(let faults) {
                Issue.record("\(faults.list)")
            }
        }
    }

    @Test func `twelve different faults are all listed, and nothing is written`() async throws {
        let file = """
            municipality;referrer;reference;identity_type;identity;birth_date;sex;given_name;sfi_passed;wishes;weekdays;hours_per_day;available_from;available_to;priority;email;registered_on
            1485;SFI;P1;samordningsnummer;701063-2392;;;Ann;;;;;;;;;2026-01-10
            1485;NIX;P2;none;;;;Bo;;;;;;;;;2026-01-10
            1485;SFI;P3;none;;2026-02-30;;Cia;;;;;;;;;2026-01-10
            1485;SFI;P4;none;;;female;Dan;;;;;;;;;2026-01-10
            1485;SFI;P5;none;;;;Eli;E;;;;;;;;2026-01-10
            1485;SFI;P6;none;;;;Fia;;S1|S99;;;;;;;2026-01-10
            1485;SFI;P7;none;;;;Geo;;;0|8;;;;;;2026-01-10
            1485;SFI;P8;none;;;;Hal;;;;25;;;;;2026-01-10
            1485;SFI;P9;none;;;;Ida;;;;;2026-05-01;2026-04-01;;;2026-01-10
            1485;SFI;P10;none;;;;Jon;;;;;;;12;;2026-01-10
            1487;SFI;P11;none;;;;Kim;;;;;;;;;2026-01-10
            1485;SFI;P12;none;;;;Lea;;;;;;;;not an address;
            1485;SFI;P3;none;;;;Moa;;;;;;;;;2026-01-10
            1485;SFI;P14;personnummer;191500722390;;;Nia;;;;;;;;;2026-01-10
            1485;SFI;P15;none;;;;Olo;;;;;;;;2026-01-10
            1485;SFI;P16;none;;;;Pia;;;;;;;;;2026-01-10

            """
        try await ImportFixture.with { (fixture) async throws -> Void in
            let before = try await fixture.count("SELECT count(*) FROM audit_entry")
            #expect(
                try await fixture.faults(.participants, file) == [
                    "2:identity@5", "3:referrer@2", "4:birth_date@6", "5:sex@7", "6:sfi_passed@9", "7:wishes@10",
                    "8:weekdays@11", "9:hours_per_day@12", "10:available_to@14", "11:priority@15", "12:municipality@1",
                    "13:email@16", "13:registered_on@17", "14:reference@3", "15:identity_type@4", "16:@-",
                ])
            let list = try await fixture.faultList(.participants, file)
            for fault in list {
                for phrase in [fault.kind, fault.sentence] {
                    for text in [phrase.sv, phrase.en] {
                        #expect(!text.isEmpty)
                        for secret in ["701063", "2392", "19150072", "Ann", "Lea", "an address"] {
                            #expect(!text.contains(secret), "\(text)")
                        }
                    }
                }
            }
            #expect(try await fixture.count("SELECT count(*) FROM participant") == 0)
            #expect(try await fixture.count("SELECT count(*) FROM person") == 0)
            // Two attempts, each audited as refused.
            #expect(try await fixture.count("SELECT count(*) FROM audit_entry") == before + 2)
            #expect(try await fixture.count("SELECT count(*) FROM audit_entry WHERE outcome = 'refused'") == 2)
            #expect(
                try await fixture.count(
                    "SELECT count(*) FROM audit_value WHERE after::text ~ '[0-9]{6}-?[0-9]{4}'") == 0)
        }
    }

    @Test func `headings are held to the format`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            #expect(
                try await fixture.faults(.referrers, "code;colour;code;namn\nA b;b;c;d\n") == [
                    "1:name@-", "1:colour@2", "1:code@3", "1:namn@4", "2:code@1",
                ])
            let headless = try await fixture.faultList(.referrers, "Kalle Persson;19900118-9811\n")
            #expect(headless.count == 1)
            #expect(headless.allSatisfy { !$0.sentence.sv.contains("Kalle") && !$0.column.contains("1990") })
            #expect(try await fixture.faultList(.referrers, "").count == 1)
            let odd = try await fixture.faultList(.referrers, "code;name;19900118-9811\nA;b;c\n")
            #expect(odd.map(\.column) == ["?"])
        }
    }

    /// The planner of a database that has not looked at them yet can take minutes over a list.
    @Test func `the database has looked at many rows when the import is over`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            let known: SQL = "SELECT reltuples::int FROM pg_class WHERE oid = 'participant'::regclass"
            let rows = (1...200).map { "SFI;K-\($0);2026-01-10\n" }.joined()
            #expect(try await fixture.load(.participants, "referrer;reference;registered_on\n" + rows) == [200, 0, 0])
            #expect(try await fixture.count(known) == 200)
        }
    }

    @Test func `a dry run counts and leaves nothing`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            let entries = try await fixture.count("SELECT count(*) FROM audit_entry")
            #expect(try await fixture.load(.participants, Self.participants, dryRun: true) == [3, 0, 0])
            #expect(try await fixture.count("SELECT count(*) FROM participant") == 0)
            #expect(try await fixture.count("SELECT count(*) FROM audit_entry") == entries)
        }
    }

    @Test func `the municipality comes from the command or from the file`() async throws {
        #expect(try ImportSource(text: "code;municipality\nA;\nB;1487\n").municipality()?.rawValue == "1487")
        #expect(try ImportSource(text: "code;name\nA;b\n").municipality() == nil)
        try await ImportFixture.with { (fixture) async throws -> Void in
            await #expect(throws: Refusal.self) {
                _ = try await fixture.operations.importFile(
                    fixture.actor, .referrers, from: ImportSource(text: "code;name\nA;b\n"), municipalityNeeded: true)
            }
        }
    }

    @Test func `columns left out stay as they are, empty cells are emptied`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            try await fixture.load(.referrers, "code;name;email\nSFI;SFI;a@exempel.se\n")
            #expect(try await fixture.load(.referrers, "code;name\nSFI;SFI\n") == [0, 0, 1])
            #expect(try await fixture.text("SELECT email FROM referrer WHERE code = 'SFI'") == "a@exempel.se")
            #expect(try await fixture.load(.referrers, "code;name;email\nSFI;SFI;\n") == [0, 1, 0])
            #expect(try await fixture.text("SELECT email FROM referrer WHERE code = 'SFI'") == nil)
        }
    }

    @Test func `references within one file, and circles`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            let tree = "code;name;kind;parent;successor\nB;B;avdelning;A;C\nA;A;forvaltning;;\nC;C;avdelning;A;\n"
            let made = try await fixture.load(.units, tree)
            #expect(made == [3, 0, 0])
            let wrong = "code;name;kind;parent\nA;A;forvaltning;B\nD;D;bolag;NIX\nE;E;bolag;E\n"
            #expect(try await fixture.faults(.units, wrong) == ["2:parent@4", "3:parent@4", "4:parent@4"])
            // A tree may be turned over in one file.
            let turned = "code;name;kind;parent\nA;A;avdelning;B\nB;B;forvaltning;\n"
            #expect(try await fixture.load(.units, turned) == [0, 2, 0])
        }
    }

    @Test func `an undertaking without a rule gets that of its measure`() async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            let file = """
                code;text;measure;target;unit;from;to;rule
                U1;minst 50 praktikplatser;places;50;;2026-01-01;2026-12-31;
                U2;2 tim/dag;hours_per_day;2,5;SBF;2026-01-01;2026-12-31;

                """
            #expect(try await fixture.load(.undertakings, file) == [2, 0, 0])
            #expect(try await fixture.load(.undertakings, file) == [0, 0, 2])
            #expect(try await fixture.text("SELECT rule FROM undertaking WHERE code = 'U2'") == "hours_per_day")
            #expect(try await fixture.count("SELECT target_hundredths FROM undertaking WHERE code = 'U2'") == 250)
        }
    }
}
