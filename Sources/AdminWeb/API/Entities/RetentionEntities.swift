import Domain
import Operations

extension Representation<RetentionRule> {
    static let retentionRule = Representation(
        "RetentionRule", "For how long a kind of personal data is kept, and why."
    ) {
        APIField("category", "What kind.") { $0.category }
        APIField("months", "Months after the event.") { $0.months }
        APIField("after", "The event, in the answer's language.") { $0.category.event }
        APIField("basis", "What the period rests on.") { $0.basis }
        APIField("decided_on", "The day of the municipality's own decision; null where the standard holds.") {
            $0.decidedOn
        }
    }
}

extension Representation<RetentionRules> {
    static let retentionRules = Representation("RetentionRules", "Every kind of personal data with its period.") {
        APIField("rules", "By kind.", listOf: .retentionRule) { $0.rules }
    }
}

extension Representation<RetentionHeld> {
    static let retentionHeld = Representation("RetentionHold", "What keeps some on file whatever their age.") {
        APIField("because", "What it is.") { $0.hold }
        APIField("count", "How many it keeps.") { $0.count }
    }
}

extension Representation<RetentionPlan.Part> {
    static let retentionPart = Representation("RetentionPlanPart", "What would be erased of one kind.") {
        APIField("category", "What kind.") { $0.rule.category }
        APIField("months", "Months after the event.") { $0.rule.months }
        APIField("before", "Whatever had its last event before this day would go.") { $0.before }
        APIField("due", "How many persons or records would go.") { $0.due }
        APIField("oldest", "The oldest last event among them.") { $0.oldest }
        APIField("held", "How many are old enough and stay.") { $0.heldInAll }
        APIField("held_by", "By what; one may be held by several things.", listOf: .retentionHeld) {
            $0.held.map { RetentionHeld(hold: $0.hold, count: $0.count) }
        }
        APIField("years_to_close", "Years in which some of them count, which have to be closed first.") { $0.openYears }
    }
}

/// What holds so many, as the API answers with it.
struct RetentionHeld: Sendable {
    let hold: RetentionHold
    let count: Int
}

extension Representation<RetentionPlan> {
    static let retentionPlan = Representation("RetentionPlan", "What the rules would erase on a day.") {
        APIField("on", "The day.") { $0.on }
        APIField("parts", "By kind.", listOf: .retentionPart) { $0.parts }
    }
}

extension Representation<RetentionRows> {
    static let retentionRows = Representation("RetentionRows", "Rows of one table that were erased or emptied.") {
        APIField("table", "The table.") { $0.table }
        APIField("rows", "How many rows.") { $0.count }
    }
}

/// Rows of a table, as the API answers with them.
struct RetentionRows: Sendable {
    let table: String
    let count: Int
}

extension Representation<RetentionReport.Step> {
    static let retentionStep = Representation("RetentionStep", "What one rule erased.") {
        APIField("category", "What kind.") { $0.category }
        APIField("months", "Months after the event.") { $0.months }
        APIField("basis", "What the period rested on.") { $0.basis }
        APIField("before", "Whatever had its last event before this day went.") { $0.before }
        APIField("subjects", "How many persons or records.") { $0.subjects }
        APIField("digest", "SHA-256 over the keys of what went, in hexadecimal.") { $0.digest }
        APIField("tables", "By table.", listOf: .retentionRows) {
            $0.rows.map { RetentionRows(table: $0.table, count: $0.count) }
        }
    }
}

extension Representation<RetentionReport> {
    static let retentionReport = Representation(
        "RetentionRun", "An erasure by rule: how much of what went, and nothing of whom."
    ) {
        APIField("code", "Its code; null where there was nothing to erase.") { $0.code }
        APIField("ran_at", "When.") { $0.ranAt }
        APIField("ran_by", "By whom: an account's name.") { $0.ranBy }
        APIField("on", "The day by which the periods were reckoned.") { $0.on }
        APIField("audit_entries", "Entries of the audit log that were emptied.") { $0.auditEntries }
        APIField("audit_digest", "SHA-256 over what is left of them, in hexadecimal.") { $0.auditDigest }
        APIField("steps", "By rule.", listOf: .retentionStep) { $0.steps }
    }
}

extension Representation<RetentionReports> {
    static let retentionReports = Representation("RetentionRuns", "The protocol of what was erased.") {
        APIField("runs", "The newest first.", listOf: .retentionReport) { $0.runs }
    }
}
