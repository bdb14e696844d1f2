import Domain

/// Who a token stands for.
struct APIBearer: Sendable {
    let actor: Actor
    /// Whose requests are counted together.
    let key: String
}

/// Looks a token up; nil where it is none that is valid.
typealias APIAuthentication = @Sendable (_ token: String) async throws -> APIBearer?
