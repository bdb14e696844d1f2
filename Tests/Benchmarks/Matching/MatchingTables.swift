import InstanceGenerator

/// The measured figures as Markdown.
enum MatchingTables {
    static func render(_ measured: [MatchingFigures], rounds: Int) -> String {
        var parts = ["Medians of \(rounds) rounds, each in turn; times are build + solve, from arrays in memory."]
        parts.append(times(measured))
        parts.append(memory(measured))
        parts.append(modes(measured))
        parts.append(growth(measured))
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// One instance in a line, for whoever waits.
    static func line(_ figures: MatchingFigures) -> String {
        let ours = milliseconds(MatchingFigures.median(figures.ours))
        guard let best = figures.best, let share = share(figures) else { return "\(figures.recipe.name): \(ours) ms" }
        return "\(figures.recipe.name): \(ours) ms; \(best.name) \(milliseconds(best.median)) ms; ratio \(share)"
    }

    private static func times(_ measured: [MatchingFigures]) -> String {
        let names = measured.first?.peers.map(\.name) ?? []
        let rows = measured.map { figures in
            let best = figures.best?.name
            let peers = figures.peers.map { peer in
                let text = peer.median.map { milliseconds($0) } ?? peer.failure ?? "–"
                return peer.name == best ? "**\(text)**" : text
            }
            let first = figures.ours.first
            return [figures.recipe.name, number(first?.placed), number(first?.score)]
                + [milliseconds(MatchingFigures.median(figures.ours))] + peers
                + [share(figures) ?? "–", figures.aim.map { "\($0)" } ?? "–"]
        }
        return "Time, ms\n\n"
            + table(["instance", "placed", "score", "ours"] + names + ["ours / best", "aim"], rows)
    }

    private static func memory(_ measured: [MatchingFigures]) -> String {
        let rows = measured.map { figures in
            let ours = figures.ours.map(\.peakMegabytes).max()
            let leanest = figures.leanest
            return [
                figures.recipe.name, significant(ours), leanest?.name ?? "–", significant(leanest?.peak),
                significant(quotient(ours, leanest?.peak)),
            ]
        }
        return "Peak memory of the process, MB\n\n"
            + table(["instance", "ours", "leanest peer", "its peak", "ours / leanest"], rows)
    }

    private static func modes(_ measured: [MatchingFigures]) -> String {
        let rows = measured.map { figures in
            let ours = MatchingFigures.median(figures.ours)
            let groups = MatchingFigures.median(figures.withGroups)
            let stable = MatchingFigures.median(figures.stable)
            let others = figures.stablePeers.map { peer in
                peer.median.map { milliseconds($0) } ?? peer.failure ?? "–"
            }
            return [
                figures.recipe.name, milliseconds(ours), milliseconds(groups), significant(quotient(groups, ours)),
                milliseconds(stable), significant(quotient(stable, ours)), number(figures.stable.first?.placed),
                number(figures.stable.first?.score),
            ] + others
        }
        let names = measured.first?.stablePeers.map { "\($0.name), stable" } ?? []
        return "Modes of ours, ms\n\n"
            + table(
                [
                    "instance", "one class", "three classes", "/ one class", "stable", "/ one class", "placed, stable",
                    "score, stable",
                ] + names, rows)
    }

    /// How much more time a larger instance of the same shape takes.
    private static func growth(_ measured: [MatchingFigures]) -> String {
        let steps = [("S", "M"), ("M", "L"), ("M-uniform", "L-uniform"), ("M-scarce", "L-scarce")]
        let rows = steps.compactMap { from, to -> [String]? in
            guard let small = measured.first(where: { $0.recipe.name == from }),
                let large = measured.first(where: { $0.recipe.name == to })
            else { return nil }
            let pairs = Double(large.recipe.participants * large.recipe.degree)
            return [
                "\(from) → \(to)",
                significant(pairs / Double(small.recipe.participants * small.recipe.degree)),
                significant(
                    quotient(MatchingFigures.median(large.ours), MatchingFigures.median(small.ours))),
                significant(quotient(large.best?.median, small.best?.median)),
            ]
        }
        guard !rows.isEmpty else { return "" }
        return "Growth: how many times as long\n\n" + table(["step", "pairs", "ours", "best peer"], rows)
    }

    private static func share(_ figures: MatchingFigures) -> String? {
        quotient(MatchingFigures.median(figures.ours), figures.best?.median).map { significant($0) }
    }

    private static func quotient(_ value: Double?, _ other: Double?) -> Double? {
        guard let value, let other else { return nil }
        return value / other
    }

    private static func milliseconds(_ seconds: Double?) -> String {
        significant(seconds.map { $0 * 1000 })
    }

    /// Three digits that count.
    private static func significant(_ value: Double?) -> String {
        guard let value else { return "–" }
        if value >= 100 { return number(Int(value.rounded())) }
        if value >= 10 {
            let tenths = Int((value * 10).rounded())
            return "\(tenths / 10).\(tenths % 10)"
        }
        if value >= 1 { return Figure.short(value) }
        let thousandths = String(Int((value * 1000).rounded()) + 1000)
        return "0." + thousandths.suffix(3)
    }

    /// With commas between the thousands.
    private static func number(_ value: Int?) -> String {
        guard let value else { return "–" }
        var text = ""
        for (place, digit) in String(value).reversed().enumerated() {
            if place > 0, place % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        let rule = head.indices.map { $0 == 0 ? "---" : "---:" }
        return ([head, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }
}
