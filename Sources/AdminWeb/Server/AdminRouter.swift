import HTTPTypes
import Hummingbird
import Logging
import Operations
import Settings

/// Everything the daemon answers to.
enum AdminRouter {
    static func make(
        _ operations: Operations, _ settings: WebSettings, requests: RequestsUnderWay, logger: Logger
    ) throws -> Router<WebContext> {
        let pages = PageList.all
        let site = Site(
            settings, sections: PageList.sections(of: pages),
            providerSignIn: try settings.provider.map { provider in
                try ProviderSignIn(provider, clock: operations.clock, logger: logger)
            })
        let desk = PageDesk(operations: operations, site: site, logger: logger)
        let metrics = Metrics()
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: Reception(desk: desk, requests: requests, metrics: metrics, logger: logger))
        for page in pages {
            router.on(RouterPath(page.path), method: page.method) { request, context in
                await desk.respond(request, context, with: page)
            }
        }
        APIDesk(desk, requestsPerMinute: settings.apiRequestsPerMinute).add(to: router)
        ServiceRoutes.add(to: router, desk, requests, metrics, metricsToken: settings.metricsToken)
        refuseOtherMethods(router, desk)
        return router
    }

    /// A path that is there, asked for by a method that it has not: 405, with those it has.
    private static func refuseOtherMethods(_ router: Router<WebContext>, _ desk: PageDesk) {
        let known = Dictionary(grouping: router.routes) { $0.path.description }
        let methods: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete, .options, .trace]
        for routes in known.values {
            guard let path = routes.first?.path else { continue }
            let served = Set(routes.map(\.method))
            let allowed = (served.contains(.get) ? served.union([.head]) : served).map(\.rawValue).sorted()
            for method in methods where !served.contains(method) {
                router.on(path, method: method) { request, context in
                    var response = await desk.fault(WebFault.methodNotAllowed, request, context)
                    response.headers[.allow] = allowed.joined(separator: ", ")
                    return response
                }
            }
        }
    }
}
