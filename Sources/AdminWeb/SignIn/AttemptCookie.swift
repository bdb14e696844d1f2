/// The cookie of a sign-in that was begun at the provider; it is taken away when the browser comes back, whatever comes of it.
enum AttemptCookie {
    static func name(isSecure: Bool) -> String { isSecure ? "__Host-praktik-provider" : "praktik_provider" }

    /// - Parameter value: nil takes it away.
    static func cookie(_ value: String?, for visit: Visit) -> Cookie {
        Cookie(name: name(isSecure: visit.site.isSecure), value: value, lifetime: 600)
    }
}
