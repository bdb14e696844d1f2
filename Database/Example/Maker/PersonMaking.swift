import Domain

/// Somebody who does not exist.
struct MadePerson {
    /// Tells persons apart within the example; stands in no file.
    var key: String
    var identityType: IdentityType
    var identity: String
    /// Written to the file only where the identity does not give it.
    var birth: Day?
    var sex: Sex
    var givenName: String
    var familyName: String
    var protected = false

    /// What the service can know of the age on a day.
    func age(on day: Day) -> Int? { birth.map { $0.age(on: day) } }
}

/// Makes persons whose numbers are all test numbers and never the same.
///
/// Skatteverket gives nobody a number with the serial 980–999. Each of the ten pairs of serials belongs to the years that
/// end in the same digit, so that the persons of different years never share a number.
struct PersonMaker {
    private let year: Int
    private var dice: Dice
    private var usedBirths: Set<Day> = []
    private var made = 0

    init(year: Int) {
        self.year = year
        dice = Dice(year: year, "persons")
    }

    /// A person who turned `age` within the year before the round.
    mutating func make(age: Int, identityType: IdentityType, birthKnown: Bool = true) -> MadePerson {
        let sex: Sex = dice.chance(56) ? .woman : .man
        var birth: Day
        repeat {
            birth = roundDay(year).adding(years: -age).adding(-dice.number(0...360))
        } while !usedBirths.insert(birth).inserted
        made += 1
        let person = MadePerson(
            key: "\(year)-\(made)", identityType: identityType, identity: "", birth: birthKnown ? birth : nil, sex: sex,
            givenName: dice.pick(sex == .woman ? womensNames : mensNames), familyName: dice.pick(familyNames))
        return numbered(person, birth)
    }

    private mutating func numbered(_ person: MadePerson, _ birth: Day) -> MadePerson {
        var person = person
        switch person.identityType {
        case .personnummer, .samordningsnummer:
            let serial = 980 + year % 10 * 2 + (person.sex == .man ? 1 : 0)
            let coordination = person.identityType == .samordningsnummer
            person.identity = testNumber(birth: birth, serial: serial, coordination: coordination)
        case .reservnummer:
            person.identity = "R\(twoDigits(year))-\(1000 + made)"
            if dice.chance(30) { person.sex = .unknown }
        case .none:
            if dice.chance(30) { person.sex = .unknown }
        }
        return person
    }
}

/// Twelve digits: the day of birth (with 60 added for a coordination number), the serial and its check digit.
func testNumber(birth: Day, serial: Int, coordination: Bool) -> String {
    let date = birth.year * 10_000 + birth.month * 100 + birth.day + (coordination ? 60 : 0)
    let digits = String(date) + String(serial)
    var sum = 0
    for (place, character) in digits.dropFirst(2).enumerated() {
        let product = (character.wholeNumberValue ?? 0) * (place % 2 == 0 ? 2 : 1)
        sum += product / 10 + product % 10
    }
    return digits + String((10 - sum % 10) % 10)
}
