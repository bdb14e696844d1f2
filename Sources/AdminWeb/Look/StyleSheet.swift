import Crypto

/// The service's one style sheet and its icon, embedded in the program; the address changes with the content, so that
/// browsers may keep them for good.
enum StyleSheet {
    static let bytes = PackageResources.praktik_css
    static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b4753"/>\
        <path d="M10 25V7h7.5a6 6 0 0 1 0 12H13" fill="none" stroke="#fff" stroke-width="3.5"/></svg>
        """

    static let path = "/look/\(version)/praktik.css"
    static let iconPath = "/look/\(version)/icon.svg"

    static let version = SHA256.hash(data: bytes).prefix(6).map { String($0, radix: 16) }.joined()
}
