/// Draws areas whose sizes fall off as in Zipf's law, in whole numbers only.
///
/// Each size is off by up to a quarter, so that people and slots, drawn by a sampler each, are many in different areas.
struct AreaSampler {
    private var upTo: [Int] = []

    init(areas: Int, _ random: inout SplitMix64) {
        var sum = 0
        for area in 0..<areas {
            sum += 1_000_000 / (area + 4) * (75 + random.below(51))
            upTo.append(sum)
        }
    }

    func draw(_ random: inout SplitMix64) -> Int {
        guard let total = upTo.last else { return 0 }
        let point = random.below(total)
        var (low, high) = (0, upTo.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if point < upTo[middle] { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
