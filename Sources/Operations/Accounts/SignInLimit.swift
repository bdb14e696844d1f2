import Domain
import FoundationEssentials
import Glibc
import Postgres
import Secrets
import Store

/// What an attempt at signing in is counted by.
struct SignInKeys: Sendable {
    /// Four bytes of a hash: of the account's key, or where there is no account of the name that was typed.
    let account: String?
    /// The address, or for IPv6 the network of 64 bits, which is one household's or office's.
    let address: String

    init(account: String?, address: String) {
        self.account = account.map { Digest.hex(of: $0.lowercased(), bytes: 4) }
        self.address = Self.network(of: address)
    }

    private static func network(of address: String) -> String {
        var bytes = in6_addr()
        guard inet_pton(AF_INET6, address, &bytes) == 1 else {
            // An IPv4 address as it stands; anything else is a mistake of the caller's, and short enough to keep.
            return String(address.prefix(45))
        }
        let octets = withUnsafeBytes(of: bytes) { Array($0) }
        let isMapped = octets[..<10].allSatisfy { $0 == 0 } && octets[10] == 0xFF && octets[11] == 0xFF
        if isMapped { return octets[12...].map { String($0) }.joined(separator: ".") }
        let groups = stride(from: 0, to: 8, by: 2).map { String(Int(octets[$0]) << 8 | Int(octets[$0 + 1]), radix: 16) }
        return groups.joined(separator: ":") + "::/64"
    }
}

/// How an attempt stands to the limits.
enum SignInVerdict: Sendable {
    case allowed
    /// - Parameter isFirst: Whether this is the first one too many, which is worth a line in the log.
    case limited(retryAfter: Duration, isFirst: Bool)
}

extension Operations {
    /// Counts an attempt before it is made, so that any number at once are no more than the limit.
    ///
    /// Who knows a name can so keep its owner from signing in anew, for as long as they go on; sessions that are open stay
    /// open, and an administrator's link opens another. That is the price of a limit by account.
    ///
    /// - Parameter kinds: Those to count by, where not all.
    func countAttempt(
        _ connection: Connection, _ municipality: MunicipalityCode, _ keys: SignInKeys,
        by kinds: Set<SignInCountKind> = Set(SignInCountKind.allCases)
    ) async throws -> SignInVerdict {
        housekeeping.note(municipality)
        let now = clock.now()
        let end = now.addingTimeInterval(accounts.attemptWindow.interval)
        var verdict = SignInVerdict.allowed
        for kind in SignInCountKind.allCases where kinds.contains(kind) {
            guard let (key, limit) = counted(kind, keys) else { continue }
            let count = try await connection.countSignIn(kind, key: key, municipality, at: now, until: end)
            if count.attempts > limit { verdict = limited(count, at: now, isFirst: count.attempts == limit + 1) }
        }
        // Last, because it waits for nobody and so cannot be part of a deadlock.
        try await connection.deleteSignInCounts(municipality, endedBy: now)
        return verdict
    }

    /// How the next attempt would stand to the limits, without counting it.
    func standing(
        _ connection: Connection, _ municipality: MunicipalityCode, _ keys: SignInKeys, by kinds: Set<SignInCountKind>
    ) async throws -> SignInVerdict {
        let now = clock.now()
        for kind in SignInCountKind.allCases where kinds.contains(kind) {
            guard let (key, limit) = counted(kind, keys),
                let count = try await connection.signInCount(kind, key: key, municipality, at: now)
            else { continue }
            if count.attempts >= limit { return limited(count, at: now, isFirst: false) }
        }
        return .allowed
    }

    private func counted(_ kind: SignInCountKind, _ keys: SignInKeys) -> (key: String, limit: Int)? {
        switch kind {
        case .account: keys.account.map { ($0, accounts.attemptsByAccount) }
        case .address: (keys.address, accounts.attemptsByAddress)
        }
    }

    private func limited(_ count: SignInCount, at now: Date, isFirst: Bool) -> SignInVerdict {
        .limited(retryAfter: .seconds(max(1, count.endsAt.timeIntervalSince(now).rounded(.up))), isFirst: isFirst)
    }

    /// After a success: the name starts afresh, the address is given this one attempt back.
    func forgiveAttempts(
        _ connection: Connection, _ municipality: MunicipalityCode, _ keys: SignInKeys
    ) async throws {
        if let account = keys.account {
            try await connection.forgiveSignIn(.account, key: account, municipality, isWhole: true)
        }
        try await connection.forgiveSignIn(.address, key: keys.address, municipality, isWhole: false)
    }

    /// Throws `Refusal.signInLimited` where a verdict says so; the first time it is put on record.
    func demandAllowed(_ verdict: SignInVerdict, _ municipality: MunicipalityCode, _ action: Action) async throws {
        guard case .limited(let retryAfter, let isFirst) = verdict else { return }
        let refusal = Refusal.signInLimited(retryAfter: retryAfter)
        if isFirst { try await auditVisitor(refusal, municipality, action, account: nil) }
        throw refusal
    }

    /// Puts on record that somebody at the door was refused, without what they typed. A municipality that has no account has
    /// no log to fill either.
    func auditVisitor(
        _ refusal: Refusal, _ municipality: MunicipalityCode, _ action: Action, account: Credentials?
    ) async throws {
        var after = ["refusal": refusal.code]
        after["account"] = account?.name.rawValue
        try await auditVisitor(
            AuditRecord(entity: "user", id: account?.id.rawValue, after: after), municipality, action)
    }

    /// The same of another record.
    func auditVisitor(_ record: AuditRecord, _ municipality: MunicipalityCode, _ action: Action) async throws {
        let visitor = Actor.visitor(municipality)
        try await pool.transaction(for: municipality, by: visitor.name) { connection in
            guard try await connection.hasUsers(municipality) else { return }
            try await connection.insertAudit(
                record, actor: visitor, action: action.rawValue, outcome: .refused, id: identifiers.next())
        }
    }
}
