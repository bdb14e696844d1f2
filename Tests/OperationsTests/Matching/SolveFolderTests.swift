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

    @Test func `the stable result is another one, proven in its own way`() throws {
        // Both want slot 0; slot 1 is open to participant 0 alone, who is the better for slot 0 too.
        let files = [
            "meta.json": #"{"format": 1, "participants": 2, "slots": 2, "seats": 2, "edges": 3}"#,
            "participants.csv": "participant,group,area\n0,0,0\n1,0,0\n",
            "slots.csv": "slot,capacity,department,supervisor,area\n0,1,0,0,0\n1,1,0,0,0\n",
            "edges.csv": "participant,slot,score,wish\n0,0,900,9\n0,1,100,1\n1,0,500,5\n",
        ]
        try withFolder(files) { path in
            let stable = try SolveFolder(directory: path, stable: true)
            #expect(stable.answer.cardinality == 1)
            #expect(stable.answer.certified)
            #expect(stable.pairs.map(\.slot) == [0])
            #expect(try SolveFolder(directory: path).answer.cardinality == 2)
        }
    }

    @Test func `the pairs name slots, also where a share of one is kept`() throws {
        var files = Self.good
        files["shares.csv"] = "slot,referrer,places\n0,7,1\n"
        files["referrals.csv"] = "participant,referrer\n0,7\n"
        files["referrers.csv"] = "referrer,minimum\n7,2\n"
        try withFolder(files) { path in
            for stable in [false, true] {
                let solved = try SolveFolder(directory: path, stable: stable)
                // The one place is kept for referrer 7's only participant, and two were wanted.
                #expect(solved.pairs.map(\.participant) == [0])
                #expect(solved.pairs.map(\.slot) == [0])
                #expect(solved.answer.shortfall == 1)
            }
        }
    }

    @Test func `a previous pair is kept for its bonus`() throws {
        var files = Self.good
        files["previous.csv"] = "participant,slot\n1,0\n"
        try withFolder(files) { path in
            let without = try SolveFolder(directory: path, ignoringGroups: true, keepBonus: 799)
            #expect(without.pairs.map(\.participant) == [0])
            let with = try SolveFolder(directory: path, ignoringGroups: true, keepBonus: 801)
            #expect(with.pairs.map(\.participant) == [1])
            #expect(with.answer.score == 901)
            #expect(throws: SolveFolder.Fault.self) { try SolveFolder(directory: path, keepBonus: 1001) }
        }
    }

    private static let faults: [(file: String, text: String, sv: String, en: String)] = [
        (
            "departments.csv", "department,maximum,minimum\n",
            "slots.csv, rad 3, kolumn supervisor: handledare 4 finns redan i förvaltning 0 och kan inte stå i 1 också: "
                + "gränserna ska ligga i varandra, plats i handledare i förvaltning. Ge handledaren ett nummer i varje.",
            "slots.csv, line 3, column supervisor: supervisor 4 is in department 0 already and cannot be in 1 too: bounds "
                + "must nest, slot in supervisor in department. Give the supervisor a number in each."
        ),
        (
            "locked.csv", "participant,slot\n1,1\n",
            "locked.csv, rad 2: paret kan inte låsas: det finns inte i edges.csv, eller står i forbidden.csv.",
            "locked.csv, line 2: the pair cannot be locked: it is not in edges.csv, or it is in forbidden.csv."
        ),
        (
            "locked.csv", "participant,slot\n0,0\n1,0\n",
            "locked.csv, rad 3: fler är låsta hit än de 1 som ryms på platsen eller hos handledaren eller förvaltningen.",
            "locked.csv, line 3: more are locked here than the 1 that the slot, supervisor or department takes."
        ),
        (
            "referrers.csv", "referrer,minimum\n2,1\n1,1\n",
            "referrers.csv, rad 3, kolumn referrer: raderna ska vara sorterade efter första kolumnen, inget två gånger.",
            "referrers.csv, line 3, column referrer: lines must be sorted by the first column, nothing twice."
        ),
    ]

    @Test(arguments: 0..<4)
    func `a fault in the files of rules is a sentence in both languages`(index: Int) throws {
        #expect(Self.faults.count == 4)
        let (file, text, sv, en) = Self.faults[index]
        var files = Self.good
        files["meta.json"] = #"{"format": 1, "participants": 2, "slots": 2, "seats": 2, "edges": 2}"#
        files["slots.csv"] = "slot,capacity,department,supervisor,area\n0,1,0,4,0\n1,1,1,4,0\n"
        files[file] = text
        try withFolder(files) { path in
            #expect(throws: SolveFolder.Fault(phrase: Phrase(sv: sv, en: en))) { try SolveFolder(directory: path) }
        }
    }
}
