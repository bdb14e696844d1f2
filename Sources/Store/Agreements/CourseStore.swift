public import Domain
public import Postgres

extension Course: RowDecodable {
    public init(row: Row) throws {
        let from: ClockTime? = try row.value("begins_at")
        let to: ClockTime? = try row.value("finishes_at")
        self.init(
            name: try row.value("name"), period: try row.period(), weekdays: try row.value("weekdays"),
            hours: try from.flatMap { from in try to.map { try Hours(from: from, to: $0) } })
    }
}

/// A course on whose days a version of an agreement has the participant at work.
public struct CourseClash: Sendable, RowDecodable {
    public let course: Course
    /// Whether the hours overlap; false where those of either side are not known.
    public let isCertain: Bool

    public init(row: Row) throws {
        course = try Course(row: row)
        isCertain = try row.value("certain")
    }
}

extension Connection {
    package func courses(
        of participant: Identifier<Participant>, _ municipality: MunicipalityCode
    ) async throws -> [Stored<Course>] {
        try await query(
            """
            SELECT id, name, starts_on, ends_on, weekdays, begins_at, finishes_at FROM course
            WHERE municipality = \(municipality) AND participant_id = \(participant) ORDER BY starts_on, name, id
            """, as: Stored<Course>.self)
    }

    package func insert(
        _ course: Course, id: Identifier<Course>, of participant: Identifier<Participant>,
        _ municipality: MunicipalityCode
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO course (municipality, id, participant_id, name, starts_on, ends_on, weekdays, begins_at,
                finishes_at)
            VALUES (\(municipality), \(id), \(participant), \(course.name), \(course.period.from), \(course.period.to),
                \(course.weekdays), \(course.hours?.from), \(course.hours?.to))
            """)
    }

    /// False where the participant has no such course.
    package func deleteCourse(
        _ id: Identifier<Course>, of participant: Identifier<Participant>, _ municipality: MunicipalityCode
    ) async throws -> Bool {
        try await execute(
            """
            DELETE FROM course WHERE municipality = \(municipality) AND id = \(id) AND participant_id = \(participant)
            """) == 1
    }

    /// Certain ones first.
    package func courseClashes(
        _ placement: Identifier<Placement>, _ municipality: MunicipalityCode, version: Int
    ) async throws -> [CourseClash] {
        try await query(
            """
            SELECT c.name, c.starts_on, c.ends_on, c.weekdays, c.begins_at, c.finishes_at, x.certain
            FROM agreement_clashes(\(municipality), \(placement), \(version)::integer) x
            JOIN course c ON c.municipality = \(municipality) AND c.id = x.course_id
            ORDER BY x.certain DESC, c.starts_on, c.name
            """, as: CourseClash.self)
    }
}
