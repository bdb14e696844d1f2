/// A four-ary min-heap of nodes by distance.
struct NodeHeap: Sendable {
    struct Item: Sendable {
        let distance: Int64
        let node: Int32
    }

    private var items: [Item] = []

    mutating func removeAll() {
        items.removeAll(keepingCapacity: true)
    }

    mutating func push(distance: Int64, node: Int32) {
        let item = Item(distance: distance, node: node)
        var hole = items.count
        items.append(item)
        while hole > 0 {
            let parent = (hole - 1) >> 2
            guard items[parent].distance > distance else { break }
            items[hole] = items[parent]
            hole = parent
        }
        items[hole] = item
    }

    mutating func pop() -> Item? {
        guard let top = items.first, let last = items.popLast() else { return nil }
        if !items.isEmpty {
            sink(last)
        }
        return top
    }

    /// Puts the item in where the top was.
    private mutating func sink(_ item: Item) {
        let count = items.count
        var hole = 0
        while true {
            let first = 4 * hole + 1
            guard first < count else { break }
            var least = first
            for child in first + 1..<max(first + 1, min(first + 4, count))
            where items[child].distance < items[least].distance {
                least = child
            }
            guard items[least].distance < item.distance else { break }
            items[hole] = items[least]
            hole = least
        }
        items[hole] = item
    }
}
