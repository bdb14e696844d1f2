import Glibc

/// How benchmarks measure and print: medians, and one line a figure.
enum Figure {
    /// What is measured must also be right.
    struct WrongAnswer: Error {}

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return .nan }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// One line: what, how much, against what, the ratio and its aim.
    static func print(
        _ what: String, _ value: Double, _ unit: String, against reference: Double, _ name: String, ratio: Double,
        aim: String
    ) {
        Swift.print(
            "\(what): \(short(value)) \(unit); \(name): \(short(reference)) \(unit); ratio \(short(ratio)) (aim: \(aim))"
        )
    }

    /// Beside the figures, for whoever waits for them.
    static func note(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }

    /// Two decimals below 100, none above.
    static func short(_ value: Double) -> String {
        guard value.magnitude < 100 else { return "\(Int(value.rounded()))" }
        let hundredths = Int((value * 100).rounded()).magnitude
        return (value < 0 ? "-" : "") + "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
