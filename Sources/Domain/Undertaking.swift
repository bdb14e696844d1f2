/// What a unit, or all departments jointly, has been decided to provide.
///
/// The content of a record with the keys that people write; files, commands and forms all fill this.
public struct Undertaking: Sendable, Hashable {
    public var municipality: MunicipalityCode
    public var code: Code
    public var document: Line?
    public var section: Line?
    public var number: Line?
    /// Nil is the joint undertaking of all units of kind `forvaltning`.
    public var unit: Code?
    public var text: Line
    public var measure: UndertakingMeasure
    public var target: Amount?
    public var baseline: Amount?
    /// The referrer the places are kept for.
    public var earmark: Code?
    public var period: Period
    public var cadence: Cadence
    public var rule: CountingRule

    public init(
        municipality: MunicipalityCode, code: Code, document: Line? = nil, section: Line? = nil, number: Line? = nil,
        unit: Code? = nil, text: Line, measure: UndertakingMeasure, target: Amount? = nil, baseline: Amount? = nil,
        earmark: Code? = nil, period: Period, cadence: Cadence = .year, rule: CountingRule
    ) {
        self.municipality = municipality
        self.code = code
        self.document = document
        self.section = section
        self.number = number
        self.unit = unit
        self.text = text
        self.measure = measure
        self.target = target
        self.baseline = baseline
        self.earmark = earmark
        self.period = period
        self.cadence = cadence
        self.rule = rule
    }
}
