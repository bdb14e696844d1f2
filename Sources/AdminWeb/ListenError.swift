public import Domain
import FlyingSocks
public import Settings

/// The address to answer on cannot be had.
public struct ListenError: PhrasedError {
    public let address: ListenAddress
    private let reason: String

    init(address: ListenAddress, _ error: any Error) {
        self.address = address
        reason =
            switch error {
            case SocketError.failed(_, _, let message): message
            default: "\(error)"
            }
    }

    public var phrase: Phrase {
        Phrase(
            sv: "Kan inte lyssna på \(address): \(reason). Välj en annan adress med --listen.",
            en: "Cannot listen on \(address): \(reason). Choose another address with --listen.")
    }
}
