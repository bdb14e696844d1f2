import ArgumentParser
import Domain
import Operations

/// What a coordinator can choose for a round, the same for a run and for a comparison.
struct RoundOptions: ParsableArguments {
    @Option(
        help: .phrase(
            sv: "Ändra en vikt: occupation, wish, area, waited, permanent_post eller urgency; tillsammans högst 1000.",
            en: "Change a weight: occupation, wish, area, waited, permanent_post or urgency; at most 1000 together.",
            valueName: "part=points"), transform: WeightChange.init)
    var weight: [WeightChange] = []

    @Option(
        help: .phrase(
            sv: "Lås en deltagare till en plats.", en: "Lock a participant to a slot.",
            valueName: "referrer/reference,slot"), transform: MatchPair.init(text:))
    var lock: [MatchPair] = []

    @Option(
        help: .phrase(
            sv: "Uteslut ett par.", en: "Rule a pair out.", valueName: "referrer/reference,slot"),
        transform: MatchPair.init(text:))
    var forbid: [MatchPair] = []

    @Option(
        help: .phrase(
            sv: "Högst så många av omgångens praktikanter vid en enhet och dem under den.",
            en: "At most so many of the round's placements at a unit and those below it.", valueName: "unit=number"),
        transform: MatchBound.init(text:))
    var unitMaximum: [MatchBound] = []

    @Option(
        help: .phrase(
            sv: "Helst så många vid en enhet och dem under den; vad som fattas sägs.",
            en: "So many wanted at a unit and those below it; what lacks is said.", valueName: "unit=number"),
        transform: MatchBound.init(text:))
    var unitMinimum: [MatchBound] = []

    @Option(
        help: .phrase(
            sv: "Helst så många av en anvisares deltagare; vad som fattas sägs.",
            en: "So many wanted of a referrer's participants; what lacks is said.", valueName: "referrer=number"),
        transform: MatchBound.init(text:))
    var referrerMinimum: [MatchBound] = []

    @Option(
        help: .phrase(
            sv: "Håll så många av en plats praktikplatser för en anvisare.",
            en: "Keep so many of a slot's places for a referrer.", valueName: "slot:referrer=number"),
        transform: SlotShare.init(text:))
    var share: [SlotShare] = []

    @Option(
        help: .phrase(
            sv: "Behåll en tidigare matchnings par där inget förloras på det.",
            en: "Keep an earlier run's pairs where nothing is lost by it.", valueName: "run"),
        transform: value { try Code($0) })
    var keep: Code?

    @Option(
        help: .phrase(
            sv: "Poäng som ett behållet par ger därutöver, 0 till 1000.",
            en: "Points that a kept pair gives besides, 0 to 1000.", valueName: "points"))
    var keepBonus = 0

    @Flag(
        help: .phrase(
            sv: "Stabil fördelning efter deltagarnas önskemål i stället för den bästa sammanlagda.",
            en: "A stable allocation by the participants' wishes instead of the best in total."))
    var stable = false

    /// Whether nothing is chosen.
    var isEmpty: Bool {
        weight.isEmpty && lock.isEmpty && forbid.isEmpty && bounds.isEmpty && keep == nil && keepBonus == 0 && !stable
    }

    var bounds: MatchBounds {
        MatchBounds(
            unitMaxima: unitMaximum, unitMinima: unitMinimum, referrerMinima: referrerMinimum, shares: share)
    }
}

/// `PART=POINTS`, such as `wish=300`.
struct WeightChange {
    let part: ScorePart
    let points: Int

    init(_ text: String) throws {
        let sides = text.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, let part = ScorePart(rawValue: String(sides[0])), let points = Int(sides[1]) else {
            throw ValidationError(
                Phrase(sv: "Skriv DEL=POÄNG, till exempel wish=300.", en: "Write PART=POINTS, for example wish=300.")
                    .help)
        }
        self.part = part
        self.points = points
    }
}

extension MatchPair {
    /// `REFERRER/REFERENCE,SLOT`, such as `AMA/K-114,PARK-1`.
    init(text: String) throws {
        let sides = text.split(separator: ",", omittingEmptySubsequences: false)
        guard sides.count == 2, sides[0].contains("/"), let slot = try? Code(String(sides[1])) else {
            throw ValidationError(
                Phrase(
                    sv: "Skriv ANVISARE/REFERENS,PLATS, till exempel AMA/K-114,PARK-1.",
                    en: "Write REFERRER/REFERENCE,SLOT, for example AMA/K-114,PARK-1."
                ).help)
        }
        self.init(participant: String(sides[0]), slot: slot)
    }
}

extension MatchBound {
    /// `CODE=NUMBER`, such as `SBF=12`.
    init(text: String) throws {
        let sides = text.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, let code = try? Code(String(sides[0])), let count = Int(sides[1]) else {
            throw ValidationError(
                Phrase(sv: "Skriv KOD=ANTAL, till exempel SBF=12.", en: "Write CODE=NUMBER, for example SBF=12.").help)
        }
        self.init(code: code, count: count)
    }
}

extension SlotShare {
    /// `SLOT:REFERRER=NUMBER`, such as `PARK-1:SFI=2`. A slot's own code may hold colons.
    init(text: String) throws {
        guard let equals = text.lastIndex(of: "="), let colon = text[..<equals].lastIndex(of: ":"),
            let slot = try? Code(String(text[..<colon])),
            let referrer = try? Code(String(text[text.index(after: colon)..<equals])),
            let places = Int(text[text.index(after: equals)...])
        else {
            throw ValidationError(
                Phrase(
                    sv: "Skriv PLATS:ANVISARE=ANTAL, till exempel PARK-1:SFI=2.",
                    en: "Write SLOT:REFERRER=NUMBER, for example PARK-1:SFI=2."
                ).help)
        }
        self.init(slot: slot, referrer: referrer, places: places)
    }
}
