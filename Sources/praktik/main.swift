import Console
import Glibc

exit(await Program.run { _, _, _ in })
