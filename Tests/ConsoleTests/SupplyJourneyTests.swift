import Domain
import FoundationEssentials
import TestSupport
import Testing

/// What a unit supplies, through the built program: last year's twelve slots again in one command, and an offer that rests
/// until it is confirmed.
struct SupplyJourneyTests {
    private func fates(_ answer: [String: JSONValue]) -> [String] {
        (answer["slots"]?.array ?? []).compactMap { slot in
            guard let slot = slot.object else { return nil }
            return [slot["code"]?.text, slot["fate"]?.text, slot["renewed_as"]?.text].compactMap(\.self)
                .joined(separator: " ")
        }
    }

    @Test func `a unit renews last year's twelve slots in one command, and twice changes nothing`() async throws {
        try await YearJourneyTests.Town.use { town in
            try await town.load(
                "units", "code;name;kind;parent", "SBF;Samhällsbyggnad;forvaltning;", "PARK;Park;avdelning;SBF",
                "KOF;Kultur och fritid;forvaltning;")
            let slots = (1...12).map { number in
                let unit = number <= 8 ? "SBF" : "PARK"
                let month = number < 10 ? "0\(number)" : "\(number)"
                return
                    "S\(number)-2026;\(unit);Plats \(number);arbetspraktik;2026-\(month)-02;2026-\(month)-28;2;offered"
            }
            try await town.load(
                "slots",
                ["code;unit;title;kind;from;to;places;state"] + slots
                    + ["K1-2026;KOF;Bibliotek;arbetspraktik;2026-02-02;2026-03-27;1;offered"])
            let renew = ["slot", "renew", "--unit", "SBF", "--from-year", "2026"]
            let tried = try await town.json(renew + ["--dry-run"])
            #expect(tried["renewed"]?.number == 12)
            #expect(try await town.run("slot", "show", "S1-2027").status == 1)

            let done = try await town.json(renew)
            #expect(done["renewed"]?.number == 12)
            #expect(fates(done).sorted() == (1...12).map { "S\($0)-2026 renewed S\($0)-2027" }.sorted())
            let again = try await town.json(renew)
            #expect(again["renewed"]?.number == 0)
            #expect(fates(again).sorted() == (1...12).map { "S\($0)-2026 renewed_already S\($0)-2027" }.sorted())
            let listed = try await town.run("slot", "list", "--format", "csv")
            #expect(listed.output.components(separatedBy: "-2027").count - 1 >= 12)
            #expect(try await town.run("slot", "show", "K1-2027").status == 1)

            // One more year, but for the one that says no, whose reason is counted.
            let no = try await town.run("slot", "not-renewed", "S3-2027", "--reason", "no_supervisor")
            #expect(no.status == 0, "\(no.errors)")
            #expect(try await town.run("slot", "not-renewed", "S3-2027").status == 2)
            let next = try await town.json(["slot", "renew", "--unit", "SBF", "--from-year", "2027"])
            #expect(next["renewed"]?.number == 11 && fates(next).contains("S3-2027 declined"))
            let delivery = try await town.json("commitment", "delivery", "--year", "2028")
            let row = delivery["departments"]?.array?.compactMap(\.object).first { $0["unit"]?.text == "SBF" }
            let reason = row?["not_renewed"]?.array?.first?.object
            #expect(reason?["reason"]?.text == "no_supervisor" && reason?["slots"]?.number == 1)
            #expect(row?["offered"]?.number == 22)
            #expect(delivery["units_without_slots"]?.array?.compactMap(\.text) == ["KOF"])
        }
    }

    @Test func `a stale offer is out of matching and back after one confirmation`() async throws {
        try await YearJourneyTests.Town.use { town in
            let today = WallClock.system.today
            try await town.load("units", "code;name;kind", "SBF;Samhällsbyggnad;forvaltning")
            try await town.load("referrers", "code;name", "AMA;AMA")
            try await town.load(
                "slots", "code;unit;title;kind;from;to;places;state;offered_on",
                "PARK;SBF;Park;arbetspraktik;\(today);\(today.adding(90));1;offered;\(today.adding(-60))")
            try await town.load("participants", "referrer;reference;registered_on", "AMA;K-1;\(today)")
            let match = ["match", "run", "--from", "\(today)"]
            #expect(try await town.json(match)["placed"]?.number == 0)
            let why = try await town.run(
                "match", "explain", "--participant", "AMA/K-1", "--slot", "PARK", "--language", "sv")
            #expect(why.output.contains("är vilande tills erbjudandet bekräftas"), "\(why.output)\(why.errors)")
            #expect(try await town.run("slot", "confirm", "PARK").status == 0)
            #expect(try await town.json(match)["placed"]?.number == 1)
        }
    }
}
