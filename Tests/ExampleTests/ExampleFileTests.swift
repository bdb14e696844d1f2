import Domain
import Testing

@testable import ExampleMaker

private let years = ExampleFiles.years

struct ExampleFileTests {
    @Test(arguments: [2025, 2026, 2040]) func `the same year gives the same bytes`(year: Int) {
        #expect(Example(year: year).tables.map(\.text) == Example(year: year).tables.map(\.text))
        #expect(Example(year: year).tables.map(\.text) != Example(year: year + 1).tables.map(\.text))
    }

    @Test(arguments: years) func `every reference leads somewhere`(year: Int) throws {
        let files = try ExampleFiles.of(year)
        let units = try codes("Example/units.csv")
        let referrers = try codes("Example/referrers.csv")
        let supervisors = try codes("Example/supervisors.csv")
        let occupations = Set(try CSVRows(file: "Reference/ssyk2012.csv").rows.compactMap { $0["ssyk"] })
        for slot in files.slots.values {
            #expect(units.contains(slot["unit"]))
            #expect(supervisors.contains(slot["supervisor"]))
            #expect(occupations.contains(slot["ssyk"]))
            #expect(slot["earmark"].isEmpty || referrers.contains(slot["earmark"]))
        }
        for participant in files.participants.values {
            #expect(referrers.contains(participant["referrer"]))
            #expect(participant.list("occupations").allSatisfy(occupations.contains))
            #expect(participant.list("wishes").allSatisfy { files.slots[$0] != nil })
            #expect(Set(participant.list("wishes")).count == participant.list("wishes").count)
        }
        for undertaking in files.undertakings {
            #expect(undertaking["unit"].isEmpty || units.contains(undertaking["unit"]))
            #expect(undertaking["earmark"].isEmpty || referrers.contains(undertaking["earmark"]))
        }
        let placed = Set(files.placements.map { $0["code"] })
        for outcome in files.outcomes {
            if outcome["placement"].isEmpty {
                _ = try files.person(outcome)
            } else {
                #expect(placed.contains(outcome["placement"]))
            }
        }
    }

    @Test func `the files that come with the source refer to each other`() throws {
        let units = try codes("Example/units.csv")
        for unit in try CSVRows(file: "Example/units.csv").rows.map(ExampleFiles.Row.init) {
            #expect(unit["parent"].isEmpty || units.contains(unit["parent"]))
            #expect(unit["successor"].isEmpty || units.contains(unit["successor"]))
            _ = try #require(UnitKind(rawValue: unit["kind"]))
        }
        let supervisors = try codes("Example/supervisors.csv")
        for supervisor in try CSVRows(file: "Example/supervisors.csv").rows.map(ExampleFiles.Row.init) {
            #expect(units.contains(supervisor["unit"]))
            #expect(supervisor["deputy"].isEmpty || supervisors.contains(supervisor["deputy"]))
        }
        let history = try CSVRows(file: "Example/undertakings.csv").rows.map(ExampleFiles.Row.init)
        #expect(history.count == 10)
        let referrers = try codes("Example/referrers.csv")
        for undertaking in history {
            #expect(undertaking["unit"].isEmpty || units.contains(undertaking["unit"]))
            #expect(undertaking["earmark"].isEmpty || referrers.contains(undertaking["earmark"]))
            #expect(try undertaking.day("to") < Day("2023-01-01"), "decided, and over")
        }
    }

    @Test(arguments: years) func `identities are test numbers with their check digit, each of one person`(
        year: Int
    ) throws {
        let files = try ExampleFiles.of(year)
        let today = roundDay(year)
        var people: [String: String] = [:]
        var types: Set<String> = []
        for participant in files.participants.values {
            let type = participant["identity_type"]
            types.insert(type)
            guard type == "personnummer" || type == "samordningsnummer" else { continue }
            let identity = participant["identity"]
            let digits = identity.compactMap(\.wholeNumberValue)
            #expect(digits.count == 12)
            #expect((980...999).contains(digits[8] * 100 + digits[9] * 10 + digits[10]))
            let read = try IdentityNumber(identity, today: today)
            #expect(read.type.rawValue == type)
            let age = try #require(read.birthDate?.known).age(on: today)
            // Up to two years back they were as many years younger.
            #expect((17...65).contains(age))
            let name = participant["given_name"] + " " + participant["family_name"]
            #expect(people.updateValue(name, forKey: identity) ?? name == name)
        }
        #expect(types == ["personnummer", "samordningsnummer", "reservnummer", "none"])
    }

    @Test(arguments: years) func `the joint undertaking comes out as meant, in each of the three years`(
        year: Int
    ) throws {
        let files = try ExampleFiles.of(year)
        let units = try CSVRows(file: "Example/units.csv").rows.map(ExampleFiles.Row.init)
        let municipal = Set(units.filter { ["forvaltning", "avdelning"].contains($0["kind"]) }.map { $0["code"] })
        for counted in year - 2...year {
            var places = 0
            for slot in files.slots.values
            where slot["state"] != "draft" && slot["kind"] != "put" && municipal.contains(slot["unit"]) {
                let from = try slot.day("from")
                let lastDay = try slot.dayIfAny("withdrawn_on").map { $0.adding(-1) }
                let to = min(try slot.day("to"), lastDay ?? Day.latest)
                let inYear = try Period(year: counted)
                if let offered = try? Period(from: from, to: to), offered.overlaps(inYear) {
                    places += try slot.number("places")
                }
            }
            #expect(places == jointPlaces(counted))
        }
    }

    private func codes(_ file: String) throws -> Set<String> {
        Set(try CSVRows(file: file).rows.compactMap { $0["code"] })
    }
}
