import Domain
import Operations
import Store

/// Participants' courses, which placements must not clash with.
enum CourseRoutes {
    private static let referrer = APIParameter("referrer", Code.self, "The referrer's code.")
    private static let reference = APIParameter("reference", Code.self, "The referrer's reference of the person.")
    private static let id = APIParameter("id", Identifier<Course>.self, "The course's key.")
    private static let name = InputField("name", Line.self, "What it is called.")
    private static let from = InputField("from", Day.self, "The first day.")
    private static let to = InputField("to", Day.self, "The last day.")
    private static let weekdays = InputField("weekdays", Weekdays.self, "On which days; left out, Monday to Friday.")
    private static let begins = InputField("begins_at", ClockTime.self, "From when on a day, where that is known.")
    private static let finishes = InputField("finishes_at", ClockTime.self, "Until when on a day.")

    private static let new = APISchema.named(
        "NewCourse", "A course that the participant goes to.",
        [name.required, from.required, to.required, weekdays.optional, begins.optional, finishes.optional])

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/participants/{referrer}/{reference}/courses", "listCourses", in: "Participants",
            "A participant's courses.", .listParticipants, of: .participant, [referrer.inPath, reference.inPath],
            .ok(Paging.wholeSchema(.course))
        ) { call in try await answer(call) },
        APIRoute(
            .post, "/participants/{referrer}/{reference}/courses", "addCourse", in: "Participants",
            "Add a course, against whose days agreements are held.", .changeParticipant, of: .participant,
            [referrer.inPath, reference.inPath], body: .json(new), .ok(Paging.wholeSchema(.course))
        ) { call in
            _ = try await call.operations.addCourse(
                call.actor, referrer: try call(referrer), reference: try call(reference), try course(call.body))
            return try await answer(call)
        },
        APIRoute(
            .delete, "/participants/{referrer}/{reference}/courses/{id}", "removeCourse", in: "Participants",
            "Remove a course.", .changeParticipant, of: .course, [referrer.inPath, reference.inPath, id.inPath],
            .noContent
        ) { call in
            try await call.operations.removeCourse(
                call.actor, referrer: try call(referrer), reference: try call(reference), try call(id))
            return APIResult()
        },
    ]

    private static func course(_ body: RequestBody) throws -> Course {
        let (begin, finish) = (try body[begins], try body[finishes])
        let period: Period
        do { period = try Period(from: body(from), to: body(to)) } catch let error as ValueError {
            throw Refusal.value("to", error)
        }
        var hours: Course.Hours?
        if begin != nil || finish != nil {
            guard let begin, let finish, let both = try? Course.Hours(from: begin, to: finish) else {
                throw Refusal.value("finishes_at", .clockHours)
            }
            hours = both
        }
        return Course(
            name: try body(name), period: period, weekdays: try body[weekdays] ?? .mondayToFriday, hours: hours)
    }

    private static func answer(_ call: APICall) async throws -> APIResult {
        let found = try await call.operations.courses(
            call.actor, referrer: try call(referrer), reference: try call(reference))
        return Paging.answer(.course, whole: found, call)
    }
}
