import AdminWeb
import Console
import Glibc

// The console knows no HTTP and the web knows no commands; they meet here.
exit(await Program.run(webServer: AdminServer.run, providerCheck: ProviderDoctor.look))
