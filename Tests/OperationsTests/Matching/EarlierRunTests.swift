import Domain
import FoundationEssentials
import Operations
import Store
import Testing

/// Runs as an earlier version stored them, byte for byte.
enum EarlierRun {
    static let parameters = #"""
        {"forbidden":[{"participant":"SFI/79","slot":"PARK"}],"locked":[{"participant":"SFI/78","slot":"LOK"}],"\#
        minimumDays":28,"roundStart":"2026-03-02","seed":20514,"weights":{"area":100,"occupation":400,"permanent\#
        Post":50,"urgency":50,"waited":150,"wish":250}}
        """#

    static let inputs = #"""
        {"leftOut":1,"people":[{"busy":[],"isProtected":false,"referrals":[{"areas":[],"licences":[],"occupation\#
        s":["9214"],"priority":4,"reference":"K-1","referrer":"AMA","registeredOn":"2026-01-05","sfiPassed":"B",\#
        "weekdays":"1|2|3|4|5","wishes":["PARK"]}]},{"busy":[],"isProtected":false,"referrals":[{"areas":[],"lic\#
        ences":[],"occupations":[],"priority":0,"reference":"K-2","referrer":"AMA","registeredOn":"2026-01-05","\#
        sfiPassed":"C","weekdays":"1|2|3|4|5","wishes":["PARK","LOK"]}]},{"busy":[],"isProtected":false,"referra\#
        ls":[{"areas":[],"licences":[],"occupations":["9412"],"priority":2,"reference":"78","referrer":"SFI","re\#
        gisteredOn":"2025-11-03","sfiPassed":"C","weekdays":"1|2|3|4|5","wishes":["LOK"]}]},{"busy":[],"isProtec\#
        ted":false,"referrals":[{"areas":[],"licences":[],"occupations":["9411","9214"],"priority":0,"reference"\#
        :"79","referrer":"SFI","registeredOn":"2025-12-01","sfiPassed":"D","weekdays":"1|2|3|4|5","wishes":["PAR\#
        K"]}]}],"slots":[{"code":"KOK","kind":"arbetspraktik","licences":[],"period":{"from":"2026-03-02","to":"\#
        2026-06-05"},"permanentPost":false,"places":2,"recordCheck":false,"sfiRequired":"D","ssyk":"9411","state\#
        ":"offered","taken":[],"title":"Kök","unit":"SBF","urgency":"normal","weekdays":"1|2|3|4|5","withdrawals\#
        ":[]},{"code":"LOK","kind":"arbetspraktik","licences":[],"period":{"from":"2026-02-01","to":"2026-05-29"\#
        },"permanentPost":false,"places":1,"recordCheck":false,"state":"offered","taken":[],"title":"Lokalvård",\#
        "unit":"SBF","urgency":"normal","weekdays":"1|2|3|4|5","withdrawals":[]},{"code":"PARK","kind":"arbetspr\#
        aktik","licences":[],"period":{"from":"2026-03-02","to":"2026-06-05"},"permanentPost":false,"places":1,"\#
        recordCheck":false,"ssyk":"9214","state":"offered","taken":[],"title":"Park","unit":"SBF","urgency":"nor\#
        mal","weekdays":"1|2|3|4|5","withdrawals":[]}]}
        """#

    static let result = #"""
        {"certificate":{"agentPrices":[12404,0,0,3601],"seatPrices":[0,3372,3422],"step":3001},"pairs":[{"days":\#
        {"from":"2026-03-02","to":"2026-06-05"},"isLocked":false,"participant":"AMA/K-1","parts":{"area":100,"oc\#
        cupation":400,"permanent_post":0,"urgency":25,"waited":46,"wish":250},"score":821,"slot":"PARK"},{"days"\#
        :{"from":"2026-03-02","to":"2026-05-29"},"isLocked":true,"participant":"SFI/78","parts":{"area":100,"occ\#
        upation":0,"permanent_post":0,"urgency":25,"waited":99,"wish":250},"score":474,"slot":"LOK"},{"days":{"f\#
        rom":"2026-03-02","to":"2026-06-05"},"isLocked":false,"participant":"SFI/79","parts":{"area":100,"occupa\#
        tion":400,"permanent_post":0,"urgency":25,"waited":75,"wish":0},"score":600,"slot":"KOK"}],"placedByPrio\#
        rity":[1,0,1,0,1,0,0,0,0,0],"score":1895,"slots":[{"eligible":1,"placed":1,"places":1,"slot":"KOK"},{"el\#
        igible":4,"placed":1,"places":1,"slot":"LOK"},{"eligible":4,"placed":1,"places":1,"slot":"PARK"}],"unpla\#
        ced":[{"nearMisses":[{"places":2,"rule":"sfi","slots":["KOK"],"text":{"en":"Passed SFI C; two free place\#
        s ask for D.","sv":"Godkänd SFI C; två lediga platser kräver D."}}],"participant":"AMA/K-2","reason":"ou\#
        tcompeted","text":{"en":"Eligible for two places, all taken: one to a higher priority, one locked by the\#
         coordinator.","sv":"Behörig till två platser, alla tagna: en till högre prioritet, en som samordnaren h\#
        ar låst."}},{"nearMisses":[],"participant":"•••","reason":"left_out","text":{"en":"Not part of automatic\#
         matching; the coordinator places by hand.","sv":"Ingår inte i automatisk matchning; samordnaren placera\#
        r för hand."}}]}
        """#

    static func record() throws -> MatchRunRecord {
        MatchRunRecord(
            id: Identifiers(clock: .fixed(Fixture.start)).next(), code: Fixture.code("M-1"),
            computedAt: Date(timeIntervalSince1970: 0),
            computedBy: "lisa", roundStart: Fixture.start, ruleVersion: "score-1", parameters: parameters,
            inputs: inputs, result: result)
    }
}

struct EarlierRunTests {
    @Test func `a run stored before bounds and modes is read, verified and repeated`() throws {
        let run = try StoredRun(EarlierRun.record())
        #expect(run.parameters.bounds.isEmpty)
        #expect(run.parameters.mode == .optimal)
        #expect(run.parameters.keep == nil)
        #expect(run.result.pairs.map(\.slot.rawValue) == ["PARK", "LOK", "KOK"])
        #expect(run.result.engine == "engine-1")
        #expect(run.isVerified)
        try run.replay()
    }

    @Test func `and a changed one is not`() throws {
        let tampered = EarlierRun.result.replacing(#""seatPrices":[0,3372,3422]"#, with: #""seatPrices":[0,3372,3423]"#)
        let record = try EarlierRun.record()
        let run = try StoredRun(
            MatchRunRecord(
                id: record.id, code: record.code, computedAt: record.computedAt, computedBy: record.computedBy,
                roundStart: record.roundStart, ruleVersion: record.ruleVersion, parameters: record.parameters,
                inputs: record.inputs, result: tampered))
        let isVerified = run.isVerified
        #expect(!isVerified)
        #expect(throws: Refusal.self) { try run.replay() }
    }
}
