import Domain
import Operations
import Store

/// Files that are read in, and long work under way.
enum JobRoutes {
    private static let id = APIParameter("id", Identifier<JobEntity>.self, "The job's key.")
    private static let kind = APIParameter("kind", ImportKind.self, "What the file holds.")

    static let routes: [APIRoute] = [
        APIRoute(
            .post, "/imports/{kind}", "startImport", in: "Imports and jobs",
            "Import a CSV file in the background: all of it, or nothing and every fault.", .importFile,
            [kind.inPath], body: .csv, .accepted(Representation.job.schema), dryRun: .ofJob
        ) { call in
            let job = try await call.operations.queueImport(
                call.actor, try call(kind), bytes: call.bytes, dryRun: call.isDryRun)
            return try await accepted(call, job)
        },
        APIRoute(
            .get, "/jobs", "listJobs", in: "Imports and jobs", "Jobs, the newest first: one's own, or everybody's.",
            .listJobs, Paging.parameters, .ok(Paging.schema(.job))
        ) { call in
            Paging.answer(.job, try await call.operations.jobList(call.actor, page: try Paging.request(call)), call)
        },
        APIRoute(
            .get, "/jobs/{id}", "readJob", in: "Imports and jobs", "How a job stands.", .listJobs, of: .job,
            [id.inPath], .ok(Representation.job.schema)
        ) { call in APIResult(.job, try await call.operations.job(call.actor, try call(id)), call) },
    ]

    /// The job as it stands, begun when its row is committed.
    static func accepted(_ call: APICall, _ job: QueuedJob) async throws -> APIResult {
        var result = APIResult(.job, try await call.operations.job(call.actor, job.id), call)
        result.location = "/jobs/\(job.id)"
        result.afterwards = { job.begin() }
        return result
    }
}
