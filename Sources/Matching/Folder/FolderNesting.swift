/// The bounds that a folder sets on supervisors and departments, and which slots they hold.
struct FolderNesting {
    private var groups: [Instance.Group] = []
    private var groupOfSupervisor: [Int: Int] = [:]
    private var groupOfDepartment: [Int: Int] = [:]
    /// Where each supervisor was first seen; only filled where something nests.
    private var departmentOfSupervisor: [Int: Int] = [:]
    private let nests: Bool

    init(_ tables: FolderTables) throws(InstanceFolderError) {
        var (departments, supervisors): ([Instance.Group], [Instance.Group]) = ([], [])
        let hasDepartments = try Self.read(.departments, tables, kind: 0, into: &departments, &groupOfDepartment)
        let hasSupervisors = try Self.read(
            .supervisors, tables, kind: 1, after: departments.count, into: &supervisors, &groupOfSupervisor)
        groups = departments + supervisors
        nests = hasDepartments || hasSupervisors
    }

    private static func read(
        _ file: InstanceFile, _ tables: FolderTables, kind: UInt64, after offset: Int = 0,
        into groups: inout [Instance.Group], _ positions: inout [Int: Int]
    ) throws(InstanceFolderError) -> Bool {
        var last: Int?
        return try tables.read(file) { (row) throws(InstanceFolderError) in
            try row.check(isAfter: last)
            last = row[0]
            try row.check(1, in: Range(Limits.capacity))
            try row.check(2, in: Range(Limits.capacity))
            let count = offset + groups.count + 1
            guard count <= Limits.groups else {
                throw row.fault(.refused(.tooMany(.groups, count: count, limit: Limits.groups)))
            }
            positions[row[0]] = offset + groups.count
            groups.append(.init(key: key(row[0], kind), maximum: row[1], minimum: row[2]))
        }
    }

    /// Departments, supervisors and slots may bear the same numbers.
    private static func key(_ identity: Int, _ kind: UInt64) -> UInt64 {
        UInt64(identity) << 2 | kind
    }

    /// The group that a slot of this department and supervisor lies in, or none. The supervisor's own group goes into the
    /// department's; nothing if it is in another department's already.
    mutating func group(department: Int, supervisor: Int) throws(TwoDepartments) -> Int? {
        guard nests else { return nil }
        let outer = groupOfDepartment[department]
        let inner = groupOfSupervisor[supervisor]
        if let first = departmentOfSupervisor[supervisor] {
            guard first == department else { throw TwoDepartments(first: first) }
        } else {
            departmentOfSupervisor[supervisor] = department
            if let inner, outer != nil {
                let group = groups[inner]
                groups[inner] = .init(key: group.key, maximum: group.maximum, minimum: group.minimum, parent: outer)
            }
        }
        return inner ?? outer
    }

    struct TwoDepartments: Error {
        let first: Int
    }

    /// A group around one slot, within the one it lies in already.
    mutating func enclose(slot: Int, capacity: Int, within parent: Int?) -> Int {
        groups.append(.init(key: Self.key(slot, 2), maximum: capacity, parent: parent))
        return groups.count - 1
    }

    consuming func finish() -> [Instance.Group] {
        groups
    }
}
