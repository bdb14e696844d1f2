public import Domain

/// Why a round cannot be computed as it was asked for.
public enum MatchFault: PhrasedError, Hashable {
    case unknownParticipant(String)
    case unknownSlot(Code)
    /// The rules that stand in the way; none where the pair is forbidden.
    case lockNotEligible(MatchPair, [Phrase])
    case lockedTwice(String)
    case lockedBeyondCapacity(Code, places: Int)
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
}
