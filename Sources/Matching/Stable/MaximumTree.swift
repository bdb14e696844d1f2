/// The greatest of any stretch of a row of numbers, in logarithmic time.
struct MaximumTree: Sendable {
    private let count: Int
    /// The row itself in the second half; each node before it is the greater of its two children.
    private var nodes: [UInt64]

    /// A row of zeros.
    init(count: Int) {
        self.count = count
        nodes = Array(repeating: 0, count: 2 * count)
    }

    mutating func set(_ index: Int, to value: UInt64) {
        var node = count + index
        nodes[node] = value
        while node > 1 {
            node /= 2
            let greater = max(nodes[2 * node], nodes[2 * node + 1])
            if nodes[node] == greater { return }
            nodes[node] = greater
        }
    }

    /// The greatest number of the stretch; 0 if it is empty.
    func maximum(in range: Range<Int32>) -> UInt64 {
        var (low, high) = (count + Int(range.lowerBound), count + Int(range.upperBound))
        var greatest: UInt64 = 0
        while low < high {
            if low & 1 == 1 {
                greatest = max(greatest, nodes[low])
                low += 1
            }
            if high & 1 == 1 {
                high -= 1
                greatest = max(greatest, nodes[high])
            }
            low /= 2
            high /= 2
        }
        return greatest
    }
}
