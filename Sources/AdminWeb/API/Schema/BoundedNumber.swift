import Domain
import StrictJSON

/// A whole number of a request, within bounds that the document says.
protocol BoundedNumber: APIInput, Hashable {
    static var range: ClosedRange<Int> { get }
    var number: Int { get }
    init(number: Int)
}

extension BoundedNumber {
    static var schema: APISchema { .integer(range) }
    func write(to json: inout JSONWriter) { json.integer(number) }
    /// Reads what ``schema`` has let through.
    init(api json: JSON) throws(ValueError) {
        self.init(number: json.wholeNumber ?? Self.range.lowerBound)
    }
}
