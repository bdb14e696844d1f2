public import Domain
public import FoundationEssentials
public import Postgres

/// Long work as the database knows it.
public enum JobKind: String, Sendable, CaseIterable, PostgresEncodable, PostgresDecodable {
    case `import`, match
}

public enum JobState: String, Sendable, CaseIterable, PostgresEncodable, PostgresDecodable {
    case queued, running, done, failed
}

/// The entity that a job's key stands for.
public enum JobEntity {}

/// A job's row.
public struct JobRecord: Sendable, RowDecodable {
    public let id: Identifier<JobEntity>
    public let kind: JobKind
    public let subject: String
    public let state: JobState
    public let actor: String
    public let isDryRun: Bool
    public let createdAt: Date
    public let finishedAt: Date?
    public let stepsDone: Int
    public let stepsTotal: Int?
    public let result: String?
    public let failure: String?
    /// Seconds since its daemon last said that it was alive.
    public let silence: Double

    public init(row: Row) throws {
        id = try row.value("id")
        kind = try row.value("kind")
        subject = try row.value("subject")
        state = try row.value("state")
        actor = try row.value("actor")
        isDryRun = try row.value("dry_run")
        createdAt = try row.value("created_at")
        finishedAt = try row.value("finished_at")
        stepsDone = try row.value("steps_done")
        stepsTotal = try row.value("steps_total")
        result = try row.value("result")
        failure = try row.value("failure")
        silence = try row.value("silence")
    }
}
