import Domain
import Operations
import Statistics
import Store
import StrictJSON

/// Closed periods.
enum SnapshotRoutes {
    private static let group = "Closed periods"
    private static let period = APIParameter("period", ReportPeriod.self, "Which period; never chosen days.")
    private static let number = APIParameter("number", ClosingNumber.self, "Which closing of the period, from 1.")
    private static let publication = APIParameter(
        "for_publication", Bool.self, "Keep small counts of people back, as a statistician's always are.")
    private static let reason = InputField("reason", Line.self, "Why, for everybody to read; nothing of persons.")

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/reports/closings", "listClosings", in: group, "Every closing, the latest period first.",
            .readFigures,
            [], .ok(Paging.wholeSchema(.closing))
        ) { call in Paging.answer(.closing, whole: try await call.operations.snapshots(call.actor), call) },
        APIRoute(
            .post, "/reports/periods/{period}/closings", "closePeriod", in: group,
            "Close a period that is over: its figures, whole and as published, and the rows behind them are frozen under "
                + "digests. A dry run's digests are of other salts than the closing's will be.", .closePeriod,
            [period.inPath], .ok(Representation.closing.schema)
        ) { call in APIResult(.closing, try await call.operations.closePeriod(call.actor, try call(period)), call) },
        APIRoute(
            .post, "/reports/periods/{period}/reopening", "reopenPeriod", in: group,
            "Open a closed period again. Its figures are today's until it is closed anew; what was closed is kept.",
            .reopenPeriod, [period.inPath],
            body: .json(.named("Reopening", "Why a closed period is opened again.", [reason.required])),
            .ok(Representation.closing.schema)
        ) { call in
            let opened = try await call.operations.reopenPeriod(
                call.actor, try call(period), reason: try call.body(reason))
            return APIResult(.closing, opened, call)
        },
        APIRoute(
            .get, "/reports/periods/{period}/closings/{number}", "readClosing", in: group,
            "The figures as they were closed, also of a period that was opened again.", .readFigures,
            [period.inPath, number.inPath, publication.optional(default: false)], .ok(FigureSchemas.annualReport)
        ) { call in
            try FigureRoutes.result(
                try await call.operations.snapshotReport(
                    call.actor, try call(period), number: try call(number).number,
                    forPublication: try call[publication] ?? false))
        },
        APIRoute(
            .get, "/reports/periods/{period}/closings/{number}/verification", "verifyClosing", in: group,
            "Every digest reckoned anew: what is not what was closed, and what was erased by rule.", .readFigures,
            [period.inPath, number.inPath], .ok(Representation.verification.schema)
        ) { call in
            let verdict = try await call.operations.verifySnapshot(
                call.actor, try call(period), number: try call(number).number)
            return APIResult(.verification, verdict, call)
        },
        APIRoute(
            .get, "/reports/periods/{period}/closings/{number}/corrections", "listCorrections", in: group,
            "What the rows and figures would be today, and what was done since that accounts for it.", .readFigureRows,
            [period.inPath, number.inPath], .ok(SnapshotSchemas.corrections)
        ) { call in
            try FigureRoutes.result(
                try await call.operations.corrections(
                    call.actor, try call(period), number: try call(number).number))
        },
        APIRoute(
            .get, "/reports/periods/{period}/closings/{number}/correction-count", "countCorrections", in: group,
            "How many corrections there are.", .readFigures, [period.inPath, number.inPath],
            .ok(Representation.correctionCount.schema)
        ) { call in
            let count = try await call.operations.correctionCount(
                call.actor, try call(period), number: try call(number).number)
            return APIResult(.correctionCount, count, call)
        },
        APIRoute(
            .get, "/reports/periods/{period}/closings/{number}/export", "exportClosing", in: group,
            "What it is verified with outside Praktik, in a ZIP file: the published document, every digest, how it is done, "
                + "and for those who may see them the rows.", .readFigures, [period.inPath, number.inPath],
            .file("application/zip")
        ) { call in
            let file = try await call.operations.exportSnapshot(
                call.actor, try call(period), number: try call(number).number
            ).archive
            return APIResult(file: file.bytes, named: file.name)
        },
    ]
}

struct ClosingNumber: BoundedNumber {
    static let range = 1...100_000
    let number: Int
}

extension Representation<Int> {
    static let correctionCount = Representation("CorrectionCount", "How many corrections a closing has.") {
        APIField("corrections", "How many.") { $0 }
    }
}

extension Representation<Snapshot> {
    static let closing = Representation("Closing", "A closing of a period.") {
        APIField("period", "Which period.") { $0.period }
        APIField("number", "Which closing of the period, from 1.") { $0.number }
        APIField("closed_on", "The day.") { $0.closedOn }
        APIField("closed_by", "Whose doing, by the account's name.") { $0.closedBy }
        APIField("reopened_on", "The day on which it was opened again; null while it holds.") { $0.reopenedOn }
        APIField("reopened_reason", "Why.") { $0.reopenedReason }
        APIField("digest", "The root digest, SHA-256 in hexadecimal.") { $0.rootDigest }
        APIField("published_digest", "The published document's.") { $0.publishedDigest }
        APIField("document_digest", "The whole document's.") { $0.documentDigest }
        APIField("rules", "The definitions it was counted by, with their versions.") { $0.rules }
        APIField("threshold", "Counts of people under it are not published.") { $0.threshold }
        APIField("rows", "How many rows were frozen.") { $0.rows }
        APIField("erased_rows", "How many of them retention has erased.") { $0.erasedRows }
    }
}

extension Representation<SnapshotVerdict> {
    static let verification = Representation("ClosingVerification", "Whether a closing is what was closed.") {
        APIField("closing", "Which.", .closing) { $0.snapshot }
        APIField("holds", "Whether everything is as it was closed.") { $0.holds }
        APIField("document", "Whether the whole document has its digest.") { $0.documentHolds }
        APIField("published", "Whether the published one has.") { $0.publishedHolds }
        APIField("root", "Whether the root digest is that of the digests under it.") { $0.rootHolds }
        APIField("log", "Whether the audit log names the same root digest.") { $0.logHolds }
        APIField("adds_up", "Whether the rows add up to the figures; null where rows are erased.") { $0.addsUp }
        APIField("tampered", "Rows that are not what was closed, by their place.") { $0.tampered }
        APIField("missing", "Places without a row.") { $0.missing }
        APIField("erased", "Rows erased by rule, by their place.") { $0.erased.values.flatMap(\.self).sorted() }
        APIField("erased_rules", "The rules they were erased by.") { $0.erased.keys.sorted() }
    }
}
