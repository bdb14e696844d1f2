import Domain
import FoundationEssentials
import Operations
import Testing

struct SolveFolderTests {
    private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "praktik-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try body(folder.path)
    }

    private static let good = [
        "meta.json": #"{"format": 1, "participants": 2, "slots": 1, "seats": 1, "edges": 2}"#,
        "participants.csv": "participant,group,area\n0,1,0\n1,0,0\n",
        "slots.csv": "slot,capacity,department,supervisor,area\n0,1,0,0,0\n",
        "edges.csv": "participant,slot,score,wish\n0,0,900,1\n1,0,100,1\n",
    ]

    @Test func `a folder is solved with group 0 first, or without groups`() throws {
        try withFolder(Self.good) { path in
            let byGroup = try SolveFolder(directory: path)
            #expect(byGroup.answer.cardinality == 1)
            #expect(byGroup.answer.score == 100)
            #expect(byGroup.answer.certified)
            #expect(byGroup.pairs.map(\.participant) == [1])
            #expect(try SolveFolder(directory: path, ignoringGroups: true).answer.score == 900)
        }
    }

    @Test func `a fault is a sentence with file, line and column`() throws {
        var files = Self.good
        files["edges.csv"] = "participant,slot,score,wish\n0,0,1900,1\n1,0,100,1\n"
        try withFolder(files) { path in
            let expected = Phrase(
                sv: "edges.csv, rad 2, kolumn score: ska vara 0 till 1000.",
                en: "edges.csv, line 2, column score: must be 0 to 1000.")
            #expect(throws: SolveFolder.Fault(phrase: expected)) { try SolveFolder(directory: path) }
        }
    }
}
