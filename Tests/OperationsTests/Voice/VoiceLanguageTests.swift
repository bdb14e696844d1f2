import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// The participants' pages in further languages, as a municipality loads them.
struct VoiceLanguageTests {
    private static let root = VoiceTextFile.template(in: .swedish)

    private func with(_ body: (Operations, Actor) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 0)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-02-02")))
            try await body(operations, Actor(name: "root", role: .operator, municipality: town.code))
        }
    }

    @Test func `what the template gives can be loaded, in place of what there was, and taken away`() async throws {
        try await with { operations, root in
            let file = Self.root.replacing("name;\"Svenska\"", with: "name;\"Soomaali\"")
            try await operations.loadVoiceLanguage(root, "so", file: Array(file.utf8), dryRun: true)
            #expect(try await operations.voiceLanguages(root) == [])
            try await operations.loadVoiceLanguage(root, "so", file: Array(file.utf8))
            #expect(try await operations.voiceLanguages(root).map(\.name) == ["Soomaali"])
            let again = file.replacing("Soomaali", with: "Af-Soomaali").replacing(";", with: ",")
            try await operations.loadVoiceLanguage(root, "so", file: Array(again.utf8))
            #expect(try await operations.voiceLanguages(root).map(\.name) == ["Af-Soomaali"])
            try await operations.removeVoiceLanguage(root, "so")
            #expect(try await operations.voiceLanguages(root) == [])
            await #expect(throws: Refusal.voice(.language)) { try await operations.removeVoiceLanguage(root, "so") }
        }
    }

    @Test(arguments: ["sv", "en", "a", "abcd", "AR", "å", ""]) func `only a further language's code is taken`(
        _ code: String
    ) async throws {
        try await with { operations, root in
            await #expect(throws: Refusal.voice(.language)) {
                try await operations.loadVoiceLanguage(root, code, file: Array(Self.root.utf8))
            }
        }
    }

    @Test(arguments: [
        ("title;", "titel;", 4, "nyckeln finns inte"), ("direction;\"ltr\"", "direction;\"up\"", 3, "rtl"),
        ("sent;", "send;", 15, "send"), ("yes;\"Ja\"", "yes;\"\"", 10, "yes"), ("key;text", "nyckel;text", 1, "key"),
        ("yes;\"Ja\"", "yes", 10, "kolumn"), ("promise;\"", "promise;\"x\"y", 5, "CSV"),
    ])
    func `a fault is told with its line, what it is and how it is mended, and nothing is loaded`(
        _ old: String, _ new: String, _ line: Int, _ word: String
    ) async throws {
        try await with { operations, root in
            let file = Self.root.replacing(old, with: new)
            #expect(file != Self.root)
            do {
                try await operations.loadVoiceLanguage(root, "ar", file: Array(file.utf8))
                Issue.record("loaded")
            } catch Refusal.voice(.texts(let faults)) {
                let fault = try #require(faults.first)
                #expect(fault.line == line && fault.phrase.sv.hasPrefix("Rad \(line): "))
                #expect(fault.phrase.sv.contains(word) || fault.phrase.en.contains(word))
            }
            #expect(try await operations.voiceLanguages(root) == [])
        }
    }

    @Test func `every text that is missing is named with what to translate`() async throws {
        try await with { operations, root in
            do {
                try await operations.loadVoiceLanguage(root, "ar", file: Array("key;text\nname;X\n".utf8))
                Issue.record("loaded")
            } catch let refusal as Refusal {
                guard case .voice(.texts(let faults)) = refusal else { throw refusal }
                #expect(faults.count == VoiceText.allCases.count - 1)
                #expect(refusal.phrase.sv.contains("Texten title saknas: översätt ”Hur är praktiken?”."))
            }
        }
    }

    @Test(arguments: Role.allCases) func `languages are the administrator's to load`(_ role: Role) async throws {
        try await with { operations, root in
            let actor = Actor(name: "x", role: role, municipality: root.municipality)
            do {
                try await operations.loadVoiceLanguage(actor, "so", file: Array(Self.root.utf8))
                #expect(role == .operator || role == .administrator)
            } catch let refusal as Refusal {
                #expect(refusal.code == "not_allowed" && role != .operator && role != .administrator)
            }
        }
    }
}
