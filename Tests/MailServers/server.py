"""A mail server that takes messages into a folder, and misbehaves when told to.

server.py PORT FOLDER [CERTIFICATE KEY [implicit]]

The file FOLDER/behaviour holds words, tried in turn by one conversation each, the last for all that come after:
  take, refuse (550 to the recipient), defer (451), spam (554 to the message), hang, die (in the middle of the message),
  vanish (takes the message and dies before saying so), slow (takes its time before and after writing it down), storm (any of these, by chance).
"""

import asyncio
import os
import random
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword, syntax

PORT, FOLDER, *TLS = sys.argv[1:]
chance = random.Random(1)
count = 0
conversations = 0


def behaviour():
    global conversations
    try:
        with open(os.path.join(FOLDER, "behaviour")) as file:
            words = file.read().split()
    except FileNotFoundError:
        words = []
    words = words or ["take"]
    word = words[min(conversations, len(words) - 1)]
    conversations += 1
    if word == "storm":
        word = chance.choice(["take"] * 4 + ["refuse", "defer", "defer", "spam", "hang", "die", "die", "vanish"])
    return word


def keep(envelope, authenticated):
    """One file a message, whole when it has its name."""
    global count
    count += 1
    path = os.path.join(FOLDER, f"{os.getpid()}-{count}")
    with open(path + ".part", "wb") as file:
        user = authenticated.login.decode() if authenticated else ""
        file.write(f"{envelope.mail_from}\n{envelope.rcpt_tos[0]}\n{user}\n".encode())
        file.write(envelope.content)
    os.rename(path + ".part", path + ".eml")


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        session.word = behaviour()
        if session.word == "refuse":
            return "550 5.1.1 no such user"
        if session.word == "defer":
            return "451 4.3.0 later"
        if session.word == "hang":
            await asyncio.sleep(3600)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if session.word == "spam":
            return "554 5.7.1 no"
        if session.word == "slow":
            await asyncio.sleep(0.03)
        keep(envelope, session.auth_data if session.authenticated else None)
        if session.word == "vanish":
            server.transport.abort()
        if session.word == "slow":
            await asyncio.sleep(0.03)
        return "250 OK"


class Server(SMTP):
    @syntax("DATA")
    async def smtp_DATA(self, arg):
        if getattr(self.session, "word", "") == "die":
            await self.push("354 go on")
            await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class TestController(Controller):
    def factory(self):
        context = None
        if TLS and "implicit" not in TLS:
            context = tls()
        return Server(
            self.handler, hostname="mail.example", tls_context=context, require_starttls=context is not None,
            auth_required=bool(TLS), auth_require_tls="implicit" not in TLS, authenticator=authenticate)


def authenticate(server, session, envelope, mechanism, data):
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"praktik", "lösen".encode())
    return AuthResult(success=right, handled=False, auth_data=data)


def tls():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS[0], TLS[1])
    return context


async def main():
    loop = asyncio.get_running_loop()
    controller = TestController(Handler(), hostname="127.0.0.1", port=int(PORT))
    server = await loop.create_server(
        controller.factory, host="127.0.0.1", port=int(PORT), ssl=tls() if "implicit" in TLS else None)
    with open(os.path.join(FOLDER, "port.part"), "w") as file:
        file.write(str(server.sockets[0].getsockname()[1]))
    os.rename(os.path.join(FOLDER, "port.part"), os.path.join(FOLDER, "port"))
    await server.serve_forever()


asyncio.run(main())
