import Glibc

// One benchmark a file, by name: `swift run -c release Benchmarks reads`.
let benchmarks: [(name: String, run: ([String]) async throws -> Void)] = [
    ("reads", ReadBenchmark.run),
    ("pages", PagesBenchmark.run),
    ("reports", ReportBenchmark.run),
    ("closing", ClosingBenchmark.run),
    ("import", ImportBenchmark.run),
    ("round", RoundBenchmark.run),
    ("instances", InstanceFiles.run),
    ("matching", MatchingBenchmark.run),
    ("changes", ChangesBenchmark.run),
    ("suppression", SuppressionBenchmark.run),
]

let arguments = CommandLine.arguments.dropFirst()
guard let name = arguments.first, let benchmark = benchmarks.first(where: { $0.name == name }) else {
    print("Which one? \(benchmarks.map(\.name).joined(separator: ", "))")
    exit(2)
}
do {
    try await benchmark.run(Array(arguments.dropFirst()))
} catch {
    Figure.note("\(error)")
    exit(1)
}
