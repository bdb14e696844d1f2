/// The four files of an instance folder.
///
/// All identities are dense and count from zero, all numbers are decimal integers, each table has one header line, and
/// lines end in LF.
public enum InstanceFile: String, Sendable, CaseIterable {
    /// One object: `format` 1, and the numbers of `participants`, `slots`, `seats` (places in all) and `edges`, which the
    /// tables are held against. Whatever else it has (`name`, `shape`, `seed`, `areas` of a generated one) is for people.
    case meta = "meta.json"
    /// `group` 0…9, 0 is placed first; `area` is a note.
    case participants = "participants.csv"
    /// `capacity`, from 1 in a generated one; `department`, `supervisor` (in one department each) and `area` are notes.
    case slots = "slots.csv"
    /// The pairs that all rules allow, by participant, then slot, none twice. `score` 0…1000 is what the optimum maximises
    /// and a slot ranks by in stable mode; `wish` 0…1000 is what a participant ranks by there. Ties: the lower identity
    /// first, on both sides.
    case edges = "edges.csv"

    /// The columns of a table, in the one order they may stand in.
    package var columns: [String] {
        switch self {
        case .meta: []
        case .participants: ["participant", "group", "area"]
        case .slots: ["slot", "capacity", "department", "supervisor", "area"]
        case .edges: ["participant", "slot", "score", "wish"]
        }
    }
}
