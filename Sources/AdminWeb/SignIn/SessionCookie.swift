import HTTPTypes
import Hummingbird

/// The cookie that a signed-in browser shows; behind TLS its name itself forbids others to set it (`__Host-`).
enum SessionCookie {
    static func name(isSecure: Bool) -> String { isSecure ? "__Host-praktik" : "praktik" }

    static func token(_ request: Request) -> String? {
        let cookies = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }.map { $0.trimmingSpace() }
        for cookie in cookies {
            for name in ["__Host-praktik=", "praktik="] where cookie.hasPrefix(name) {
                return String(cookie.dropFirst(name.count))
            }
        }
        return nil
    }
}
