import Matching
import Testing

struct InstanceFolderTests {
    @Test(arguments: [1, 2, 3, 1000])
    func `a folder is read the same in pieces of any size`(pieceSize: Int) throws {
        var folder = MemoryFolder()
        folder.pieceSize = pieceSize
        let instance = try InstanceFolder(source: folder).read()
        #expect(instance.agents.map(\.priority) == [8, 9, 9])
        #expect(instance.seats.map(\.capacity) == [1, 2])
        #expect(instance.edges(of: 0).map(\.score) == [1000, 10])
        #expect(instance.edges(of: 2) == [.init(agent: 2, seat: 0, score: 7)])
        // Both of group 0 want the one place; the other group's participant goes elsewhere.
        let solution = Solver(instance).solve()
        #expect(solution.seatOfAgent == [1, 0, nil])
        let ignoring = try InstanceFolder(source: folder, ignoringGroups: true).read()
        #expect(ignoring.agents.allSatisfy { $0.priority == 0 })
    }

    @Test func `a last line needs no line feed`() throws {
        let folder = MemoryFolder(edges: "participant,slot,score,wish\n0,0,1,1\n0,1,1,1\n1,0,2,0\n2,0,7,10")
        #expect(try InstanceFolder(source: folder).read().edgeCount == 4)
    }

    private typealias Fault = InstanceFolderError

    private static let faults: [(MemoryFolder, InstanceFolderError)] = [
        (MemoryFolder(meta: "{"), Fault(file: .meta, fault: .malformed)),
        (MemoryFolder(meta: "[]"), Fault(file: .meta, fault: .malformed)),
        (
            MemoryFolder(meta: #"{"format": 2, "participants": 3, "slots": 2, "seats": 3, "edges": 4}"#),
            Fault(file: .meta, fault: .unknownFormat(2))
        ),
        (
            MemoryFolder(meta: #"{"format": 1, "participants": 3, "slots": 2, "seats": 3, "edges": 5}"#),
            Fault(file: .edges, fault: .wrongCount(expected: 5, found: 4))
        ),
        (
            MemoryFolder(meta: #"{"format": 1, "participants": 3, "slots": 2, "seats": 4, "edges": 4}"#),
            Fault(file: .slots, column: "capacity", fault: .wrongCount(expected: 4, found: 3))
        ),
        (
            MemoryFolder(meta: #"{"format": 1, "participants": 9000000, "slots": 2, "seats": 4, "edges": 4}"#),
            Fault(file: .meta, fault: .refused(.tooMany(.agents, count: 9_000_000, limit: Limits.agents)))
        ),
        (
            MemoryFolder(meta: #"{"format": 1, "participants": -1, "slots": 2, "seats": 3, "edges": 4}"#),
            Fault(file: .participants, line: 2, fault: .wrongCount(expected: -1, found: 1))
        ),
        (
            MemoryFolder(participants: "participant,area,group\n"),
            Fault(file: .participants, line: 1, fault: .wrongHeader(expected: "participant,group,area"))
        ),
        (
            MemoryFolder(participants: "participant,group,area\n0,1,0\n2,0,0\n"),
            Fault(file: .participants, line: 3, column: "participant", fault: .wrongIdentity(expected: 1))
        ),
        (
            MemoryFolder(participants: "participant,group,area\n0,10,0\n"),
            Fault(file: .participants, line: 2, column: "group", fault: .outOfRange(0..<10))
        ),
        (
            MemoryFolder(slots: "slot,capacity,department,supervisor,area\n0,1,0,0\n"),
            Fault(file: .slots, line: 2, column: "area", fault: .missingValue)
        ),
        (
            MemoryFolder(slots: "slot,capacity,department,supervisor,area\n0,1,0,0,0,0\n"),
            Fault(file: .slots, line: 2, fault: .tooManyValues)
        ),
        (
            MemoryFolder(slots: "slot,capacity,department,supervisor,area\n0,,0,0,0\n"),
            Fault(file: .slots, line: 2, column: "capacity", fault: .missingValue)
        ),
        (
            MemoryFolder(slots: "slot,capacity,department,supervisor,area\n0,12345678901,0,0,0\n"),
            Fault(file: .slots, line: 2, column: "capacity", fault: .outOfRange(0..<1 << 31))
        ),
        (
            MemoryFolder(edges: "participant,slot,score,wish\n0,0,1000,1\n0,1,-1,1\n"),
            Fault(file: .edges, line: 3, column: "score", fault: .notANumber)
        ),
        (
            MemoryFolder(edges: "participant,slot,score,wish\n0,0,1001,1\n"),
            Fault(file: .edges, line: 2, column: "score", fault: .outOfRange(0..<1001))
        ),
        (
            MemoryFolder(edges: "participant,slot,score,wish\n0,2,1,1\n"),
            Fault(file: .edges, line: 2, column: "slot", fault: .outOfRange(0..<2))
        ),
        (
            MemoryFolder(edges: "participant,slot,score,wish\n1,0,1,1\n0,0,1,1\n"),
            Fault(file: .edges, line: 3, fault: .notSorted)
        ),
        (
            MemoryFolder(edges: "participant,slot,score,wish\n0,0,1,1\n0,0,1,1\n"),
            Fault(file: .edges, line: 3, fault: .notSorted)
        ),
        (
            MemoryFolder(edges: "participant,slot,score,wish\r\n"),
            Fault(file: .edges, line: 1, fault: .wrongHeader(expected: "participant,slot,score,wish"))
        ),
        (
            MemoryFolder(edges: ""),
            Fault(file: .edges, line: 1, fault: .wrongHeader(expected: "participant,slot,score,wish"))
        ),
    ]

    @Test(arguments: 0..<21)
    func `each fault is named with its file, line and column`(index: Int) {
        #expect(Self.faults.count == 21)
        let (folder, expected) = Self.faults[index]
        #expect(throws: expected) { try InstanceFolder(source: folder).read() }
    }

    @Test func `a folder that is not there is refused`() {
        let folder = InstanceFolder(directory: "/nonexistent")
        #expect(throws: InstanceFolderError(file: .meta, fault: .missing)) {
            try folder.read()
        }
    }
}
