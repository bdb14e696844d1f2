import Matching

/// A folder in memory, handed out in pieces of a given size.
struct MemoryFolder: FolderSource {
    var files: [InstanceFile: [UInt8]]
    var pieceSize = 7

    func read(
        _ file: InstanceFile, _ body: (ArraySlice<UInt8>) throws(InstanceFolderError) -> Void
    ) throws(InstanceFolderError) -> Bool {
        guard let bytes = files[file] else { return false }
        var start = 0
        while start < bytes.count {
            let end = min(start + pieceSize, bytes.count)
            try body(bytes[start..<end])
            start = end
        }
        return true
    }

    init(
        meta: String = #"{"format": 1, "participants": 3, "slots": 2, "seats": 3, "edges": 4, "name": "T"}"#,
        participants: String = "participant,group,area\n0,1,0\n1,0,0\n2,0,5\n",
        slots: String = "slot,capacity,department,supervisor,area\n0,1,0,0,0\n1,2,0,1,0\n",
        edges: String = "participant,slot,score,wish\n0,0,1000,1\n0,1,10,1\n1,0,20,0\n2,0,7,1000\n"
    ) {
        files = [
            .meta: Array(meta.utf8), .participants: Array(participants.utf8), .slots: Array(slots.utf8),
            .edges: Array(edges.utf8),
        ]
    }

    /// Four participants, three slots, and a file of every kind: slots 0 and 1 are supervisor 10's in department 5, slot 2
    /// is supervisor 11's there; slot 0 keeps one of its two places for referrer 70.
    init(rules: [InstanceFile: String]) {
        self.init(
            meta: #"{"format": 1, "participants": 4, "slots": 3, "seats": 4, "edges": 9}"#,
            participants: "participant,group,area\n0,0,0\n1,0,0\n2,0,0\n3,0,0\n",
            slots: "slot,capacity,department,supervisor,area\n0,2,5,10,0\n1,1,5,10,0\n2,1,5,11,0\n",
            edges: "participant,slot,score,wish\n0,0,900,1\n0,1,500,1\n1,0,800,0\n1,2,20,9\n2,0,700,0\n2,1,9,9\n"
                + "2,2,8,1\n3,0,100,5\n3,2,50,6\n")
        for (file, text) in rules {
            files[file] = Array(text.utf8)
        }
    }

    static let allRules: [InstanceFile: String] = [
        .supervisors: "supervisor,maximum,minimum\n10,2,1\n",
        .departments: "department,maximum,minimum\n5,3,2\n99,1,1\n",
        .shares: "slot,referrer,places\n0,70,1\n",
        .referrers: "referrer,minimum\n70,1\n71,4\n",
        .referrals: "participant,referrer\n2,71\n3,70\n",
        .locked: "participant,slot\n2,2\n",
        .forbidden: "participant,slot\n0,1\n0,2\n1,0\n",
        .previous: "participant,slot\n0,1\n1,2\n",
    ]
}
