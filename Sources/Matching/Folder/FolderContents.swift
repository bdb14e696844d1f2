/// An instance as it was read from a folder, and where its slots went.
public struct FolderContents: Sendable {
    public let instance: Instance
    private let slotCount: Int
    private let shared: [Int]

    init(instance: Instance, slotCount: Int, shared: [Int]) {
        self.instance = instance
        self.slotCount = slotCount
        self.shared = shared
    }

    /// The slot that a seat stands for: of one with a share, there are two.
    public func slot(of seat: Int) -> Int {
        seat < slotCount ? seat : shared[seat - slotCount]
    }
}
