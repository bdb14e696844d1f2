import TestSupport

/// One municipality's pages with others in the database against the same pages where it is alone: those that people use most,
/// one visitor, the daemons and databases in turn.
enum TownsMeasurement {
    private static let pages = [
        ("start page", "/"), ("slots", "/slots"), ("participants", "/participants"),
        ("a placement", "/placements/K500"),
        ("the year's figures", "/figures/\(ReportData.year)"),
    ]

    static func run(_ towns: [Town], seconds: Int, rounds: Int) async throws {
        try await withDaemons(towns[...], []) { loads in
            var slowest = [Double](repeating: 0, count: loads.count)
            for (name, path) in pages {
                let bodies = try await bodies(loads, path)
                guard Set(bodies.map(\.isEmpty)) == [false] else { throw Figure.WrongAnswer() }
                var times = [[Double]](repeating: [], count: loads.count)
                for _ in 0..<rounds {
                    for (place, load) in loads.enumerated() {
                        times[place].append(1_000 / (try await load.rate(path, connections: 1, seconds: seconds)))
                    }
                }
                let medians = times.map(Figure.median)
                for place in loads.indices.dropFirst() {
                    let ratio = medians[place] / medians[0]
                    slowest[place] = max(slowest[place], ratio)
                    Figure.print(
                        "\(name), \(towns[place].count) municipalities", medians[place], "ms", against: medians[0],
                        "alone", ratio: ratio, aim: "at most 1.2")
                }
            }
            if let worst = slowest.last {
                print("one municipality's pages among 290, the worst: \(Figure.short(worst))")
            }
            for load in loads {
                Figure.note("memory after the load: \(Figure.short(load.daemon.residentMegabytes)) MB")
            }
        }
    }

    private static func bodies(_ loads: [WebLoad], _ path: String) async throws -> [String] {
        var bodies: [String] = []
        for load in loads { bodies.append(try await load.body(path)) }
        return bodies
    }

    /// All the daemons at once, each idle while another is asked.
    private static func withDaemons(
        _ towns: ArraySlice<Town>, _ loads: [WebLoad], _ body: ([WebLoad]) async throws -> Void
    ) async throws {
        guard let town = towns.first else { return try await body(loads) }
        try await WebDaemon.run(on: town.database) { daemon in
            try await withDaemons(
                towns.dropFirst(), loads + [WebLoad(daemon: daemon, visitor: town.visitor)], body)
        }
    }
}
