import Domain
import FoundationEssentials
import Operations
import Postgres
import TestSupport

/// Participants imported, validated and audited, against the bare SQL that loads the same file through a temporary table
/// into the same constrained tables; each into a database of its own, in turn.
///
/// `import [rounds] [sizes…]`
enum ImportBenchmark {
    static func run(_ arguments: [String]) async throws {
        let rounds = arguments.first.flatMap { Int($0) } ?? 3
        let given = arguments.dropFirst().compactMap { Int($0) }
        for size in given.isEmpty ? [10_000, 30_000, 100_000] : given {
            let file = try participants(size)
            var ours: [Double] = []
            var bare: [Double] = []
            for _ in 0..<rounds {
                bare.append(try await inDatabase { try await load($0, file, size) })
                ours.append(try await inDatabase { try await load($0, importing: file, size) })
            }
            let figures = (ours: Figure.median(ours), bare: Figure.median(bare))
            Figure.print(
                "import, \(size) participants, \(file.count / 1_000_000) MB", figures.ours, "s", against: figures.bare,
                "bare SQL", ratio: figures.ours / figures.bare, aim: "at most 1.5")
        }
    }

    private static func inDatabase(_ body: (TestDatabase) async throws -> Double) async throws -> Double {
        try await TestDatabase.with { database in
            let operations = Operations(pool: database.pool)
            for (kind, text) in registers {
                _ = try await operations.importFile(try actor(), kind, from: ImportSource(text: text))
            }
            return try await body(database)
        }
    }

    private static func actor() throws -> Actor {
        Actor(name: "benchmark", role: .operator, municipality: try MunicipalityCode("1485"))
    }

    private static func load(
        _ database: TestDatabase, importing file: String, _ size: Int
    ) async throws -> Double {
        let operations = Operations(pool: database.pool)
        let start = ContinuousClock.now
        let summary = try await operations.importFile(try actor(), .participants, from: ImportSource(text: file))
        let time = start.duration(to: .now) / .seconds(1)
        guard summary.created == size else { throw Figure.WrongAnswer() }
        return time
    }

    private static func load(_ database: TestDatabase, _ file: String, _ size: Int) async throws -> Double {
        let script = bareBefore + file.split(separator: "\n").dropFirst().joined(separator: "\n") + bareAfter
        let path = "/tmp/praktik-import-\(UUID().uuidString).sql"
        try script.write(toFile: path, atomically: false, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let start = ContinuousClock.now
        _ = try await TestProgram.run([
            "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", path, database.connectionString(),
        ])
        let time = start.duration(to: .now) / .seconds(1)
        let count = try await database.owner.withConnection {
            try await $0.value("SELECT count(*) FROM participant", as: Int.self)
        }
        guard count == size else { throw Figure.WrongAnswer() }
        return time
    }

    private static let registers: [(ImportKind, String)] = [
        (.units, "code;name;kind\nU;Enhet;forvaltning\n"),
        (.referrers, "code;name\n" + (0..<10).map { "R\($0);Anvisare \($0)\n" }.joined()),
        (
            .slots,
            "code;unit;title;kind;from;to;places;state\n"
                + (0..<100).map { "S\($0);U;Plats \($0);arbetspraktik;2026-01-01;2026-12-31;5;offered\n" }.joined()
        ),
    ]

    private static let columns = """
        municipality;referrer;reference;identity_type;identity;birth_date;sex;given_name;family_name;email;phone;language;\
        protected;sfi_passed;licences;record_check_shown_on;occupations;wishes;available_from;available_to;weekdays;\
        hours_per_day;areas;priority;purpose;registered_on;introduction_ended_on
        """

    /// All 27 columns; numbers with serials 980–999, which are nobody's.
    private static func participants(_ size: Int) throws -> String {
        let firstBirth = try Day("1975-01-01")
        let registered = try Day("2026-01-01")
        var file = columns + "\n"
        for index in 0..<size {
            let birth = firstBirth.adding(index / 20).description.replacing("-", with: "")
            let nine = birth.dropFirst(2) + String(980 + index % 20)
            let number = birth + nine.suffix(3) + checkDigit(nine)
            let day = registered.adding(index % 200)
            file +=
                "1485;R\(index % 10);K-\(index);personnummer;\(number);;;Förnamn\(index % 97);Efternamn\(index % 89);"
            file +=
                "p\(index)@exempel.se;;arabiska;no;\(["", "A", "B", "C", "D"][index % 5]);\(index % 3 == 0 ? "B" : "");;"
            file +=
                "\(["9412", "5330", "6113"][index % 3])|9111;S\(index % 100)|S\((index + 7) % 100);\(day);;1|2|3|4|5;"
            file += "6;Centrum;\(index % 10);job;\(day);\n"
        }
        return file
    }

    private static func checkDigit(_ nine: some StringProtocol) -> String {
        var sum = 0
        for (place, digit) in nine.compactMap(\.wholeNumberValue).enumerated() {
            let product = place % 2 == 0 ? digit * 2 : digit
            sum += product > 9 ? product - 9 : product
        }
        return String((10 - sum % 10) % 10)
    }

    private static let bareBefore = """
        BEGIN;
        SET LOCAL praktik.municipality = '1485';
        CREATE TEMPORARY TABLE file (municipality text, referrer text, reference text, identity_type text, identity text,
            birth_date date, sex text, given_name text, family_name text, email text, phone text, language text,
            protected boolean, sfi_passed text, licences text, record_check_shown_on date, occupations text, wishes text,
            available_from date, available_to date, weekdays text, hours_per_day numeric, areas text, priority smallint,
            purpose text, registered_on date, introduction_ended_on date, id uuid DEFAULT gen_random_uuid(),
            person_id uuid DEFAULT gen_random_uuid()) ON COMMIT DROP;
        COPY file (municipality, referrer, reference, identity_type, identity, birth_date, sex, given_name, family_name,
            email, phone, language, protected, sfi_passed, licences, record_check_shown_on, occupations, wishes,
            available_from, available_to, weekdays, hours_per_day, areas, priority, purpose, registered_on,
            introduction_ended_on) FROM STDIN WITH (FORMAT csv, DELIMITER ';');

        """

    private static let bareAfter = """

        \\.
        ANALYZE file;
        INSERT INTO person (municipality, id, protected) SELECT municipality, person_id, protected FROM file;
        INSERT INTO person_identifier (municipality, id, person_id, type, value, recorded_on)
            SELECT municipality, gen_random_uuid(), person_id, identity_type, identity, current_date FROM file;
        INSERT INTO participant (municipality, id, person_id, referrer_id, reference, given_name, family_name, birth_date,
            sex, email, phone, language, protected, sfi_passed, licences, record_check_shown_on, occupations,
            available_from, available_to, weekdays, minutes_per_day, areas, priority, purpose, registered_on,
            introduction_ended_on)
            SELECT f.municipality, f.id, f.person_id, r.id, f.reference, f.given_name, f.family_name, f.birth_date,
                coalesce(f.sex, 'unknown'), f.email, f.phone, f.language, f.protected, f.sfi_passed,
                coalesce(string_to_array(f.licences, '|'), '{}'), f.record_check_shown_on,
                string_to_array(f.occupations, '|'), f.available_from, f.available_to, 31, f.hours_per_day * 60,
                string_to_array(f.areas, '|'), f.priority, f.purpose, f.registered_on, f.introduction_ended_on
            FROM file f JOIN referrer r ON r.municipality = f.municipality AND r.code = f.referrer;
        INSERT INTO wish (municipality, participant_id, rank, slot_id)
            SELECT f.municipality, f.id, w.rank, s.id
            FROM file f CROSS JOIN LATERAL unnest(string_to_array(f.wishes, '|')) WITH ORDINALITY w (code, rank)
            JOIN slot s ON s.municipality = f.municipality AND s.code = w.code;
        COMMIT;

        """
}
