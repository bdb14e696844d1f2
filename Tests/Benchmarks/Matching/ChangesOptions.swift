/// What `changes` is asked for on the command line.
struct ChangesOptions {
    struct NotUnderstood: Error {
        let argument: String
    }

    var count = 1000
    var checks: Int?
    var seed = 1
    var names: [String] = []

    init(_ arguments: [String]) throws(NotUnderstood) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--count": count = max(1, try Self.number(&rest, of: argument))
            case "--checks": checks = max(1, try Self.number(&rest, of: argument))
            case "--seed": seed = try Self.number(&rest, of: argument)
            case _ where argument.hasPrefix("-"): throw NotUnderstood(argument: argument)
            default: names.append(argument)
            }
        }
    }

    private static func number(_ rest: inout ArraySlice<String>, of option: String) throws(NotUnderstood) -> Int {
        guard let number = rest.popFirst().flatMap({ Int($0) }) else { throw NotUnderstood(argument: option) }
        return number
    }
}
