import Domain
import Testing

@testable import Statistics

/// What of participants' answers may be seen by those who may not read them.
struct VoiceReportTests {
    private func report(_ units: [(asked: Int, answered: Int)], _ counts: [VoiceChoice: Int] = [:]) -> VoiceReport {
        VoiceReport(
            year: 2026,
            byUnit: units.enumerated().map {
                .init(unit: "U\($0)", name: "U", occasion: .end, asked: $1.asked, answered: $1.answered)
            }, tallies: [.init(question: .tasks, counts: counts)])
    }

    @Test func `the whole is the sum of the units, each occasion by itself`() {
        let whole = report([(10, 7), (3, 0), (0, 0)])
        #expect(whole.total.map(\.occasion) == [.mid, .end])
        #expect(whole.total[1].asked == 13 && whole.total[1].answered == 7 && whole.total[1].percent == 54)
        #expect(whole.total[0].asked == 0 && whole.total[0].percent == nil)
        #expect(whole.suppressed == [])
    }

    @Test(arguments: [
        ((10, 5), 50 as Int?), ((10, 0), 0), ((10, 10), 100), ((20, 13), 70), ((4, 4), nil), ((10, 4), nil),
        ((10, 1), nil),
        ((10, 9), nil), ((10, 6), nil), ((100, 33), 30), ((1000, 999), nil), ((5, 0), 0), ((5, 5), 100), ((9, 5), nil),
    ])
    func `a share is kept back that a few persons stand behind`(_ row: (asked: Int, answered: Int), _ percent: Int?) {
        // Beside a big one, which goes where only one would be hidden.
        let seen = report([row, (1_000_000, 500_000)]).published(below: 5, isOver: true)
        #expect(seen.byUnit[0].percent == percent)
        #expect(seen.byUnit[0].asked == nil && seen.byUnit[0].answered == nil)
        #expect((seen.byUnit[1].percent == nil) == (percent == nil))
        #expect(seen.suppressed.contains("U0.end") == (percent == nil))
    }

    @Test func `where one unit alone would be kept back another is, or the whole`() {
        let two = report([(10, 2), (30, 15), (20, 10)]).published(below: 5, isOver: true)
        #expect(two.byUnit.map(\.percent) == [nil, 50, nil])
        #expect(two.total[1].percent == 50 && two.suppressed == ["U0.end", "U2.end"])
        let one = report([(10, 2)]).published(below: 5, isOver: true)
        #expect(one.byUnit[0].percent == nil && one.total[1].percent == nil)
    }

    @Test(
        arguments: [
            ([.yes: 10, .aBit: 5, .no: 5], true), ([.yes: 10, .no: 10], true), ([:], true), ([.yes: 20], false),
            ([.yes: 20, .no: 1], false), ([.yes: 20, .aBit: 4, .no: 9], false), ([.yes: 1], false),
        ] as [([VoiceChoice: Int], Bool)])
    func `answers are kept back that few gave, or all`(_ counts: [VoiceChoice: Int], _ isShown: Bool) {
        let seen = report([], counts).published(below: 5, isOver: true)
        #expect(seen.tallies[0].counts == nil)
        #expect(seen.suppressed.contains("answers.tasks") != isShown)
        #expect((seen.tallies[0].percents != nil) == (isShown && !counts.isEmpty))
        // And all of them while answers still come in.
        let early = report([], counts).published(below: 5, isOver: false)
        #expect(early.tallies[0].percents == nil)
    }

    /// Whatever is published of two reports that differ in one person's answer, after the year, is shares to the nearest ten of
    /// at least five persons each.
    @Test func `no published share of answers stands on fewer than the threshold`() {
        var random = SplitMix64(seed: 18)
        for _ in 0..<2_000 {
            let counts = Dictionary(
                uniqueKeysWithValues: VoiceChoice.allCases.map { ($0, Int(random.next() % 12)) })
            let seen = report([], counts).published(below: 5, isOver: true).tallies[0]
            guard let percents = seen.percents else { continue }
            #expect(counts.values.allSatisfy { $0 == 0 || $0 >= 5 })
            #expect(counts.values.filter { $0 > 0 }.count > 1)
            #expect(percents.values.allSatisfy { $0 % 10 == 0 })
        }
    }
}
