public import Domain
import Glibc
import NIOCore
public import Settings

/// The address to answer on cannot be had.
public struct ListenError: PhrasedError {
    public let address: ListenAddress
    private let reason: String

    init(_ address: ListenAddress, _ error: IOError) {
        self.address = address
        reason = String(cString: strerror(error.errnoCode))
    }

    public var phrase: Phrase {
        Phrase(
            sv: "Kan inte lyssna på \(address): \(reason). Välj en annan adress med --listen.",
            en: "Cannot listen on \(address): \(reason). Choose another address with --listen.")
    }
}
