import Domain
import HummingbirdTLS
import NIOSSL
import Settings

/// The certificate and key for TLS of the daemon's own.
enum TLSFiles {
    /// Throws a sentence that says which file cannot be used.
    static func configuration(_ files: WebSettings.TLS) throws -> TLSConfiguration {
        let chain: [NIOSSLCertificate]
        do { chain = try NIOSSLCertificate.fromPEMFile(files.certificate) } catch { throw Unusable(files.certificate) }
        let key: NIOSSLPrivateKey
        do { key = try NIOSSLPrivateKey(file: files.key, format: .pem) } catch { throw Unusable(files.key) }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }

    private struct Unusable: PhrasedError {
        let file: String

        init(_ file: String) { self.file = file }

        var phrase: Phrase {
            Phrase(
                sv: "Filen \(file) går inte att använda för TLS: den ska vara läsbar och i PEM-format.",
                en: "The file \(file) cannot be used for TLS: it must be readable and in PEM format.")
        }
    }
}
