import FoundationEssentials
import TestSupport
import Testing

/// Answers with the built program: a no and the next in turn, both yes, one of them for the participant, and no answer in time.
struct AnswerJourneyTests {
    private static let files = [
        ("units", "code,name,kind\nSBF,Samhällsbyggnad,forvaltning\n"), ("referrers", "code,name\nAMA,AMA\n"),
        (
            "slots",
            """
            code,unit,title,kind,from,to,places,state,sfi_required
            PARK,SBF,Park,arbetspraktik,2099-03-02,2099-06-05,1,offered,
            KOK,SBF,Kök,arbetspraktik,2099-03-02,2099-06-05,1,offered,D

            """
        ),
        (
            "participants",
            """
            referrer,reference,registered_on,priority,sfi_passed
            AMA,K-1,2026-01-05,4,B
            AMA,K-2,2026-01-05,0,C
            AMA,K-3,2026-01-05,0,not_needed

            """
        ),
        (
            "placements",
            """
            code,referrer,participant,slot,from,to,state,state_on
            X-1,AMA,K-3,KOK,2099-03-02,2099-06-05,proposed,2026-01-05

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

    @Test func `a no, the next in turn, both yes, and what nobody answers lapses`() async throws {
        try await withTown { praktik in
            func done(_ words: String...) async throws -> String {
                let answer = try await praktik(words)
                #expect(answer.status == 0, "\(words): \(answer.errors)")
                return answer.output
            }
            _ = try await done("user", "add", "rut", "--role", "registrar", "--unit", "SBF")
            _ = try await done("match", "run", "--from", "2099-03-02")
            #expect(try await done("match", "decide").contains("P-1"))

            let ungrounded = try await praktik(["placement", "answer", "P-1", "--party", "host", "--accept"])
            #expect(ungrounded.status == 1)
            #expect(ungrounded.errors.contains("--on-behalf"))
            let unclear = try await praktik(["placement", "answer", "P-1", "--party", "host"])
            #expect(unclear.status == 2)
            let theirs = try await praktik(
                ["placement", "answer", "P-1", "--party", "participant", "--accept", "--as", "rut"])
            #expect(theirs.status == 1)

            _ = try await done(
                "placement", "answer", "P-1", "--party", "participant", "--decline", "got_work", "--on-behalf", "phoned"
            )
            #expect(try await done("placement", "alternates", "P-1", "--format", "csv").contains("K-2"))
            #expect(try await done("placement", "propose-next", "P-1", "--language", "en").contains("AMA/K-2"))
            let again = try await praktik(["placement", "propose-next", "P-1"])
            #expect(again.status == 1)

            _ = try await done("placement", "answer", "P-2", "--party", "host", "--accept", "--as", "rut")
            let both = try await done(
                "placement", "answer", "P-2", "--party", "participant", "--accept", "--on-behalf", "no_email",
                "--language", "en")
            #expect(both.contains("P-2 is accepted"))
            let shown = try await done("placement", "show", "P-2", "--language", "en")
            #expect(shown.contains("Answers") && shown.contains("rut") && shown.contains("no_email"))

            #expect(try await done("placement", "lapse-overdue", "--dry-run").contains("X-1"))
            #expect(try await done("placement", "lapse-overdue").contains("X-1"))
            #expect(try await done("placement", "lapse-overdue").isEmpty)
            #expect(try await done("placement", "list", "--state", "lapsed", "--format", "csv").contains("X-1"))
            _ = try await done("audit", "verify")
        }
    }
}
