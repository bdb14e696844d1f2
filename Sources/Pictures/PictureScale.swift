/// The scale under a picture: from 0 to a little beyond its greatest number, marked at round numbers.
public struct PictureScale: Sendable, Hashable {
    /// A hundredth of what the whole width stands for.
    private let whole: Int
    private let step: Int

    /// - Parameter values: What must have a place on the scale; negative ones have none.
    public init(reaching values: [Int]) {
        let greatest = max(values.max() ?? 0, 1)
        whole = greatest * 108
        step = Self.step(for: greatest)
    }

    /// At most eight steps of 1, 2 or 5 and noughts.
    private static func step(for greatest: Int) -> Int {
        var power = 1
        while true {
            for digit in [1, 2, 5] where greatest / (digit * power) <= 7 { return digit * power }
            power *= 10
        }
    }

    public func share(_ value: Int) -> Share {
        Share(value * 100, of: whole)
    }

    /// The numbers that are marked, 0 first.
    public var ticks: [Int] {
        Array(stride(from: 0, through: whole / 100, by: step))
    }
}
