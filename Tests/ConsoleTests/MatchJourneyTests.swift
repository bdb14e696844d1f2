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
            #expect(explained.output.contains("Passed SFI C; the slot asks for D. With SFI D the place would have been"))
            #expect(try await praktik(["match", "explain", "SFI/77"]).status == 1)

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
}
