import Matching

/// A folder out of one string of bytes: an option byte, then the files in the order of `InstanceFile.allCases`, each ended by
/// the byte 30, which no file of the format has. What is empty is not there.
///
/// Without a `meta.json`, one is made that counts the tables rightly: else hardly a changed table would get past it.
struct FuzzedFolder: FolderSource {
    private var files: [InstanceFile: ArraySlice<UInt8>]
    private let pieceSize: Int

    init(_ bytes: [UInt8]) {
        pieceSize = 1 + Int(bytes.first ?? 0) % 61
        let parts = bytes.dropFirst().split(separator: 30, omittingEmptySubsequences: false)
        files = Dictionary(uniqueKeysWithValues: zip(InstanceFile.allCases, parts).filter { !$0.1.isEmpty })
        if files[.meta] == nil {
            files[.meta] = ArraySlice(meta.utf8)
        }
    }

    private var meta: String {
        let places = rows(.slots).reduce(0) { sum, row in
            let columns = row.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            let capacity = columns.count > 1 ? Int(String(decoding: columns[1], as: UTF8.self)) : nil
            return sum &+ (capacity ?? 0)
        }
        return """
            {"format": 1, "participants": \(rows(.participants).count), "slots": \(rows(.slots).count), \
            "seats": \(places), "edges": \(rows(.edges).count)}
            """
    }

    private func rows(_ file: InstanceFile) -> ArraySlice<ArraySlice<UInt8>> {
        (files[file] ?? []).split(separator: UInt8(ascii: "\n")).dropFirst()
    }

    func read(
        _ file: InstanceFile, _ body: (ArraySlice<UInt8>) throws(InstanceFolderError) -> Void
    ) throws(InstanceFolderError) -> Bool {
        guard var rest = files[file] else { return false }
        while !rest.isEmpty {
            try body(rest.prefix(pieceSize))
            rest = rest.dropFirst(pieceSize)
        }
        return true
    }
}
