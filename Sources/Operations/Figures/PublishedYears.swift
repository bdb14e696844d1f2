import Statistics

/// The forms of the years last asked for: to settle one takes a while, and the same figures always give the same.
actor PublishedYears {
    static let shared = PublishedYears()

    private static let kept = 24
    private var forms: [(year: ProgrammeYear, task: Task<Result<[AnnualReport], DisclosureRefusal>, Never>)] = []

    /// What stands of the year: closed forms, then the others.
    func forms(of year: ProgrammeYear) async throws(DisclosureRefusal) -> [AnnualReport] {
        let task: Task<Result<[AnnualReport], DisclosureRefusal>, Never>
        if let found = forms.firstIndex(where: { $0.year == year }) {
            let entry = forms.remove(at: found)
            forms.append(entry)
            task = entry.task
        } else {
            task = Task.detached {
                Result { () throws(DisclosureRefusal) in
                    let settled = try PublicationProgramme.published(
                        year.reports, given: year.earlier, below: year.threshold, year.lineage)
                    return (year.earlier + settled).map(\.form)
                }
            }
            forms.append((year, task))
            if forms.count > Self.kept { forms.removeFirst() }
        }
        return try await task.value.get()
    }
}

/// All that the published forms of a year's programme follow from.
struct ProgrammeYear: Sendable, Hashable {
    /// Forms that are out already, with their figures, the oldest first.
    var earlier: [PublishedReport]
    /// What is not closed.
    var reports: [AnnualReport]
    let threshold: Int
    let lineage: UnitLineage
}
