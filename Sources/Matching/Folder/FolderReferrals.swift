/// Who comes from which referrer, and how many of each are wanted placed.
struct FolderReferrals {
    private(set) var cohorts: [Instance.Cohort] = []
    private var cohortOfReferrer: [Int: Int] = [:]
    /// Each participant's referrer, or −1; empty where there is no `referrals.csv`.
    private var referrers: [Int] = []

    init(_ tables: FolderTables, participants: Int) throws(InstanceFolderError) {
        var last: Int?
        _ = try tables.read(.referrers) { (row) throws(InstanceFolderError) in
            try row.check(isAfter: last)
            last = row[0]
            try row.check(1, in: Range(Limits.capacity))
            guard cohorts.count < Limits.cohorts else {
                throw row.fault(.refused(.tooMany(.cohorts, count: cohorts.count + 1, limit: Limits.cohorts)))
            }
            cohortOfReferrer[row[0]] = cohorts.count
            cohorts.append(.init(key: UInt64(row[0]), minimum: row[1]))
        }
        last = nil
        _ = try tables.read(.referrals) { (row) throws(InstanceFolderError) in
            try row.check(isAfter: last)
            last = row[0]
            try row.check(0, in: 0..<max(0, participants))
            if referrers.isEmpty {
                referrers = Array(repeating: -1, count: participants)
            }
            referrers[row[0]] = row[1]
        }
    }

    func cohort(of participant: Int) -> Int? {
        referrers.isEmpty ? nil : cohortOfReferrer[referrers[participant]]
    }

    func isReferred(_ participant: Int, by referrer: Int) -> Bool {
        !referrers.isEmpty && referrers[participant] == referrer
    }
}
