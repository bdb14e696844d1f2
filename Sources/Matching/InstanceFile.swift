/// The four files of an instance folder.
///
/// All identities are dense and count from zero, all numbers are decimal integers, each table has one header line, and
/// lines end in LF.
public enum InstanceFile: String, Sendable, CaseIterable {
    case meta = "meta.json"
    case participants = "participants.csv"
    case slots = "slots.csv"
    case edges = "edges.csv"

    /// The columns of a table, in the one order they may stand in.
    var columns: [String] {
        switch self {
        case .meta: []
        case .participants: ["participant", "group", "area"]
        case .slots: ["slot", "capacity", "department", "supervisor", "area"]
        case .edges: ["participant", "slot", "score", "wish"]
        }
    }
}
