/// Where items stand in the order of their keys. Items that come sorted, as a folder's do, cost nothing.
struct KeyOrder: Sendable {
    private var positions: [Int32] = []
    private var items: [Int32] = []

    init(_ keys: [UInt64]) {
        guard !zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) else { return }
        items = keys.indices.sorted { keys[$0] < keys[$1] }.map { Int32($0) }
        positions = Array(repeating: 0, count: keys.count)
        for (position, item) in items.enumerated() {
            positions[Int(item)] = Int32(position)
        }
    }

    func position(of item: Int) -> Int {
        positions.isEmpty ? item : Int(positions[item])
    }

    func item(at position: Int) -> Int {
        items.isEmpty ? position : Int(items[position])
    }
}
