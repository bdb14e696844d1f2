import HTTPTypes

/// The headers that every answer bears (OWASP Secure Headers): nothing from elsewhere is loaded, nothing inline is run,
/// nobody frames a page, no address leaks, and nothing personal is kept by a cache.
enum SecurityHeaders {
    static func set(on headers: inout HTTPFields, isSecure: Bool) {
        headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        headers[.xContentTypeOptions] = "nosniff"
        headers[.frameOptions] = "DENY"
        if headers[.referrerPolicy] == nil { headers[.referrerPolicy] = "same-origin" }
        headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
        headers[.openerPolicy] = "same-origin"
        headers[.resourcePolicy] = "same-origin"
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        if isSecure { headers[.strictTransportSecurity] = "max-age=31536000" }
    }
}
