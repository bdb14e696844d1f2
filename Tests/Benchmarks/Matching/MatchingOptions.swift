/// What `matching` is asked for on the command line.
struct MatchingOptions {
    static let usage = """
        Benchmarks matching [--rounds N] [--all | --only-ours] [--limit SECONDS] [--instances FOLDER] [--praktik PROGRAM]
                            [NAME…]

          --rounds     how often each is measured, in turn (5)
          --all        every peer, also those that are slow or fail, and the stable ones
          --only-ours  no peers
          --limit      seconds that a peer may take over one solve (300)
          --instances  where the instances are, or are written (.build/instances)
          --praktik    the program to measure, instead of a release build made now
        """

    struct NotUnderstood: Error {
        let argument: String
    }

    enum Choice {
        case none
        case usual
        case all
    }

    var rounds = 5
    var peers = Choice.usual
    var limit: Duration = .seconds(300)
    var instances = Peers.root + "/.build/instances"
    var program: String?
    var names: [String] = []

    init(_ arguments: [String]) throws(NotUnderstood) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--rounds": rounds = max(1, try Self.number(&rest, of: argument))
            case "--limit": limit = .seconds(try Self.number(&rest, of: argument))
            case "--instances": instances = try Self.value(&rest, of: argument)
            case "--praktik": program = try Self.value(&rest, of: argument)
            case "--all": peers = .all
            case "--only-ours": peers = .none
            case _ where argument.hasPrefix("-"): throw NotUnderstood(argument: argument)
            default: names.append(argument)
            }
        }
    }

    private static func value(
        _ rest: inout ArraySlice<String>, of option: String
    ) throws(NotUnderstood) -> String {
        guard let value = rest.popFirst() else { throw NotUnderstood(argument: option) }
        return value
    }

    private static func number(_ rest: inout ArraySlice<String>, of option: String) throws(NotUnderstood) -> Int {
        guard let number = Int(try value(&rest, of: option)) else { throw NotUnderstood(argument: option) }
        return number
    }
}
