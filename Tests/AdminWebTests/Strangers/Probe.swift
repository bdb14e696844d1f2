/// Something asked of a route that names what is another's: `§slot§` stands for the other's slot, and in the same question
/// asked again for one that is not there.
struct Probe {
    let path: String
    var form: String?
    var json: String?

    /// What it names.
    var names: Set<String> {
        let texts = [path, form ?? "", json ?? ""]
        return Set(
            texts.flatMap { $0.split(separator: "§", omittingEmptySubsequences: false).enumerated() }
                .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) })
    }
}

/// How a route is held against strangers.
enum StrangerCase {
    case probes([Probe])
    /// It names no record of anybody's, or only the asker's own; how that is.
    case namesNone(String)

    /// Read; each address is asked.
    static func get(_ paths: String...) -> StrangerCase { .probes(paths.map { Probe(path: $0) }) }

    /// Posted by a form.
    static func form(_ path: String, _ forms: String...) -> StrangerCase {
        .probes(forms.map { Probe(path: path, form: $0) })
    }

    /// Sent to the API.
    static func json(_ path: String, _ bodies: String...) -> StrangerCase {
        .probes(bodies.map { Probe(path: path, json: $0) })
    }
}
