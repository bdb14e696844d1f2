import Domain
import Operations

/// The start page: what awaits whoever signs in, by role.
enum StartPages {
    static let routes: [PageRoute] = [.get("/", .signedIn, show)]

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        .page(Page(Section.start.label, in: .start, .empty))
    }
}
