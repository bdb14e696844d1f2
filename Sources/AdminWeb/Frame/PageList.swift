import HTTPTypes

/// Every page there is, by its part of the service.
enum PageList {
    static let all: [PageRoute] = parts.flatMap(\.self)

    private static let parts: [[PageRoute]] = [
        SignInPages.routes, ProviderPages.routes, AccountPages.routes, LinkPages.routes, OwnAccessPages.routes,
        StartPages.routes, SlotPages.routes, RoundPages.routes, JobPages.routes, PlacementPages.routes,
        AgreementPages.routes, OutcomePages.routes, FollowUpPages.routes, VoicePages.routes,
        FigurePages.routes, ClosedPeriodsPage.routes, ImportPages.routes, ParticipantPages.routes, UnitPages.routes,
        UserPages.routes,
        CalendarPages.routes, MailPages.routes, Reminders.routes, SettingsPages.routes, AuditPages.routes,
        RetentionPages.routes,
        AccessibilityPages.routes, [APIPage.route],
    ]

    /// The parts of the service whose first page is there.
    static func sections(of pages: [PageRoute]) -> Set<Section> {
        let paths = Set(pages.lazy.filter { $0.method == .get }.map(\.path))
        return Set(Section.allCases.filter { paths.contains($0.path) })
    }
}
