import FoundationEssentials
import TestSupport
import Testing

/// A coordinator's round with the built program: files in, run, explained, decided.
struct MatchJourneyTests {
    private struct Run: Decodable {
        struct Pair: Decodable {
            let participant: String
            let slot: String
        }
        struct Reason: Decodable {
            let participant: String
            let reason: String
        }
        let run: String
        let placed: Int
        let unplaced: Int
        let certified: Bool
        let pairs: [Pair]
        let unplaced_reasons: [Reason]
    }

    private static let files = [
        ("units", "code,name,kind\nSBF,Samhällsbyggnad,forvaltning\n"),
        ("referrers", "code,name\nAMA,AMA\nSFI,SFI\n"),
        (
            "slots",
            """
            code,unit,title,kind,from,to,places,state,sfi_required
            PARK,SBF,Park,arbetspraktik,2026-03-02,2026-06-05,1,offered,
            KOK,SBF,Kök,arbetspraktik,2026-03-02,2026-06-05,3,offered,D

            """
        ),
        (
            "participants",
            """
            referrer,reference,registered_on,priority,sfi_passed,protected,given_name
            AMA,K-1,2026-01-05,4,B,no,Amina
            AMA,K-2,2026-01-05,0,C,no,Bo
            SFI,77,2026-01-05,9,D,yes,Cia

            """
        ),
    ]

    private func withTown(_ body: (_ praktik: ([String]) async throws -> BuiltProgram.Answer) async throws -> Void)
        async throws
    {
        try await TestDatabase.with { database in
            let folder = FileManager.default.temporaryDirectory.appending(path: "praktik-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let variables = [
                "PRAKTIK_DATABASE_URL": database.connectionString(), "PRAKTIK_MUNICIPALITY": "1485",
            ]
            for (kind, text) in Self.files {
                let file = folder.appending(path: "\(kind).csv")
                try Data(text.utf8).write(to: file)
                let answer = try await BuiltProgram.run(["import", kind, file.path], variables)
                #expect(answer.status == 0, "\(kind): \(answer.errors)")
            }
            try await body { try await BuiltProgram.run($0, variables) }
        }
    }

    @Test func `a round is run, read, explained, decided once and repeated`() async throws {
        try await withTown { praktik in
            let answer = try await praktik(["match", "run", "--from", "2026-03-02", "--format", "json"])
            #expect(answer.status == 0, "\(answer.errors)")
            let run = try JSONDecoder().decode(Run.self, from: Data(answer.output.utf8))
            #expect(run.certified)
            #expect((run.placed, run.unplaced) == (1, 2))
            #expect(run.pairs.map(\.participant) == ["AMA/K-1"])
            #expect(run.pairs.map(\.slot) == ["PARK"])
            #expect(run.unplaced_reasons.map(\.participant) == ["AMA/K-2", "•••"])

            let shown = try await praktik(["match", "show", run.run, "--language", "sv"])
            #expect(shown.output.contains("1 av 3 placerade, bevisat bästa möjliga (certified)"))
            #expect(shown.output.contains("Godkänd SFI C; tre lediga platser kräver D."))
            #expect(!shown.output.contains("77") && !shown.output.contains("Amina"))

            let explained = try await praktik(["match", "explain", "AMA/K-2", "--slot", "KOK"])
            #expect(explained.output.contains("Eligible for PARK, but the place went to somebody else."))
            #expect(
                explained.output.contains("Passed SFI C; the slot asks for D. With SFI D the place would have been"))
            #expect(try await praktik(["match", "explain", "SFI/77"]).status == 1)
            let slot = try await praktik(["match", "explain", run.run, "--slot", "KOK", "--language", "sv"])
            #expect(slot.output.contains("KOK: ingen fick någon av de tre platserna."))
            #expect(slot.output.contains("Två sökande faller på SFI D."))
            let pair = try await praktik(
                ["match", "explain", run.run, "--participant", "AMA/K-2", "--slot", "PARK", "--format", "json"])
            #expect(pair.output.contains(#""standing":"possible""#) && pair.output.contains(#""verdict":"worse""#))
            #expect(try await praktik(["match", "explain", run.run]).status == 2)

            #expect(try await praktik(["match", "decide", "--dry-run"]).output.contains("Nothing is changed."))
            let decided = try await praktik(["match", "decide", run.run])
            #expect(decided.status == 0, "\(decided.errors)")
            #expect(decided.output.contains("M-1 is decided: one proposal."))
            let again = try await praktik(["match", "decide", run.run])
            #expect(again.status == 1)
            #expect(again.errors.contains("decided already"))
            #expect(try await praktik(["match", "replay", run.run]).status == 0)
            #expect(try await praktik(["placement", "list", "--format", "csv"]).output.contains(",proposed,"))
        }
    }

    @Test func `a placement without a run follows the same rules, and a wrong option is a usage fault`() async throws {
        try await withTown { praktik in
            let add = [
                "placement", "add", "--referrer", "AMA", "--participant", "K-2", "--from", "2026-03-02", "--slot",
            ]
            let refused = try await praktik(add + ["KOK"])
            #expect(refused.status == 1)
            #expect(refused.errors.contains("Passed SFI C; the slot asks for D."))
            let tried = try await praktik(add + ["PARK", "--dry-run"])
            #expect(tried.status == 0, "\(tried.errors)")
            #expect(try await praktik(add + ["PARK"]).output.contains("P-1: AMA/K-2 is proposed for PARK"))
            #expect(try await praktik(["match", "run", "--lock", "nonsense"]).status == 2)
            #expect(try await praktik(["match", "run", "--weight", "wish=1001"]).status == 1)
            #expect(try await praktik(["match", "show", "M-9"]).status == 1)
        }
    }

    @Test func `a trial is compared, kept and read; the census answers for each; nothing is in the way of a script`()
        async throws
    {
        try await withTown { praktik in
            let run = try await praktik([
                "match", "run", "--from", "2026-03-02", "--unit-maximum", "SBF=5", "--unit-minimum", "SBF=3",
                "--referrer-minimum", "AMA=2", "--share", "KOK:AMA=1", "--timings", "--language", "sv",
            ])
            #expect(run.status == 0, "\(run.errors)")
            #expect(
                run.output.contains(
                    "Enheten SBF: 1 placerad, högst 5, helst minst 3; två fattas, fler gick inte utan att någon annan"
                        + " blev utan plats."))
            #expect(run.output.contains("Anvisaren AMA: 1 placerad, helst minst 2; en fattas"))
            #expect(run.errors.contains("lösning") && run.errors.contains(" ms: programmets start"))

            let tried = try await praktik([
                "match", "compare", "M-1", "--places", "PARK=2", "--language", "sv",
            ])
            #expect(tried.status == 0, "\(tried.errors)")
            #expect(tried.output.contains("Placerade"))
            #expect(tried.output.contains("1 berörs: 1 får plats."))
            #expect(tried.output.contains("Får plats (1)"))
            #expect(tried.output.contains("Inget är sparat."))
            let stable = try await praktik(["match", "compare", "M-1", "--stable", "--store", "--format", "json"])
            let answer = try JSONDecoder().decode(JSONValue.self, from: Data(stable.output.utf8)).object
            #expect(answer?["after"]?.object?["run"]?.text == "M-2")
            #expect(answer?["after"]?.object?["stable"]?.flag == true)
            #expect(answer?["differences"]?.array?.isEmpty == true)
            #expect(try await praktik(["match", "list", "--format", "csv"]).output.contains("M-2,"))
            #expect(try await praktik(["match", "replay", "M-2"]).status == 0)
            #expect(
                try await praktik(["match", "compare", "M-1", "M-2"]).output.contains("Nobody gets anything else."))
            #expect(try await praktik(["match", "compare", "M-1", "M-2", "--places", "PARK=2"]).status == 2)
            #expect(try await praktik(["match", "run", "--keep-bonus", "5"]).status == 2)
            #expect(try await praktik(["match", "run", "--unit-maximum", "NIX=5"]).status == 1)

            let census = try await praktik(["match", "census", "M-1", "KOK"])
            #expect(census.output.contains("Asked for: passed SFI D."))
            #expect(census.output.contains("2: SFI course passed\n  AMA/K-1, AMA/K-2"))
            let asked = try await praktik(["match", "census", "M-1", "PARK", "--participant", "AMA/K-2"])
            #expect(asked.output.contains("AMA/K-2: eligible, rank 2 of 2"))
            #expect(!asked.output.contains("K-1"))
        }
    }

    @Test func `whoever becomes protected is in no answer any more`() async throws {
        try await withTown { praktik in
            #expect(try await praktik(["match", "run", "--from", "2026-03-02"]).status == 0)
            let file = FileManager.default.temporaryDirectory.appending(path: "protected-\(UUID().uuidString).csv")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data("referrer,reference,registered_on,protected\nAMA,K-1,2026-01-05,yes\n".utf8).write(to: file)
            #expect(try await praktik(["import", "participants", file.path]).status == 0)
            for format in ["table", "json", "csv"] {
                for command in [
                    ["show"], ["compare", "M-1", "--stable"], ["compare", "M-1", "--withdraw-slot", "PARK"],
                    ["census", "M-1", "PARK"], ["census", "M-1", "KOK"],
                ] {
                    let answer = try await praktik(["match"] + command + ["--format", format])
                    #expect(answer.status == 0, "\(command): \(answer.errors)")
                    #expect(!answer.output.contains("K-1") && !answer.errors.contains("K-1"), "\(command) \(format)")
                }
            }
            #expect(try await praktik(["match", "explain", "AMA/K-1"]).status == 1)
            let decided = try await praktik(["match", "decide"])
            #expect(decided.status == 1)
            #expect(!decided.errors.contains("K-1") && !decided.errors.contains("PARK"))
            #expect(
                try await praktik(["match", "show"]).output.contains("One person of the round has become protected"))
        }
    }
}
