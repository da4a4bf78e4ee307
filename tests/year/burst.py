#!/usr/bin/env python3
"""A thousand alerts in a minute: how long from a mail's arrival until its answer is with the mail server.

    burst.py DANDORI [--mails 1000] [--seconds 60] [--write FILE]

The clock is the real one. Each alert is of another fault, so each opens a case and is answered with its number.
"""
import argparse
import asyncio
import datetime as dt
import re
import tempfile
import time

import ward
from mails import written
from server import Api, Server

ANSWERED = re.compile(rb"^In-Reply-To: <([^>]+)>", re.M | re.I)


class MailServer:
    """Takes mails by SMTP and notes when each answer came."""

    def __init__(self):
        self.answered = {}

    async def start(self):
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0, limit=1 << 24)
        return self.server.sockets[0].getsockname()[1]

    async def serve(self, reader, writer):
        writer.write(b"220 sink\r\n")
        while line := await reader.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                writer.write(b"354 go on\r\n")
                mail = await reader.readuntil(b"\r\n.\r\n")
                if found := ANSWERED.search(mail):
                    self.answered.setdefault(found.group(1).decode(), time.monotonic())
                writer.write(b"250 taken\r\n")
            elif verb == b"QUIT":
                writer.write(b"221 bye\r\n")
                break
            elif verb == b"EHLO":
                writer.write(b"250-sink\r\n250 8BITMIME\r\n")
            else:
                writer.write(b"250 ok\r\n")
            await writer.drain()
        writer.close()


def alert(number):
    now = dt.datetime.now(ward.TOKYO)
    # A monitoring that says it answers to replies: nothing marks it as automatic, so it is answered, too.
    return written("zabbix@infra.example.jp", "統合基盤 Zabbix", "alert@desk.example.jp", "PROBLEM: Link is down",
                   f"Trigger: Link is down\nHost: sw-{number:04d}\nSeverity: Warning\n", now, f"burst.{number}@infra.example.jp")


async def run(arguments, folder):
    sink = MailServer()
    port = await sink.start()
    server = await asyncio.to_thread(Server, arguments.program, folder, None, None, None, ["--smtp-host", "127.0.0.1", "--smtp-port", str(port), "--smtp-security", "none"])
    api, came = Api(server.port), {}

    async def deliver(number, begin):
        await asyncio.sleep(max(0, begin + number * arguments.seconds / arguments.mails - time.monotonic()))
        came[f"burst.{number}@infra.example.jp"] = time.monotonic()
        await api.deliver(alert(number))

    try:
        begin = time.monotonic()
        await asyncio.gather(*(deliver(number, begin) for number in range(arguments.mails)))
        taken = time.monotonic() - begin
        deadline = time.monotonic() + 120
        while len(sink.answered) < arguments.mails and time.monotonic() < deadline:
            await asyncio.sleep(0.05)
    finally:
        api.close()
        await asyncio.to_thread(server.stop)
        sink.server.close()
    waits = sorted(sink.answered[mail] - came[mail] for mail in came if mail in sink.answered)
    place = lambda share: waits[min(len(waits) - 1, int(share * len(waits)))]
    page = (f"{arguments.mails:,} alerts in {taken:.1f} s: {len(waits):,} answered; from arrival to answer p50 {place(0.5):.2f} s, p99 {place(0.99):.2f} s, "
            f"at most {waits[-1]:.2f} s. CPU of the server {server.cpu:.1f} s.\n")
    print(page, end="")
    if arguments.write:
        with open(arguments.write, "a", encoding="utf-8") as file:
            file.write(page)
    return 0 if len(waits) == arguments.mails else 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--mails", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--write")
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(run(parser.parse_args(), folder))


if __name__ == "__main__":
    raise SystemExit(main())
