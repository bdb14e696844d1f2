/// Every route of the API. The router answers by this list, and the document is written from it.
enum APITable {
    static let routes: [APIRoute] = [
        WorklistRoutes.routes, SlotRoutes.routes, RenewalRoutes.routes, ParticipantRoutes.routes,
        CourseRoutes.routes, PlacementRoutes.routes, AgreementRoutes.routes, MatchRoutes.routes, OutcomeRoutes.routes,
        VoiceRoutes.routes,
        FollowUpRoutes.routes,
        FigureRoutes.routes, SnapshotRoutes.routes, CalendarRoutes.routes, RegisterRoutes.routes,
        ProspectRoutes.routes, JobRoutes.routes, UserRoutes.routes, UserAccessRoutes.routes, SettingsRoutes.routes,
        AuditRoutes.routes, RetentionRoutes.routes,
        MessageRoutes.routes, FaultReportRoutes.routes, TokenRoutes.routes, OwnAccountRoutes.routes,
    ].flatMap(\.self)
}
