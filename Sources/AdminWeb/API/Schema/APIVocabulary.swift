import Domain
import Operations
import Statistics
import Store
import StrictJSON

/// A word of a closed list, as files and database have it.
protocol APIWord: APIInput, RawRepresentable, CaseIterable where RawValue == String {}

extension APIWord {
    static var schema: APISchema { .words(allCases.map(\.rawValue)) }
    func write(to json: inout JSONWriter) { json.string(rawValue) }
    init(api json: JSON) throws(ValueError) {
        guard let word = json.text.flatMap(Self.init(rawValue:)) else { throw .keyword }
        self = word
    }
}

extension AnsweringParty: APIWord {}
extension AnswerGround: APIWord {}
extension AnswerKind: APIWord {}
extension Cadence: APIWord {}
extension DeclineReason: APIWord {}
extension EndingParty: APIWord {}
extension CountingRule: APIWord {}
extension Employer: APIWord {}
extension EmploymentForm: APIWord {}
extension IdentityType: APIWord {}
extension MatchMode: APIWord {}
extension FollowUpProgress: APIWord {}
extension FollowUpState: APIWord {}
extension LanguageProgress: APIWord {}
extension OutcomeSource: APIWord {}
extension OutcomeStatus: APIWord {}
extension PlacementState: APIWord {}
extension Role: APIWord {}
extension SFICourse: APIWord {}
extension SFIPassed: APIWord {}
extension Sex: APIWord {}
extension SlotKind: APIWord {}
extension SlotPurpose: APIWord {}
extension SlotState: APIWord {}
extension UndertakingMeasure: APIWord {}
extension UnitKind: APIWord {}
extension Urgency: APIWord {}
extension YesNoUnknown: APIWord {}
extension ImportKind: APIWord {}
extension BoardState: APIWord {}
extension TokenScope: APIWord {}
extension SlotSort: APIWord {}
extension ParticipantSort: APIWord {}
extension PlacementSort: APIWord {}
