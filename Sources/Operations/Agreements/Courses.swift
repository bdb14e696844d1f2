public import Domain
import Postgres
public import Store

extension Operations {
    /// A participant's courses, by their first day; as the participant's record, within the actor's reach.
    public func courses(_ actor: Actor, referrer: Code, reference: Code) async throws -> [Stored<Course>] {
        let (found, courses) = try await read(actor, .listParticipants) { connection in
            let found = try await connection.participantInReach(referrer, reference, actor)
            return (found, try await connection.courses(of: found.id, actor.municipality))
        }
        if found.isPersonProtected { try await viewProtected(actor, person: found.personID) }
        return courses
    }

    /// Adds a course, against which agreements are held from then on.
    public func addCourse(
        _ actor: Actor, referrer: Code, reference: Code, _ course: Course, dryRun: Bool = false
    ) async throws -> Identifier<Course> {
        try await change(actor, .changeParticipant, dryRun: dryRun) { connection in
            let found = try await connection.participantToChange(referrer, reference, actor)
            try checked(course.name)
            let id: Identifier<Course> = identifiers.next()
            try await connection.insert(course, id: id, of: found.id, actor.municipality)
            let record = AuditRecord(entity: "participant", id: found.id, after: course.auditFields)
            return Changed(id, records: [record] + found.lookRecords)
        }
    }

    public func removeCourse(
        _ actor: Actor, referrer: Code, reference: Code, _ id: Identifier<Course>, dryRun: Bool = false
    ) async throws {
        try await change(actor, .changeParticipant, dryRun: dryRun) { connection in
            let found = try await connection.participantToChange(referrer, reference, actor)
            let courses = try await connection.courses(of: found.id, actor.municipality)
            guard let course = courses.first(where: { $0.id == id }),
                try await connection.deleteCourse(id, of: found.id, actor.municipality)
            else { throw Refusal.noSuch(.course, id.description) }
            let record = AuditRecord(entity: "participant", id: found.id, before: course.record.auditFields)
            return Changed((), records: [record] + found.lookRecords)
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
