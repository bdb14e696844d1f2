import Domain
import Operations
import Store
import Testing

struct MatchScoreTests {
    private func points(
        _ part: ScorePart, _ slot: SlotFacts, weights: MatchWeights = .standard,
        _ change: (inout ReferralFacts) -> Void
    ) -> Int? {
        MatchScore(Fixture.referral("AMA/K-1", change), slot, roundStart: Fixture.start, weights: weights)
            .parts[part]
    }

    @Test(arguments: [
        (["9412"], 400), (["9413"], 300), (["9420"], 200), (["9111"], 80), (["5343"], 0), ([], 0),
        (["5343", "9412"], 320), (["5343", "2221", "9412"], 240), (["9413", "9412"], 320),
    ])
    func `occupation by shared digits and rank, the best of those sought`(sought: [String], expected: Int) throws {
        let slot = Fixture.slot("P1") { $0.ssyk = try? SSYK("9412") }
        #expect(points(.occupation, slot) { $0.occupations = sought.compactMap { try? SSYK($0) } } == expected)
    }

    @Test(arguments: [(0, 250), (1, 200), (2, 150), (3, 100), (4, 50), (7, 50)])
    func `a wish by its rank`(rank: Int, expected: Int) {
        let wishes = (0..<rank).map { Fixture.code("Q\($0)") } + [Fixture.code("P1")]
        #expect(points(.wish, Fixture.slot("P1")) { $0.wishes = wishes } == expected)
        #expect(points(.wish, Fixture.slot("P9")) { $0.wishes = wishes } == 0)
    }

    @Test func `area, where the person has said any`() {
        let centre = Fixture.slot("P1") { $0.area = Fixture.words("Centrum")[0] }
        #expect(points(.area, centre) { _ in } == 100)
        #expect(points(.area, centre) { $0.areas = Fixture.words("Centrum", "Skogslyckan") } == 100)
        #expect(points(.area, centre) { $0.areas = Fixture.words("Skogslyckan") } == 0)
        #expect(points(.area, Fixture.slot("P1")) { $0.areas = Fixture.words("Centrum") } == 0)
    }

    @Test(arguments: [
        ("2026-03-02", 0), ("2026-02-28", 1), ("2025-12-02", 75), ("2025-09-03", 150), ("2020-01-01", 150),
        ("2026-04-01", 0),
    ])
    func `time waited until the round starts, whole at 180 days`(registered: String, expected: Int) {
        #expect(points(.waited, Fixture.slot("P1")) { $0.registeredOn = Fixture.day(registered) } == expected)
    }

    @Test func `what the host says`() {
        #expect(points(.permanentPost, Fixture.slot("P1") { $0.permanentPost = true }) { _ in } == 50)
        #expect(points(.permanentPost, Fixture.slot("P1")) { _ in } == 0)
        #expect(points(.urgency, Fixture.slot("P1") { $0.urgency = .high }) { _ in } == 50)
        #expect(points(.urgency, Fixture.slot("P1")) { _ in } == 25)
        #expect(points(.urgency, Fixture.slot("P1") { $0.urgency = .low }) { _ in } == 0)
    }

    @Test func `everything at its best is 1000, and weights may be changed within that`() {
        let slot = Fixture.slot("P1") {
            $0.ssyk = try? SSYK("9412")
            $0.permanentPost = true
            $0.urgency = .high
        }
        let referral = Fixture.referral("AMA/K-1") {
            $0.occupations = [try! SSYK("9412")]
            $0.wishes = [Fixture.code("P1")]
            $0.registeredOn = Fixture.day("2020-01-01")
        }
        #expect(MatchScore(referral, slot, roundStart: Fixture.start, weights: .standard).total == 1000)
        var weights = MatchWeights.standard
        #expect(weights.isValid)
        weights[.wish] = 251
        #expect(!weights.isValid)
        weights[.wish] = -1
        #expect(!weights.isValid)
        weights[.wish] = 0
        #expect(weights.isValid)
        #expect(MatchScore(referral, slot, roundStart: Fixture.start, weights: weights).total == 750)
    }
}
