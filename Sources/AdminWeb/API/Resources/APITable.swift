/// Every route of the API. The router answers by this list, and the document is written from it.
enum APITable {
    static let routes: [APIRoute] =
        RegisterRoutes.routes + SlotRoutes.routes + ParticipantRoutes.routes + PlacementRoutes.routes
        + MatchRoutes.routes + OutcomeRoutes.routes + FigureRoutes.routes + JobRoutes.routes + UserRoutes.routes
        + TokenRoutes.routes + AuditRoutes.routes
}
