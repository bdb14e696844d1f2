import Domain
import FoundationEssentials

/// A made-up town's round as files to import: units with departments, supervisors with capacities, slots with every kind of
/// requirement, participants with wishes and hindrances, and placements that already hold days. The same numbers and seed
/// give the same files.
struct RoundData {
    let participants: Int
    let slots: Int
    let seed: UInt64

    static let start = "2026-09-01"
    private static let areas = ["centrum", "ljungskile", "herrestad", "lane-ryr"]
    private static let occupations = ["2343", "3411", "5120", "5222", "5311", "5330", "7121", "9111", "9119", "9412"]
    private static let courses = ["", "A", "B", "C", "D"]
    private static let referrers = ["AMA", "ASTAR", "I17", "INV", "SFI", "SOC"]

    private var units: Int { max(4, slots / 10) }
    private var supervisors: Int { max(2, slots / 3) }
    /// Of the participants, those who hold a place already.
    private var placed: Int { participants / 8 }

    /// Kind and text, in the order in which they are imported.
    var files: [(kind: String, text: String)] {
        var random = SplitMix64(seed: seed)
        return [
            ("units", unitFile), ("referrers", "code,name\n" + Self.referrers.map { "\($0),\($0)\n" }.joined()),
            ("supervisors", supervisorFile(&random)), ("slots", slotFile(&random)),
            ("participants", participantFile(&random)), ("placements", placementFile),
        ]
    }

    /// Writes the files into a folder.
    func write(to folder: String) throws {
        for (kind, text) in files {
            try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(kind).csv"))
        }
    }

    /// A quarter are förvaltningar, the others departments in them.
    private var unitFile: String {
        "code,name,kind,parent\n"
            + (0..<units).map { unit in
                unit < units / 4
                    ? "U\(unit),Enhet \(unit),forvaltning,\n"
                    : "U\(unit),Enhet \(unit),avdelning,U\(unit % (units / 4))\n"
            }.joined()
    }

    private func unit(_ index: Int) -> Int { units / 4 + index % (units - units / 4) }

    private func supervisorFile(_ random: inout SplitMix64) -> String {
        var text = "code,unit,name,capacity\n"
        for index in 0..<supervisors {
            text += "H\(index),U\(unit(index)),Handledare \(index),\(Int.random(in: 2...5, using: &random))\n"
        }
        return text
    }

    private func slotFile(_ random: inout SplitMix64) -> String {
        var text =
            "code,unit,title,ssyk,kind,purpose,from,to,places,hours_per_day,weekdays,sfi_required,licences,minimum_age,"
            + "record_check,earmark,supervisor,urgency,permanent_post,area,state\n"
        for index in 0..<slots {
            func maybe(_ odds: Int, _ text: String) -> String {
                Int.random(in: 0..<odds, using: &random) == 0 ? text : ""
            }
            func any(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
            let supervisor = Int.random(in: 0..<supervisors, using: &random)
            let fields: [String] = [
                "S\(index)", "U\(unit(supervisor))", "Plats \(index)", any(Self.occupations), "arbetspraktik",
                maybe(8, "language"), any(["2026-08-17", "2026-09-01", "2026-09-14"]),
                any(["2026-11-27", "2026-12-18", "2027-01-29"]), any(["1", "2", "3"]), any(["6", "6", "4", ""]),
                maybe(6, "1|2|3|4"), any(Self.courses + ["", "", ""]), maybe(7, "B"), maybe(6, "18"),
                maybe(10, "yes"), maybe(12, any(Self.referrers)), any(["H\(supervisor)", "H\(supervisor)", ""]),
                any(["low", "normal", "high"]), maybe(5, "yes"), any(Self.areas), "offered",
            ]
            text += fields.joined(separator: ",") + "\n"
        }
        return text
    }

    private func participantFile(_ random: inout SplitMix64) -> String {
        var text =
            "referrer,reference,birth_date,sex,given_name,protected,sfi_passed,licences,record_check_shown_on,occupations,"
            + "wishes,available_from,available_to,weekdays,hours_per_day,areas,priority,purpose,registered_on\n"
        for index in 0..<participants {
            func maybe(_ odds: Int, _ text: String) -> String {
                Int.random(in: 0..<odds, using: &random) == 0 ? text : ""
            }
            func any(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
            let wishes = Set((0..<3).map { _ in Int.random(in: 0..<slots, using: &random) })
            let year = Int.random(in: 1966...2009, using: &random)
            let fields: [String] = [
                referrer(index), "K-\(index)", "\(year)-05-12", any(["woman", "man"]), "Exempel", maybe(60, "yes"),
                any(Self.courses), maybe(3, "B"), maybe(4, "2026-06-01"),
                Self.occupations.shuffled(using: &random).prefix(2).joined(separator: "|"),
                wishes.sorted().map { "S\($0)" }.joined(separator: "|"),
                any(["2026-08-17", "2026-08-17", "2026-10-01"]),
                maybe(12, "2026-11-15"), maybe(8, "1|2|3|4"), any(["", "", "4", "6"]), any(Self.areas + ["", "", ""]),
                any(["0", "0", "0", "0", "0", "3", "3", "5", "9"]), maybe(3, "language"),
                "2026-0\(Int.random(in: 1...8, using: &random))-15",
            ]
            text += fields.joined(separator: ",") + "\n"
        }
        return text
    }

    private func referrer(_ index: Int) -> String { Self.referrers[index % Self.referrers.count] }

    /// One on each of the first slots, so that no place is taken twice.
    private var placementFile: String {
        "code,referrer,participant,slot,from,to,state\n"
            + (0..<min(placed, slots)).map { index in
                "P\(index),\(referrer(index)),K-\(index),S\(index),2026-09-14,2026-10-16,accepted\n"
            }.joined()
    }
}
