import FoundationEssentials
import TestSupport
import Testing

/// Users at the console of a municipality on a server of somebody else's.
struct UserJourneyTests {
    private func with(_ body: (@Sendable ([String]) async throws -> BuiltProgram.Answer) async throws -> Void)
        async throws
    {
        try await TestDatabase.with { database in
            _ = try await TestMunicipality.make(database.pool)
            let variables = [
                "PRAKTIK_DATABASE_URL": database.connectionString(), "PRAKTIK_MUNICIPALITY": "1485",
                "PRAKTIK_BASE_URL": "https://praktik.example.se/",
            ]
            try await body { try await BuiltProgram.run($0, variables) }
        }
    }

    private struct Linked: Decodable {
        let code: String
        let link: String?
        let expires_at: String?
    }

    private struct Made: Decodable {
        let id: String
        let token: String?
    }

    private func decode<Value: Decodable>(_ answer: BuiltProgram.Answer, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(answer.output.utf8))
    }

    @Test func `the first administrator gets a link, never a password`() async throws {
        try await with { run in
            let tried = try await run(["user", "add", "agneta", "--admin", "--dry-run"])
            #expect(tried.status == 0)
            #expect(!tried.output.contains("https://"))
            let added = try await run(["user", "add", "agneta", "--admin", "--language", "sv"])
            #expect(added.status == 0, "\(added.errors)")
            #expect(added.output.hasPrefix("agneta är tillagd som administratör.\nLänken fungerar en gång, senast "))
            #expect(added.output.contains("\nhttps://praktik.example.se/invitation/1485."))
            let again = try await run(["user", "link", "agneta", "--format", "json"])
            let link = try #require(try decode(again, as: Linked.self).link)
            #expect(!added.output.contains(link))
            let shown = try await run(["user", "list", "--format", "csv"])
            #expect(shown.output.contains("agneta,administrator,,,no,,,link,,"), "\(shown.output)")
            // An administrator adds others, and sees no person.
            #expect(
                try await run(["user", "add", "rut", "--role", "registrar", "--unit", "SB", "--as", "agneta"]).status
                    == 0)
            let refused = try await run(["participant", "list", "--as", "agneta"])
            #expect(refused.status == 1)
            #expect(refused.errors.contains("administrator"))
            let drift = try await run(["user", "add", "drift", "--role", "operator", "--as", "agneta"])
            #expect(drift.status == 1)
        }
    }

    @Test(arguments: [
        ["add", "x"], ["add", "x", "--admin", "--role", "coordinator"], ["add", "x", "--role", "clock"],
        ["add", "x", "--role", "visitor"], ["add", "x", "--role", "registrar"],
        ["add", "x", "--role", "coordinator", "--unit", "SB"], ["add", "x", "--admin", "--email", "nix"],
        ["token", "add", "x", "--name", "y", "--scope", "all"], ["token", "add", "x", "--name", "y"],
        ["token", "revoke", "x"],
    ])
    func `what does not belong together is not understood`(arguments: [String]) async throws {
        let answer = try await BuiltProgram.run(["user"] + arguments, ["PRAKTIK_MUNICIPALITY": "1485"])
        #expect(answer.status == 2, "\(arguments): \(answer.output)")
        #expect(!answer.errors.isEmpty)
    }

    @Test func `a coordinator becomes a named officer, is disabled and enabled`() async throws {
        try await with { run in
            #expect(try await run(["user", "add", "karin", "--role", "coordinator"]).status == 0)
            let changed = try await run(["user", "change", "karin", "--named-officer", "--email", "karin@uddevalla.se"])
            #expect(changed.status == 0, "\(changed.errors)")
            let shown = try await run(["user", "show", "karin", "--format", "csv"])
            #expect(shown.output.contains("karin,coordinator,,,yes,,karin@uddevalla.se,link,,"), "\(shown.output)")
            // Another role takes the right along.
            #expect(try await run(["user", "change", "karin", "--role", "statistician"]).status == 0)
            #expect(
                try await run(["user", "show", "karin", "--format", "csv"]).output.contains("statistician,,,no"))
            #expect(try await run(["user", "disable", "karin"]).status == 0)
            let refused = try await run(["user", "link", "karin"])
            #expect(refused.status == 1)
            #expect(try await run(["user", "enable", "karin"]).status == 0)
            #expect(try await run(["user", "link", "karin"]).status == 0)
            let ended = try await run(["user", "sessions", "end", "karin"])
            #expect(ended.output == "karin is signed out; sessions ended: 0.\n")
            #expect(try await run(["user", "sessions", "list", "karin"]).status == 0)
        }
    }

    @Test func `a program's token is shown once, listed without it, and revoked`() async throws {
        try await with { run in
            #expect(try await run(["user", "add", "karin", "--role", "coordinator"]).status == 0)
            let made = try await run([
                "user", "token", "add", "karin", "--name", "Planeringssystemet", "--scope", "figures:read", "--scope",
                "slots:read", "--days", "90", "--format", "json",
            ])
            #expect(made.status == 0, "\(made.errors)")
            let token = try decode(made, as: Made.self)
            #expect(token.token?.hasPrefix("praktik_1485.\(token.id).") == true)
            let listed = try await run(["user", "token", "list", "karin", "--format", "csv"])
            #expect(listed.output.contains("\(token.id),karin,Planeringssystemet,figures:read slots:read,"))
            #expect(!listed.output.contains("praktik_"))
            let refused = try await run([
                "user", "token", "add", "karin", "--name", "Användare", "--scope", "users:write",
            ])
            #expect(refused.status == 1)
            #expect(refused.errors.contains("users:write"))
            #expect(try await run(["user", "token", "revoke", token.id]).status == 0)
            #expect(try await run(["user", "token", "revoke", token.id]).status == 1)
        }
    }

    @Test func `an address that is none is refused before anything is done`() async throws {
        for address in ["praktik.example.se", "ftp://x", "https://", "https://x?y", "https://x y"] {
            let answer = try await BuiltProgram.run(["user", "list"], ["PRAKTIK_BASE_URL": address])
            #expect(answer.status == 2, "\(address)")
            #expect(answer.errors.contains("PRAKTIK_BASE_URL"))
        }
    }
}
