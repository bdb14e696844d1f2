import Crypto
import CryptoExtras
import FoundationEssentials

/// A password as it is kept: `$scrypt$ln=15,r=8,p=3$SALT$KEY`, both base64 without padding. It says itself how it was made, so
/// that old ones can be checked when the cost is raised.
public struct PasswordHash: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    /// scrypt's costs (RFC 7914): memory is 128 × r × 2^ln bytes, time that times p.
    public struct Cost: Sendable, Hashable {
        public let logN: Int
        public let blockSize: Int
        public let parallelism: Int

        /// nil outside what this program would ever make or check: ln 4…20, r 1…16, p 1…16, and at most 256 MiB.
        public init?(logN: Int, blockSize: Int, parallelism: Int) {
            guard (4...20).contains(logN), (1...16).contains(blockSize), (1...16).contains(parallelism),
                128 * blockSize << logN <= 1 << 28
            else { return nil }
            self.init(logN, blockSize, parallelism)
        }

        private init(_ logN: Int, _ blockSize: Int, _ parallelism: Int) {
            self.logN = logN
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// 32 MiB and about a quarter of a second: of the equally strong settings that OWASP's Password Storage Cheat Sheet lists,
        /// the one that leaves a small machine its memory.
        public static let standard = Cost(15, 8, 3)
        /// Next to nothing: for tests only.
        public static let trifling = Cost(4, 1, 1)
    }

    public let cost: Cost
    private let salt: [UInt8]
    private let key: [UInt8]

    static let saltLength = 16
    static let keyLength = 32

    private init(cost: Cost, salt: [UInt8], key: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// Hashes. Takes its time and memory on the thread it is called on; see ``PasswordHasher``.
    init(of password: String, cost: Cost, salt: [UInt8]? = nil) throws {
        var generator = SystemRandomNumberGenerator()
        let salt = salt ?? (0..<Self.saltLength).map { _ in UInt8.random(in: 0...255, using: &generator) }
        self.init(cost: cost, salt: salt, key: try Self.derive(password, salt: salt, cost: cost))
    }

    /// Nobody's.
    static func decoy(cost: Cost) -> PasswordHash {
        PasswordHash(
            cost: cost, salt: [UInt8](repeating: 0, count: saltLength), key: [UInt8](repeating: 0, count: keyLength))
    }

    /// Reads what was kept; nil where it is none of ours.
    public init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
        let costs = parts[2].split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
        guard costs.count == 3, costs.allSatisfy({ $0.count == 2 }), costs.map({ $0[0] }) == ["ln", "r", "p"],
            let logN = Int(costs[0][1]), let blockSize = Int(costs[1][1]), let parallelism = Int(costs[2][1]),
            let cost = Cost(logN: logN, blockSize: blockSize, parallelism: parallelism),
            let salt = Self.decode(parts[3]), salt.count == Self.saltLength,
            let key = Self.decode(parts[4]), key.count == Self.keyLength
        else { return nil }
        self.init(cost: cost, salt: salt, key: key)
    }

    /// As it is kept.
    public var text: String {
        "$scrypt$ln=\(cost.logN),r=\(cost.blockSize),p=\(cost.parallelism)$\(Self.encode(salt))$\(Self.encode(key))"
    }

    /// Whether this is the password's. Takes its time, as making it did.
    func accepts(_ password: String) throws -> Bool {
        ConstantTime.areEqual(try Self.derive(password, salt: salt, cost: cost), key)
    }

    private static func derive(_ password: String, salt: [UInt8], cost: Cost) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(PasswordText.normalised(password).utf8), salt: salt, outputByteCount: keyLength,
            rounds: 1 << cost.logN, blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }

    private static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    private static func decode(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map(Array.init)
    }

    public var description: String { "(password hash)" }
    public var debugDescription: String { description }
}
