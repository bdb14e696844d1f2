import Domain
import Operations
import Store

extension JobKind: APIWord {}
extension JobState: APIWord {}

extension Representation<JobResult> {
    static let jobResult = Representation(
        "JobResult", "What came of a job: the counts of an import, or the run of a match."
    ) {
        APIField("created", "Records an import made.") { $0.created }
        APIField("updated", "Records an import changed.") { $0.updated }
        APIField("unchanged", "Records that were so already.") { $0.unchanged }
        APIField("run", "The run that a match was stored as; null after a dry run.") { $0.run }
        APIField("placed", "How many got a place.") { $0.placed }
        APIField("unplaced", "How many did not.") { $0.unplaced }
    }
}

extension Representation<JobFailure.Fault> {
    static let importFault = Representation(
        "ImportFault", "One thing that keeps a file from being imported; never the value itself."
    ) {
        APIField("line", "The line of the file, from 1.") { $0.line }
        APIField("column", "The column's name; empty where the whole line is meant.") { $0.column }
        APIField("position", "The column's place in the file, from 1.") { $0.position }
        APIField("kind", "What kind of value stands there.") { $0.kind }
        APIField("detail", "What is wrong and what to do about it.") { $0.sentence }
    }
}

extension Representation<JobFailure> {
    static let jobFailure = Representation(
        "JobFailure", "Why a job failed. Nothing of it was done."
    ) {
        APIField("code", "The refusal's name; interrupted where the service stopped or died.") { $0.code }
        APIField("detail", "A sentence.") { $0.sentence }
        APIField("fault_count", "How many faults a file has in all.") { $0.faultCount }
        APIField("faults", "The first \(JobFailure.faultLimit) of them.", listOf: .importFault) { $0.faults }
    }
}

extension Representation<Job> {
    static let job = Representation(
        "Job", "Long work: an import or a match run, with how far it has come."
    ) {
        APIField("id", "Its key.") { $0.id }
        APIField("kind", "What work.") { $0.kind }
        APIField("subject", "An import's kind of file, a match's first day.") { $0.subject }
        APIField("state", "Where it stands; done and failed are the end.") { $0.state }
        APIField("dry_run", "Whether it changes nothing.") { $0.isDryRun }
        APIField("actor", "Who asked for it: an account's name.") { $0.actor }
        APIField("created_at", "When it was asked for.") { $0.createdAt }
        APIField("finished_at", "When it ended.") { $0.finishedAt }
        APIField("done", "How much is done: bytes of a file, stages of a round.") { $0.done }
        APIField("total", "How much there is; null when unknown.") { $0.total }
        APIField("result", "What came of it.", .jobResult) { $0.result }
        APIField("failure", "Why it failed.", .jobFailure) { $0.failure }
    }
}
