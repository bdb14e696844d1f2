import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Operations

/// Between HTTP and the pages: finds out who asks, reads what was posted, and turns the page's answer into a response.
struct PageDesk: Sendable {
    let operations: Operations
    let site: Site
    let logger: Logger

    func respond(_ request: Request, _ context: WebContext, with route: PageRoute) async -> Response {
        var visit = Visit(request, context, site, operations)
        do {
            visit = await known(visit, as: try await signedIn(visit))
            // What is dropped silently might be what was meant.
            if let query = request.uri.query, URLEncoded.decode(query.utf8) == nil { throw WebFault.unreadable }
            try await allow(route, visit)
            if route.method != .get {
                visit.form = try await RequestForm.read(request, upTo: route.bodyLimit)
                try RequestForm.requireOurs(request, visit)
            }
            let answer = try await route.handler(visit)
            if let who = answer.entered { visit = await known(visit, as: who) }
            return response(answer, visit, request)
        } catch WebFault.signInNeeded {
            visit.who = nil
            return response(await toSignIn(visit, request), visit, request)
        } catch WebFault.foreignForm {
            // A form of an earlier session of the same account, sent again or from another tab.
            if let kept = KeptForm(request, visit), let who = visit.who, who.isOwner(ofFormToken: kept.token) {
                return response(kept.question(visit, status: .conflict), visit, request)
            }
            return fault(WebFault.foreignForm, visit, request, context)
        } catch {
            return fault(error, visit, request, context)
        }
    }

    /// The answer where no route could be asked, or the asking failed.
    func fault(_ error: any Error, _ request: Request, _ context: WebContext) async -> Response {
        var visit = Visit(request, context, site, operations)
        // Without a database the page is shown to nobody in particular.
        visit.who = try? await signedIn(visit)
        return fault(error, visit, request, context)
    }

    private func fault(_ error: any Error, _ visit: Visit, _ request: Request, _ context: WebContext) -> Response {
        let answer = FaultPage.answer(error, for: visit)
        if answer.status.code >= 500 {
            // The description of our errors names codes and places, never values.
            logger.error(
                "request failed",
                metadata: [
                    "request": "\(visit.id)", "route": "\(context.route)",
                    "error": "\(Failure(error).phrase.en)",
                ])
        }
        return response(answer, visit, request)
    }

    /// The visit as somebody's, or nobody's.
    private func known(_ visit: Visit, as who: SignedIn?) async -> Visit {
        var visit = visit
        visit.who = who
        // What its owner has settled goes before what the browser says, not before the link just followed.
        if !visit.hasChosenLanguage, let language = who?.language { visit.language = language }
        if let municipality = visit.municipality {
            visit.settledName = await site.names.name(of: municipality, operations)
        }
        return visit
    }

    private func signedIn(_ visit: Visit) async throws -> SignedIn? {
        guard let token = visit.sessionToken else { return nil }
        return try await operations.signedIn(token: token)
    }

    private func allow(_ route: PageRoute, _ visit: Visit) async throws {
        switch route.access {
        case .anybody: break
        case .signedIn: _ = try visit.actor
        case .may(let action): try await operations.require(action, of: visit.actor)
        }
    }

    /// Off to the sign-in page and back; or, for a form whose session is over, the sign-in page at once, what was typed with it.
    private func toSignIn(_ visit: Visit, _ request: Request) async -> PageAnswer {
        if request.method == .get || request.method == .head {
            let back = visit.pathWithQuery
            return .redirect(back == "/" ? "/sign-in" : "/sign-in?back=" + URLEncoded.encode(back))
        }
        guard RequestForm.isSurelyOurs(request), visit.path != "/sign-out" else { return .redirect("/sign-in") }
        var visit = visit
        if visit.form.pairs.isEmpty {
            visit.form = (try? await RequestForm.read(request, upTo: KeptForm.limit)) ?? FormData()
        }
        guard let kept = KeptForm(request, visit) else { return .redirect("/sign-in", KeptForm.lost) }
        return .page(SignInPages.page(visit, kept), status: .unauthorized)
    }

    private func response(_ answer: PageAnswer, _ visit: Visit, _ request: Request) -> Response {
        var headers = answer.headers
        var cookies = answer.cookies
        let body: ResponseBody
        switch answer.body {
        case .page(let page):
            var visit = visit
            if let language = answer.language { visit.language = language }
            if let name = answer.municipalityName { visit.settledName = name }
            headers[.contentType] = "text/html; charset=utf-8"
            headers[.contentLanguage] = visit.language.rawValue
            // As a header, so that the page itself says nothing that readers of screens would stumble over.
            if let seconds = page.refresh, let name = HTTPField.Name("Refresh") { headers[name] = String(seconds) }
            body = ResponseBody(byteBuffer: ByteBuffer(string: Layout.document(page, for: visit)))
            if visit.message != nil { cookies.append(Cookie(name: Message.cookie, value: nil)) }
        case .redirect(let path):
            headers[.location] = path
            body = ResponseBody()
            if let message = answer.message {
                cookies.append(Cookie(name: Message.cookie, value: message.encoded, lifetime: 60))
            }
        case .file(let name, let type, let bytes):
            headers[.contentType] = type
            headers[.contentDisposition] = "attachment; filename*=UTF-8''\(URLEncoded.encode(name))"
            body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        case .text(let text, let type):
            headers[.contentType] = type
            body = ResponseBody(byteBuffer: ByteBuffer(string: text))
        }
        for cookie in cookies {
            headers.append(HTTPField(name: .setCookie, value: cookie.header(isSecure: site.isSecure)))
        }
        if [.contentTooLarge, .badRequest].contains(answer.status) { headers[.connection] = "close" }
        return Response(status: answer.status, headers: headers, body: body)
    }
}
