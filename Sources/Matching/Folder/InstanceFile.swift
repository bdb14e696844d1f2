/// The files of an instance folder.
///
/// All numbers are decimal integers from 0, each table has one header line, and lines end in LF. Participants and slots are
/// dense and count from zero; supervisors, departments and referrers are any numbers of at most ten digits. Every table is
/// sorted by its first column (edges and forbidden pairs by the first two), and holds nothing twice.
///
/// The first four files must be there. Each of the others adds a rule; where one is absent, so is its rule.
public enum InstanceFile: String, Sendable, CaseIterable {
    /// One object: `format` 1, and the numbers of `participants`, `slots`, `seats` (places in all) and `edges`, which the
    /// tables are held against. Whatever else it has (`name`, `shape`, `seed`, `areas` of a generated one) is for people.
    case meta = "meta.json"
    /// `group` 0…9, 0 is placed first; `area` is a note.
    case participants = "participants.csv"
    /// `capacity` 0…1,000,000, from 1 in a generated one; `department` and `supervisor` matter where there is a table of
    /// them, and are notes else; `area` is a note.
    case slots = "slots.csv"
    /// The pairs that all rules allow, by participant, then slot, none twice. `score` 0…1000 is what the optimum maximises
    /// and a slot ranks by in stable mode; `wish` 0…1000 is what a participant ranks by there. Ties: the lower identity
    /// first, on both sides.
    case edges = "edges.csv"
    /// The most, and the fewest wanted, on all slots of a supervisor. A supervisor that is not listed has no bound. Where
    /// this file or the next is, each supervisor must stand in one department only: slot, supervisor and department nest.
    case supervisors = "supervisors.csv"
    /// The most, and the fewest wanted, on all slots of a department. One that is not listed has no bound.
    case departments = "departments.csv"
    /// So many of the slot's `places` are kept for one referrer's participants, who may have the others too.
    case shares = "shares.csv"
    /// The fewest wanted placed of the participants a referrer has sent.
    case referrers = "referrers.csv"
    /// Who comes from which referrer.
    case referrals = "referrals.csv"
    /// Pairs that must be in the result, a participant at most once; each must be among the edges.
    case locked = "locked.csv"
    /// Pairs that must not be in the result.
    case forbidden = "forbidden.csv"
    /// The pairs of an earlier result, a participant at most once: kept where that costs nothing, or at most a bonus.
    case previous = "previous.csv"

    /// The columns of a table, in the one order they may stand in.
    package var columns: [String] {
        switch self {
        case .meta: []
        case .participants: ["participant", "group", "area"]
        case .slots: ["slot", "capacity", "department", "supervisor", "area"]
        case .edges: ["participant", "slot", "score", "wish"]
        case .supervisors: ["supervisor", "maximum", "minimum"]
        case .departments: ["department", "maximum", "minimum"]
        case .shares: ["slot", "referrer", "places"]
        case .referrers: ["referrer", "minimum"]
        case .referrals: ["participant", "referrer"]
        case .locked, .forbidden, .previous: ["participant", "slot"]
        }
    }
}
