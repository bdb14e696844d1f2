import Glibc
import TestSupport

/// A round as a coordinator runs it: `praktik match run` as a process of its own, on a private cluster, from the command to
/// the stored run, and where the time goes.
///
/// `round [runs] [files FOLDER]`; with a folder, the files of the middle size are written there and nothing is measured.
enum RoundBenchmark {
    private static let sizes: [(participants: Int, slots: Int)] = [(100, 70), (300, 200), (900, 600)]

    static func run(_ arguments: [String]) async throws {
        if arguments.first == "files", let folder = arguments.dropFirst().first {
            try RoundData(participants: 300, slots: 200, seed: 1).write(to: folder)
            return
        }
        let runs = arguments.first.flatMap { Int($0) } ?? 9
        for size in sizes {
            try await measure(RoundData(participants: size.participants, slots: size.slots, seed: 1), runs: runs)
        }
    }

    private static func measure(_ data: RoundData, runs: Int) async throws {
        let state = try await TestProgram.run(["mktemp", "-d", "/tmp/praktik-round-XXXXXX"])
        let watcher = try WatchedProcess(
            clusterIn: state, programs: try await TestProgram.run(["pg_config", "--bindir"]),
            user: getuid() == 0 ? "postgres" : nil)
        defer { watcher.end() }
        let files = try await TestProgram.run(["mktemp", "-d", "/tmp/praktik-round-files-XXXXXX"])
        try data.write(to: files)
        func praktik(_ arguments: String...) async throws -> BuiltProgram.Answer {
            let answer = try await BuiltProgram.run(
                arguments, ["PRAKTIK_STATE": state, "PRAKTIK_MUNICIPALITY": "1485", "LANG": "C"])
            guard answer.status == 0 else {
                Figure.note(answer.errors)
                throw Figure.WrongAnswer()
            }
            return answer
        }
        _ = try await praktik("database", "start")
        _ = try await praktik("migrate")
        for (kind, _) in data.files {
            _ = try await praktik("import", kind, "\(files)/\(kind).csv")
        }
        try await TestProgram.run(["rm", "-r", files])
        var walls: [Double] = []
        var divided = ""
        for _ in 0..<runs {
            let start = ContinuousClock.now
            let answer = try await praktik(
                "match", "run", "--from", RoundData.start, "--format", "json", "--timings")
            walls.append(start.duration(to: .now) / .milliseconds(1))
            divided = answer.errors
        }
        Figure.print(
            "round \(data.participants) × \(data.slots)", Figure.median(walls), "ms", against: walls.max() ?? .nan,
            "slowest of \(runs)", ratio: Figure.median(walls) / 1000, aim: "under a second at 300 × 200")
        print("  the last one, \(divided.trimmingSuffix(while: \.isNewline))")
    }
}

extension String {
    fileprivate func trimmingSuffix(while isLoose: (Character) -> Bool) -> Substring {
        var rest = self[...]
        while let last = rest.last, isLoose(last) { rest.removeLast() }
        return rest
    }
}
