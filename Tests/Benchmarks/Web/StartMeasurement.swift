import TestSupport

/// Memory of the idle daemon, and how long it takes to its first answer, against `psql -c 'select 1'`.
enum StartMeasurement {
    static func run(_ database: TestDatabase, rounds: Int) async throws {
        let psql = try await TestCluster.shared().program("psql")
        var ours: [Double] = []
        var theirs: [Double] = []
        var memory: [Double] = []
        for _ in 0..<max(rounds, 3) {
            let start = ContinuousClock.now
            try await TestProgram.run([
                psql, "--no-psqlrc", "--dbname=\(database.connectionString())", "--command=select 1",
            ])
            theirs.append(start.duration(to: .now) / .milliseconds(1))
            let (taken, resident) = try await WebDaemon.run(on: database) { daemon in
                try await Task.sleep(for: .seconds(1))
                return (daemon.timeToAnswer / .milliseconds(1), daemon.residentMegabytes)
            }
            ours.append(taken)
            memory.append(resident)
        }
        let figures = (ours: Figure.median(ours), theirs: Figure.median(theirs))
        Figure.print(
            "start to the first answer", figures.ours, "ms", against: figures.theirs, "psql -c 'select 1'",
            ratio: figures.ours / figures.theirs, aim: "at most 300 ms more")
        let resident = Figure.median(memory)
        Figure.print(
            "memory of the idle daemon", resident, "MB", against: 64, "the aim", ratio: resident / 64, aim: "at most 1")
    }
}
