import Domain
import FoundationEssentials
import TestSupport
import Testing

/// A municipality's year through the built program: files in, matched, decided, carried through, counted.
struct YearJourneyTests {
    /// The program on a database of its own, for one municipality.
    struct Town {
        let variables: [String: String]
        let folder: String

        static func use(_ body: (Town) async throws -> Void) async throws {
            let folder = try await TestProgram.run(["mktemp", "-d"])
            try await TestDatabase.with { database in
                try await body(
                    Town(
                        variables: [
                            "PRAKTIK_DATABASE_URL": database.connectionString(), "PRAKTIK_MUNICIPALITY": "1485",
                            "PRAKTIK_STATE": folder,
                        ], folder: folder))
            }
            try await TestProgram.run(["rm", "-r", folder])
        }

        func run(_ arguments: String...) async throws -> BuiltProgram.Answer {
            try await BuiltProgram.run(arguments, variables)
        }

        func load(_ kind: String, _ lines: String...) async throws { try await load(kind, lines) }

        func load(_ kind: String, _ lines: [String]) async throws {
            let path = "\(folder)/\(kind).csv"
            try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
            let answer = try await run("import", kind, path)
            #expect(answer.status == 0, "\(answer.errors)")
        }

        func json(_ arguments: String...) async throws -> [String: JSONValue] { try await json(arguments) }

        func json(_ arguments: [String]) async throws -> [String: JSONValue] {
            let answer = try await BuiltProgram.run(arguments + ["--format", "json"], variables)
            #expect(answer.status == 0, "\(answer.errors)")
            return try JSONDecoder().decode([String: JSONValue].self, from: Data(answer.output.utf8))
        }

        /// The status and count of the one undertaking.
        func commitment() async throws -> String {
            let answer = try await json("commitment", "status", "--year", "2026")
            let one = try #require(answer["undertakings"]?.array?.first?.object)
            return "\(one["status"]?.text ?? "") \(Int(one["offered"]?.number ?? -1))"
        }
    }

    private func fifty(_ town: Town, places: Int) async throws {
        try await town.load("units", "code;name;kind", "SB;Samhällsbyggnad;forvaltning", "UEAB;Uddevalla Energi;bolag")
        try await town.load(
            "undertakings", "code;text;measure;target;from;to;rule",
            "U50;minst 50 praktikplatser;places;50;2026-01-01;2026-12-31;offered_in_year")
        try await town.load(
            "slots", "code;unit;title;kind;from;to;places;state",
            "S1;SB;Park;arbetspraktik;2026-01-12;2026-12-18;\(places - 1);offered",
            "S2;SB;Kök;arbetspraktik;2026-06-01;2026-08-31;1;offered",
            "PUT;SB;Eget;put;2026-01-12;2026-12-18;5;offered",
            "UE;UEAB;Nät;arbetspraktik;2026-01-12;2026-12-18;5;offered",
            "UT;SB;Utkast;arbetspraktik;2026-01-12;2026-12-18;5;draft")
    }

    @Test func `fifty counted places meet the commitment, forty-nine do not`() async throws {
        try await Town.use { town in
            try await fifty(town, places: 50)
            #expect(try await town.commitment() == "met 50")
        }
        try await Town.use { town in
            try await fifty(town, places: 49)
            #expect(try await town.commitment() == "not_met 49")
        }
    }

    @Test(arguments: [("2026-05-01", "not_met 49"), ("2026-06-01", "not_met 49"), ("2026-06-02", "met 50")])
    func `a withdrawal before the first day takes the place out of the count, one afterwards does not`(
        _ day: String, _ expected: String
    ) async throws {
        try await Town.use { town in
            try await fifty(town, places: 50)
            let tried = try await town.run("slot", "withdraw", "S2", "--on", day, "--reason", "Flyttar", "--dry-run")
            #expect(tried.status == 0)
            #expect(try await town.commitment() == "met 50")
            let done = try await town.run("slot", "withdraw", "S2", "--on", day, "--reason", "Flyttar")
            #expect(done.status == 0, "\(done.errors)")
            #expect(try await town.commitment() == expected)
        }
    }

    @Test func `offered, matched, decided, carried through, employed, counted`() async throws {
        try await Town.use { town in
            let today = WallClock.system.today
            let from = today.adding(-40)
            try await town.load("units", "code,name,kind", "SB,Samhällsbyggnad,forvaltning")
            try await town.load("referrers", "code,name", "SFI,SFI")
            try await town.load(
                "slots", "code,unit,title,kind,from,to,places,state,sfi_required",
                "S1,SB,Park,arbetspraktik,\(from),\(today.adding(60)),1,offered,C",
                "S2,SB,Kök,arbetspraktik,\(from),\(today.adding(60)),3,offered,D")
            try await town.load(
                "participants", "referrer,reference,registered_on,sfi_passed,protected",
                "SFI,K-1,\(from),C,no", "SFI,K-2,\(from),B,no", "SFI,K-3,\(from),D,yes")

            let run = try await town.json("match", "run", "--from", from.description)
            #expect(run["certified"]?.flag == true)
            #expect(run["placed"]?.number == 1)
            #expect(run["pairs"]?.array?.first?.object?["participant"]?.text == "SFI/K-1")
            #expect(run["unplaced_reasons"]?.array?.count == 2)
            let code = try #require(run["run"]?.text)
            #expect(try await town.run("match", "replay", code).status == 0)
            #expect(try await town.run("match", "decide", code).status == 0)
            #expect(try await town.run("match", "decide", code).status == 1)

            let listed = try await BuiltProgram.run(["placement", "list", "--format", "json"], town.variables)
            let placements = try JSONDecoder().decode([[String: JSONValue]].self, from: Data(listed.output.utf8))
            let placement = try #require(placements.first?["code"]?.text)
            #expect(try await town.run("placement", "start", placement).status == 1)
            let accepted = try await town.run("placement", "accept", placement, "--on", from.description)
            #expect(accepted.status == 0, "\(accepted.errors)")
            #expect(try await town.run("placement", "agree", placement).status == 1)
            for party in ["participant", "host", "referrer"] {
                let approved = try await town.run(
                    "agreement", "approve", placement, "--for", party, "--ground", "signed_on_paper")
                #expect(approved.status == 0, "\(approved.errors)")
            }
            let checked = try await town.run("agreement", "check", placement, "insurance")
            #expect(checked.status == 0, "\(checked.errors)")
            let started = try await town.run("placement", "start", placement, "--on", from.description)
            #expect(started.status == 0, "\(started.errors)")
            let ended = try await town.run("placement", "complete", placement, "--reason", "Fick arbetet")
            #expect(ended.status == 0, "\(ended.errors)")
            let outcome = try await town.run(
                "outcome", "record", "--placement", placement, "--status", "employed", "--employer", "host")
            #expect(outcome.status == 0, "\(outcome.errors)")

            let report = try await town.json("report", "annual", "--year", "\(today.year)")
            let total = try #require(report["total"]?.object)
            for (figure, expected): (String, Double) in [
                "completed": 1, "employed_any": 1, "known": 1, "unknown": 0, "persons": 1,
            ] {
                #expect(total[figure]?.number == expected, "\(figure)")
            }
            #expect(total["offered"]?.number == 4)

            // A statistician sees the same figures with the few hidden, and no participants at all.
            #expect(try await town.run("user", "add", "stina", "--role", "statistician").status == 0)
            let published = try await town.json("report", "annual", "--year", "\(today.year)", "--as", "stina")
            #expect(published["total"]?.object?["persons"]?.isNull == true)
            #expect(try await town.run("participant", "list", "--as", "stina").status == 1)
            let verdict = try await town.json("audit", "verify")
            #expect(verdict["whole"]?.flag == true)
        }
    }
}
