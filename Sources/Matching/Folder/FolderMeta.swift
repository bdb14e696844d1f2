import FoundationEssentials

/// What `meta.json` says of the tables; what else it says is not looked at.
struct FolderMeta: Decodable {
    let format: Int
    let participants: Int
    let slots: Int
    /// All places of all slots.
    let seats: Int
    let edges: Int

    init(_ source: any FolderSource) throws(InstanceFolderError) {
        var bytes: [UInt8] = []
        let isThere = try source.read(.meta) { (piece) throws(InstanceFolderError) in
            bytes += piece
            guard bytes.count <= 1 << 16 else { throw InstanceFolderError(file: .meta, fault: .malformed) }
        }
        guard isThere else { throw InstanceFolderError(file: .meta, fault: .missing) }
        guard let meta = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else {
            throw InstanceFolderError(file: .meta, fault: .malformed)
        }
        self = meta
        guard format == 1 else { throw InstanceFolderError(file: .meta, fault: .unknownFormat(format)) }
        let sizes: [(InstanceError.Quantity, Int, Int)] = [
            (.agents, participants, Limits.agents), (.seats, slots, Limits.seats), (.edges, edges, Limits.edges),
        ]
        for (quantity, count, limit) in sizes where count > limit {
            throw InstanceFolderError(file: .meta, fault: .refused(.tooMany(quantity, count: count, limit: limit)))
        }
    }
}
