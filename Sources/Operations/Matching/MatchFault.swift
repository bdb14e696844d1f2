public import Domain

/// Why a round cannot be computed as it was asked for.
public enum MatchFault: PhrasedError, Hashable {
    case unknownParticipant(String)
    case unknownSlot(Code)
    /// The rules that stand in the way; none where the pair is forbidden.
    case lockNotEligible(MatchPair, [Phrase])
    case lockedTwice(String)
    case lockedBeyondCapacity(Code, places: Int)
    case lockedBeyondBound(BoundKind, Code, maximum: Int)
    case unknownUnit(Code)
    case unknownReferrer(Code)
    /// A bound below 0 or above a million, or a bonus above 1000.
    case boundOutOfRange
    case boundTwice(Code)
    case sharedTwice(Code)
    /// A supervisor's slots lie partly within and partly without a unit that has a bound.
    case supervisorAcrossUnits(supervisor: Code, of: Code?, slotUnits: [Code], bounded: Code)
    case weightsOutOfRange
    case minimumDaysOutOfRange
    case refusedByEngine(String)
    /// The check did not accept the result. Nothing is stored.
    case notCertified

    public var phrase: Phrase {
        switch self {
        case .unknownParticipant(let label):
            Phrase(
                sv: "Deltagaren \(label) finns inte i omgången; skriv ANVISARE/REFERENS.",
                en: "Participant \(label) is not in the round; write REFERRER/REFERENCE.")
        case .unknownSlot(let code):
            Phrase(
                sv: "Platsen \(code) finns inte i omgången; den är inte erbjuden eller slutar för tidigt.",
                en: "Slot \(code) is not in the round; it is not offered or ends too early.")
        case .lockNotEligible(let pair, let rules):
            Phrase(
                sv: "\(pair.participant) kan inte låsas till \(pair.slot). "
                    + (rules.isEmpty ? "Paret är uteslutet." : rules.map(\.sv).joined(separator: " ")),
                en: "\(pair.participant) cannot be locked to \(pair.slot). "
                    + (rules.isEmpty ? "The pair is ruled out." : rules.map(\.en).joined(separator: " ")))
        case .lockedTwice(let label):
            Phrase(
                sv: "\(label) är låst till mer än en plats; behåll en av dem.",
                en: "\(label) is locked to more than one slot; keep one of them.")
        case .lockedBeyondCapacity(let code, let places):
            Phrase(
                sv: "Fler är låsta till \(code) än de \(places) som kan få plats samtidigt.",
                en: "More are locked to \(code) than the \(places) it can take together.")
        case .lockedBeyondBound(let kind, let code, let maximum):
            Phrase(
                sv: "Fler är låsta inom \(kind.label.sv) \(code) än de \(maximum) som får plats där.",
                en: "More are locked within \(kind.label.en) \(code) than the \(maximum) it can take.")
        case .unknownUnit(let code):
            Phrase(
                sv: "Enheten \(code) har inga platser i omgången.", en: "Unit \(code) has no slots in the round.")
        case .unknownReferrer(let code):
            Phrase(
                sv: "Anvisaren \(code) har inga deltagare i omgången.",
                en: "Referrer \(code) has no participants in the round.")
        case .boundOutOfRange:
            Phrase(
                sv: "En gräns ska vara ett heltal från 0 till 1 000 000, en bonus från 0 till 1000.",
                en: "A bound must be a whole number from 0 to 1,000,000, a bonus from 0 to 1000.")
        case .boundTwice(let code):
            Phrase(
                sv: "\(code) har två gränser av samma slag; behåll en.",
                en: "\(code) has two bounds of a kind; keep one.")
        case .sharedTwice(let code):
            Phrase(
                sv: "Platsen \(code) kan ha en andel för en anvisare, inte för flera.",
                en: "Slot \(code) can have a share for one referrer, not for several.")
        case .supervisorAcrossUnits(let supervisor, let own, let units, let bounded):
            Self.acrossUnits(supervisor, own, units, bounded)
        case .weightsOutOfRange:
            Phrase(
                sv: "Vikterna ska vara heltal från 0 och tillsammans högst 1000.",
                en: "The weights must be whole numbers from 0, together at most 1000.")
        case .minimumDaysOutOfRange:
            Phrase(
                sv: "Den kortaste tiden ska vara 1 till 366 dagar.",
                en: "The shortest duration must be 1 to 366 days.")
        case .refusedByEngine(let text):
            Phrase(sv: "Omgången kan inte beräknas: \(text).", en: "The round cannot be computed: \(text).")
        case .notCertified:
            Phrase(
                sv: "Resultatet klarade inte den oberoende kontrollen och sparas inte; anmäl felet.",
                en: "The result did not pass the independent check and is not stored; report the fault.")
        }
    }

    private static func acrossUnits(_ supervisor: Code, _ own: Code?, _ units: [Code], _ bounded: Code) -> Phrase {
        let unit = own?.rawValue ?? "–"
        func list(_ and: String) -> String { units.map(\.rawValue).joined(separator: " \(and) ") }
        return Phrase(
            sv: "Handledaren \(supervisor) i enheten \(unit) har platser i \(list("och")), och bara några av dem "
                + "räknas till gränsen för \(bounded). Då går det inte att räkna ut vad som är bäst: ge platserna handledare i "
                + "sin egen enhet, eller ta bort gränsen.",
            en: "Supervisor \(supervisor) of unit \(unit) has slots in \(list("and")), and only some of them count "
                + "towards the bound of \(bounded). What is best cannot be computed then: give the slots supervisors of "
                + "their own unit, or take the bound away.")
    }
}
