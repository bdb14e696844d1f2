public import Matching

/// The four files of a generated instance, piece by piece, so that a large one is never held as text.
public struct InstanceText: Sendable {
    private static let pieceSize = 1 << 16
    private let instance: GeneratedInstance

    public init(_ instance: GeneratedInstance) {
        self.instance = instance
    }

    /// Hands out a file's bytes in order; answers whether there is such a file. A generated instance has no further rules.
    @discardableResult
    public func write<Fault: Error>(
        _ file: InstanceFile, _ body: (ArraySlice<UInt8>) throws(Fault) -> Void
    ) throws(Fault) -> Bool {
        switch file {
        case .meta:
            try body(Array(meta.utf8)[...])
        case .participants:
            try table(file, instance.participants.indices, body) { index, line in
                let participant = instance.participants[index]
                line.append(index, participant.group, participant.area)
            }
        case .slots:
            try table(file, instance.slots.indices, body) { index, line in
                let slot = instance.slots[index]
                line.append(index, slot.capacity, slot.department, slot.supervisor, slot.area)
            }
        case .edges:
            try table(file, instance.edges.indices, body) { index, line in
                let edge = instance.edges[index]
                line.append(Int(edge.participant), Int(edge.slot), Int(edge.score), Int(edge.wish))
            }
        default:
            return false
        }
        return true
    }

    private var meta: String {
        let recipe = instance.recipe
        let places = instance.slots.reduce(0) { $0 + $1.capacity }
        return """
            {
              "format": 1,
              "name": "\(recipe.name)",
              "shape": "\(recipe.shape.rawValue)",
              "seed": \(recipe.seed),
              "participants": \(recipe.participants),
              "slots": \(recipe.slots),
              "seats": \(places),
              "edges": \(instance.edges.count),
              "areas": \(recipe.areas)
            }

            """
    }

    private func table<Fault: Error>(
        _ file: InstanceFile, _ rows: Range<Int>, _ body: (ArraySlice<UInt8>) throws(Fault) -> Void,
        _ row: (Int, inout [UInt8]) -> Void
    ) throws(Fault) {
        var piece = Array(file.columns.joined(separator: ",").utf8) + [UInt8(ascii: "\n")]
        for index in rows {
            row(index, &piece)
            if piece.count >= Self.pieceSize {
                try body(piece[...])
                piece.removeAll(keepingCapacity: true)
            }
        }
        try body(piece[...])
    }
}

extension [UInt8] {
    /// One line of whole numbers, none below zero.
    fileprivate mutating func append(_ values: Int...) {
        for (column, value) in values.enumerated() {
            if column > 0 { append(UInt8(ascii: ",")) }
            let start = count
            var rest = value
            repeat {
                append(UInt8(ascii: "0") + UInt8(rest % 10))
                rest /= 10
            } while rest > 0
            self[start...].reverse()
        }
        append(UInt8(ascii: "\n"))
    }
}
