import Domain
import Operations
import Store

extension Representation<DueFollowUp> {
    static let dueFollowUp = Representation("DueFollowUp", "A follow-up that awaits somebody.") {
        APIField("placement", "The placement's code.") { $0.placement }
        APIField("moment", "mid, end, or the days after the end.") { $0.plan.moment }
        APIField("due_on", "When it is due.") { $0.plan.dueOn }
        APIField("last_day", "Until when it can be told; then the next is due.") { $0.plan.lastDay }
        APIField("participant", "REFERRER/REFERENCE.") { $0.referral }
        APIField("slot", "The slot's code.") { $0.slot }
        APIField("unit", "The unit's code.") { $0.unit }
        APIField("heard", "Who has told something, though not what the follow-up is for.") { $0.heard }
    }
}

extension Representation<FollowUpReport> {
    static let followUpReport = Representation("FollowUpReport", "What one source told at a follow-up.") {
        APIField("source", "Whose word it is.") { $0.source }
        APIField("progress", "How it goes.") { $0.progress }
        APIField("language_goal", "How far the language goal is reached.") { $0.languageGoal }
        APIField("hired", "Whether the host has employed the person, in the host's own word.") { $0.hired }
        APIField("note", "What was added.") { $0.note }
        APIField("outcome", "The code of the outcome that came of it.") { $0.outcome }
        APIField("told_on", "When it was told.") { $0.toldOn }
        APIField("by", "Who put it on record: an account, or whoever had the link.") { $0.actor }
    }
}

extension Representation<FollowUpLine> {
    static let followUpLine = Representation("FollowUp", "One moment of a placement's plan.") {
        APIField("moment", "mid, end, or the days after the end.") { $0.moment }
        APIField("due_on", "When it is due; null for what the plan has no more.") { $0.plan?.dueOn }
        APIField("last_day", "Until when what is told belongs to it.") { $0.plan?.lastDay }
        APIField("state", "Where it stands.") { $0.state }
        APIField("contradicted", "Whether sources contradict each other and which counts is not said.") {
            $0.isContradicted
        }
        APIField("reports", "In the order they were told.", listOf: .followUpReport) { $0.reports }
        APIField("outcomes", "Every status told then, by its day.", listOf: .outcome) { $0.outcomes }
    }
}

extension Representation<FollowUpSheet> {
    static let followUpSheet = Representation("FollowUps", "A placement's plan and what was told.") {
        APIField("placement", "The placement's code.") { $0.detail.placement.code }
        APIField("language_goal", "What is to be learnt of the language, where that is agreed on.") { $0.languageGoal }
        APIField("moments", "In order of time; empty until it has begun.", listOf: .followUpLine) { $0.moments }
        APIField("others", "Outcomes of no moment of the plan.", listOf: .outcome) { $0.others }
    }
}
