import Domain

/// The heading of a column that the list can be in order of: a link that sorts by it, or the other way round.
struct SortableHeading {
    let visit: Visit
    /// What the list is in order of now.
    let sort: String
    let isDescending: Bool

    /// Reads `sort=title` or `sort=-title` from the address; anything else is `standard`.
    static func read<Sort: Vocabulary>(_ visit: Visit, standard: Sort, isDescending: Bool = false) -> (Sort, Bool) {
        guard let text = visit.query["sort"] else { return (standard, isDescending) }
        let name = text.hasPrefix("-") ? String(text.dropFirst()) : text
        return Sort(rawValue: name).map { ($0, text.hasPrefix("-")) } ?? (standard, isDescending)
    }

    func html(_ name: String, _ label: Phrase, isNumber: Bool = false) -> HTML {
        let isSorted = sort == name
        let order = isSorted ? (isDescending ? "descending" : "ascending") : "none"
        let target = isSorted && !isDescending ? "-" + name : name
        return """
            <th scope="col" aria-sort="\(order)"\(" class=\"number\"", if: isNumber)>\
            <a href="\(visit.address(changing: ["sort": target, "page": nil]))">\(label)</a></th>
            """
    }
}

extension Visit {
    /// This page's address with some of its query changed; nil takes a name away.
    func address(changing changes: [String: String?]) -> String {
        var pairs = query.pairs.filter { changes[$0.name] == nil }
        pairs += changes.sorted { $0.key < $1.key }.compactMap { name, value in value.map { (name, $0) } }
        return pairs.isEmpty ? path : path + "?" + URLEncoded.encode(pairs)
    }
}
