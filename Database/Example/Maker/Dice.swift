import Domain

/// Chance that falls the same way every time for the same year and purpose, whatever else has been drawn.
struct Dice {
    private var generator: SplitMix64

    init(year: Int, _ purpose: String) {
        var seed = UInt64(year) &* 0x9E37_79B9_7F4A_7C15
        for byte in purpose.utf8 { seed = (seed ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        generator = SplitMix64(seed: seed)
    }

    /// An integer of the range, each about as likely.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(generator.next() % UInt64(range.count))
    }

    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

    /// One of the elements, as likely as its weight says.
    mutating func pick<Element>(weighted elements: [(Element, Int)]) -> Element {
        var left = number(1...elements.reduce(0) { $0 + $1.1 })
        for (element, weight) in elements {
            left -= weight
            if left <= 0 { return element }
        }
        return elements[elements.count - 1].0
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for place in stride(from: result.count - 1, to: 0, by: -1) {
            result.swapAt(place, number(0...place))
        }
        return result
    }
}
