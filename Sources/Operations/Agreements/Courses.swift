public import Domain
import Postgres
public import Store

extension Operations {
    /// A participant's courses, by their first day; as the participant's record, within the actor's reach.
    public func courses(_ actor: Actor, referrer: Code, reference: Code) async throws -> [Stored<Course>] {
        let found = try await participant(actor, referrer: referrer, reference: reference)
        return try await read(actor, .listParticipants) { connection in
            try await connection.courses(of: found.id, actor.municipality)
        }
    }

    /// Adds a course, against which agreements are held from then on.
    public func addCourse(
        _ actor: Actor, referrer: Code, reference: Code, _ course: Course, dryRun: Bool = false
    ) async throws -> Identifier<Course> {
        let found = try await participant(actor, referrer: referrer, reference: reference)
        return try await change(actor, .changeParticipant, dryRun: dryRun) { connection in
            try checked(course.name)
            let id: Identifier<Course> = identifiers.next()
            try await connection.insert(course, id: id, of: found.id, actor.municipality)
            return Changed(
                id,
                AuditRecord(entity: "participant", id: found.id, after: course.auditFields))
        }
    }

    public func removeCourse(
        _ actor: Actor, referrer: Code, reference: Code, _ id: Identifier<Course>, dryRun: Bool = false
    ) async throws {
        let found = try await participant(actor, referrer: referrer, reference: reference)
        try await change(actor, .changeParticipant, dryRun: dryRun) { connection in
            let courses = try await connection.courses(of: found.id, actor.municipality)
            guard let course = courses.first(where: { $0.id == id }),
                try await connection.deleteCourse(id, of: found.id, actor.municipality)
            else { throw Refusal.noSuch(.course, id.description) }
            return Changed((), AuditRecord(entity: "participant", id: found.id, before: course.record.auditFields))
        }
    }
}

extension Course {
    fileprivate var auditFields: [String: String] {
        var fields = [
            "course": name.rawValue, "from": period.from.description, "to": period.to.description,
            "weekdays": weekdays.description,
        ]
        fields["hours"] = hours?.description
        return fields
    }
}
