/// What is wrong with an instance folder, and where.
public struct InstanceFolderError: Error, Sendable, Equatable {
    public enum Fault: Sendable, Equatable {
        /// A file that must be there is not.
        case missing
        /// The file cannot be opened or read; the system's reason.
        case unreadable(String)
        /// `meta.json` is not a JSON object with the whole numbers it must have.
        case malformed
        case unknownFormat(Int)
        case wrongHeader(expected: String)
        case missingValue
        case tooManyValues
        case notANumber
        case outOfRange(Range<Int>)
        /// Identities must count up from zero, line by line.
        case wrongIdentity(expected: Int)
        /// Lines must be sorted by their first column, none twice.
        case notAscending
        /// A supervisor in two departments: that does not nest.
        case inTwoDepartments(supervisor: Int, first: Int, again: Int)
        /// A locked pair is not among the edges, or is forbidden.
        case notEligible
        /// More are locked than a slot, a share, a supervisor or a department takes.
        case lockedBeyond(Int)
        /// Pairs must be sorted by participant, then slot, none twice.
        case notSorted
        /// The table has another number of rows, or of places, than `meta.json` says.
        case wrongCount(expected: Int, found: Int)
        case refused(InstanceError)
    }

    public let file: InstanceFile
    /// Counted from 1; none where the fault is the whole file's.
    public let line: Int?
    /// The column's name.
    public let column: String?
    public let fault: Fault

    public init(file: InstanceFile, line: Int? = nil, column: String? = nil, fault: Fault) {
        self.file = file
        self.line = line
        self.column = column
        self.fault = fault
    }
}
