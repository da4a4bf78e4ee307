#!/usr/bin/env python3
"""The desk among real mail servers: Dovecot and Postfix as Debian packs them, spoken to with TLS and signed in.

    mail_servers_test.py DANDORI [unittest arguments]

Ends with 77 when the servers aren't installed.
"""
import email
import email.policy
import email.utils
import imaplib
import os
import sys
import tempfile
import time
import unittest
from email.message import EmailMessage

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "serve"))
import servers
from running import Server
from servers import DESK, wait_for

ITO = "ito.akira@ward.example.jp"  # of processes/demo/users.json
QUESTION = "税務課の伊藤です。収納データ（㈱・髙橋・ﾊﾝｶｸ）を見るには何を申請すればよいですか。"


def inquiry(subject, text=QUESTION, charset="utf-8", **headers):
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"] = email.utils.formataddr(("伊藤 明", ITO))
    mail["To"] = "inquiry@desk.example.jp"
    mail["Subject"] = subject
    mail["Message-ID"] = email.utils.make_msgid(domain="ward.example.jp")
    mail["Date"] = email.utils.localtime()
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text, charset=charset)
    return mail


def read(raw):
    return email.message_from_bytes(raw, policy=email.policy.default)


class MailServersTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.servers = servers.MailServers([ITO, "suzuki.hanako@iom.example.jp", "watanabe.ken@iom.example.jp", "sato.makoto@iom.example.jp"])
        self.addCleanup(self.servers.close)

    def secret(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", opener=lambda file, flags: os.open(file, flags, 0o600)) as file:
            file.write(text)
        return path

    def mail_arguments(self, imap_port=None, imap_security="tls", every="1", password=servers.PASSWORD, authority=None):
        file = self.secret("password", password)
        return ["--imap-host", "127.0.0.1", "--imap-port", str(imap_port or self.servers.imaps_port), "--imap-security", imap_security,
                "--imap-user", DESK, "--imap-password-file", file, "--imap-every", every, *self.sending_arguments(password, authority)]

    def pop3_arguments(self, *further, port=None, security="tls"):
        return ["--pop3-host", "127.0.0.1", "--pop3-port", str(port or self.servers.pop3s_port), "--pop3-security", security, "--pop3-user", DESK,
                "--pop3-password-file", self.secret("password", servers.PASSWORD), "--pop3-every", "1", *further, *self.sending_arguments()]

    def sending_arguments(self, password=servers.PASSWORD, authority=None):
        file = self.secret("password", password)
        return ["--smtp-host", "127.0.0.1", "--smtp-port", str(self.servers.smtp_port), "--smtp-security", "starttls", "--smtp-user", DESK,
                "--smtp-password-file", file, "--certificate-authorities", authority or self.servers.authority, "--mail-from", DESK]

    def serve(self, *arguments):
        processes = os.path.join(SOURCE, "processes")
        server = Server(PROGRAM, "--store", "sqlite:" + os.path.join(self.folder, "desk.db"), "--auth", "none", "--test-clock", "--processes", processes,
                        "--seed-users", os.path.join(processes, "demo", "users.json"), *arguments)
        self.addCleanup(server.__exit__)
        return server

    def send(self, mail, sender=ITO):
        self.servers.send(sender, ["inquiry@desk.example.jp"], mail.as_bytes())
        return mail

    def mails(self, server, **filter):
        status, answer = server.ask("POST", "/api/mails/search", {"filter": filter, "page": {"limit": 200}})
        self.assertEqual(200, status, answer)
        return answer["items"]

    def taken(self, server, mail):
        message_id = mail["Message-ID"].strip("<>")
        return [it for it in self.mails(server, direction="IN") if it["messageId"] == message_id]

    def answers_to(self, mail):
        """What came to who wrote this mail, as answer to it."""
        found = [read(raw) for raw in self.servers.mails_of(ITO)]
        return [it for it in found if it["In-Reply-To"] == mail["Message-ID"]]

    def said(self, server, *words):
        return any(all(word in line for word in words) for line in server.log)

    def test_a_question_becomes_a_case_and_is_acknowledged(self):
        server = self.serve(*self.mail_arguments())
        question = self.send(inquiry("収納データの参照権限について（①）"))
        acknowledged = wait_for("the acknowledgement", lambda: self.answers_to(question))[0]
        taken = self.taken(server, question)[0]
        self.assertEqual(("TAKEN", ITO), (taken["state"], taken["from"]))
        self.assertRegex(taken["caseNo"], r"^INQ-R\d{2,}-00001$")
        status, details = server.ask("GET", "/api/mails/" + taken["mailKey"])
        self.assertEqual(QUESTION, details["text"].strip())

        self.assertEqual(f"[{taken['caseNo']}] 問合せを受け付けました: 収納データの参照権限について（①）", acknowledged["Subject"])
        self.assertEqual([(DESK, "統合運用管理")], [(it.addr_spec, it.display_name) for it in acknowledged["From"].addresses])
        self.assertEqual([ITO], [it.addr_spec for it in acknowledged["To"].addresses])
        self.assertEqual(question["Message-ID"], acknowledged["References"])
        self.assertEqual("auto-replied", acknowledged["Auto-Submitted"])
        self.assertEqual([], list(acknowledged.defects))
        self.assertEqual("multipart/alternative", acknowledged.get_content_type())
        plain, html = acknowledged.iter_parts()
        self.assertEqual(["text/plain", "text/html"], [plain.get_content_type(), html.get_content_type()])
        for part in (plain, html):
            self.assertIn(taken["caseNo"], part.get_content())
            self.assertIn("収納データの参照権限について（①）", part.get_content())

        # The answer to the acknowledgement belongs to the case, even without its number, and gets no acknowledgement.
        thanks = self.send(inquiry("ありがとうございます", In_Reply_To=acknowledged["Message-ID"],
                                   References=f"{question['Message-ID']} {acknowledged['Message-ID']}"))
        wait_for("the answer", lambda: self.taken(server, thanks))
        self.assertEqual(taken["caseNo"], self.taken(server, thanks)[0]["caseNo"])
        self.assertEqual([], self.answers_to(thanks))
        self.assertEqual(0, server.stop())

    def test_a_charset_of_old_is_read_and_a_program_gets_no_answer(self):
        server = self.serve(*self.mail_arguments(imap_port=self.servers.imap_port, imap_security="starttls"))
        old = self.send(inquiry("照会の件", "全角と漢字だけの本文です。", charset="iso-2022-jp"))
        away = self.send(inquiry("不在です", Auto_Submitted="auto-replied"))
        wait_for("both", lambda: self.taken(server, old) and self.taken(server, away))
        _, details = server.ask("GET", "/api/mails/" + self.taken(server, old)[0]["mailKey"])
        self.assertEqual("全角と漢字だけの本文です。", details["text"].strip())
        wait_for("the acknowledgement", lambda: self.answers_to(old))
        self.assertEqual([], self.answers_to(away))

    def test_nothing_is_lost_or_doubled_while_the_servers_are_away(self):
        server = self.serve(*self.mail_arguments())
        first = self.send(inquiry("その一"))
        wait_for("the first acknowledgement", lambda: self.answers_to(first))

        # Dovecot is away: Postfix keeps what comes, the desk says so and tries again.
        self.servers.stop_dovecot()
        meanwhile = [self.send(inquiry(f"その間の{number}")) for number in range(5)]
        wait_for("its word about it", lambda: self.said(server, "IMAP 127.0.0.1", "UID SEARCH"))
        self.servers.start_dovecot()
        for mail in meanwhile:
            wait_for("the acknowledgement", lambda: self.answers_to(mail))

        # Postfix is away: what the desk wants to send waits, also over a restart of the desk.
        late = inquiry("送れない間に")
        self.send(late)
        wait_for("it in the mailbox", lambda: any(late["Message-ID"].encode() in raw for raw in self.servers.mails_of(DESK)) or self.taken(server, late))
        self.servers.stop_postfix()
        wait_for("it taken", lambda: self.taken(server, late))
        self.assertEqual(0, server.stop())
        server = self.serve(*self.mail_arguments())
        self.servers.start_postfix()
        if not self.answers_to(late):  # an attempt that failed is made again after a minute: let it pass
            status, _ = server.ask("PUT", "/v2/clock", {"timestamp": int(time.time() * 1000) + 30 * 60_000})
            self.assertEqual(204, status)
        wait_for("the acknowledgement", lambda: self.answers_to(late))

        everything = [first, *meanwhile, late]
        for mail in everything:
            self.assertEqual(1, len(self.taken(server, mail)), mail["Subject"])
            self.assertEqual(1, len(self.answers_to(mail)), mail["Subject"])
        self.assertEqual(len(everything), len({self.taken(server, mail)[0]["caseNo"] for mail in everything}))
        self.assertEqual([], self.mails(server, state="TRAY"))
        self.assertEqual([], self.mails(server, state="PENDING"))

    def test_a_mail_that_comes_back_opens_an_incident_on_its_case(self):
        server = self.serve(*self.mail_arguments())
        gone = "hayashi@tax-asp.example.jp"  # known to the desk, but without a mailbox
        question = inquiry("戻ってくるもの")
        question.replace_header("From", gone)
        self.send(question, sender=gone)
        incident = wait_for("an incident", lambda: server.ask("POST", "/v2/incidents/search", {})[1]["items"])[0]
        self.assertEqual(("ACTIVE", "F22"), (incident["state"], incident["elementId"]))
        for words in ("戻ってくるもの", gone, "5.1.1", "User doesn't exist"):
            self.assertIn(words, incident["errorMessage"])
        failed = self.mails(server, state="FAILED")
        self.assertEqual([[gone]], [it["to"] for it in failed])
        self.assertIn("User doesn't exist", failed[0]["failure"])
        wait_for("the report with its case", lambda: len(self.mails(server, direction="IN", state="TAKEN")) == 2)
        self.assertEqual({failed[0]["caseNo"]}, {it["caseNo"] for it in self.mails(server)})
        self.assertEqual(1, len(self.mails(server, direction="OUT")))  # nobody was answered

    def test_a_mail_that_is_late_is_only_noted(self):
        self.servers.close()
        self.servers = servers.MailServers([ITO], delay_warning_time="1s", transport_maps="inline:{ { tax-asp.example.jp = lmtp:inet:127.0.0.1:1 } }")
        self.addCleanup(self.servers.close)
        server = self.serve(*self.mail_arguments())
        late = "hayashi@tax-asp.example.jp"
        question = inquiry("遅れるもの")
        question.replace_header("From", late)
        self.send(question, sender=late)
        wait_for("the report with its case", lambda: len(self.mails(server, direction="IN", state="TAKEN")) == 2)
        self.assertEqual({"SENT", "TAKEN"}, {it["state"] for it in self.mails(server)})
        self.assertEqual([], server.ask("POST", "/v2/incidents/search", {})[1]["items"])
        self.assertEqual(1, len(self.mails(server, direction="OUT")))

    def complete(self, server, element, variables):
        def found():
            items = server.ask("POST", "/v2/user-tasks/search", {"filter": {"elementId": element, "state": "CREATED"}})[1]["items"]
            return items and items[0]["userTaskKey"]
        status, answer = server.ask("POST", f"/v2/user-tasks/{wait_for(element, found)}/completion", {"variables": variables})
        self.assertEqual(204, status, answer)

    def events_for(self, mailbox):
        """The events in the mails of a mailbox, by their sequence: what the mail says beside its text, which is also its file."""
        events = {}
        for raw in self.servers.mails_of(mailbox):
            mail = read(raw)
            beside = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
            if not beside:
                continue
            content = beside[0].get_content()
            files = [part.get_content() for part in mail.iter_attachments() if part.get_filename().endswith(".ics")]
            self.assertEqual([content.replace("\r\n", "\n")], [file.decode().replace("\r\n", "\n") for file in files])
            lines = files[0].decode().replace("\r\n ", "").split("\r\n")
            event = dict(line.split(":", 1) for line in lines[lines.index("BEGIN:VEVENT"):] if ":" in line and not line.startswith("ATTENDEE"))
            event["METHOD"] = beside[0].get_param("method")
            self.assertIn("METHOD:" + event["METHOD"], lines)
            events[int(event["SEQUENCE"])] = event
        return events

    def test_a_maintenance_stands_in_the_calendars_until_it_is_withdrawn(self):
        self.servers.close()
        vendor, clerk = "hayashi@tax-asp.example.jp", "suzuki.hanako@iom.example.jp"
        self.servers = servers.MailServers([vendor, clerk])
        self.addCleanup(self.servers.close)
        server = self.serve(*self.mail_arguments())
        self.assertEqual(204, server.ask("PUT", "/v2/clock", {"timestamp": 1775521860000})[0])  # 2026-04-07 09:31 in Tokyo
        with open(os.path.join(SOURCE, "processes", "demo", "maintenance-vendor.eml"), "rb") as file:
            self.servers.send(vendor, ["maintenance@desk.example.jp"], file.read())
        self.complete(server, "C20", {
            "outcome": "complete", "kind": "planned", "target": "system", "systems": ["SYS-46"], "plannedFrom": "2026-04-20T19:00:00+09:00",
            "plannedTo": "2026-04-20T21:00:00+09:00", "effect": "partial", "staffScreen": True, "staffMessage": "照会の画面は19時から、使えません", "contact": "林"})
        asked = wait_for("the event", lambda: self.events_for(clerk).get(0))
        number = self.mails(server, direction="IN")[-1]["caseNo"]
        self.assertEqual(("REQUEST", "CONFIRMED"), (asked["METHOD"], asked["STATUS"]))
        self.assertEqual("20260420T190000", asked["DTSTART;TZID=Asia/Tokyo"])
        self.assertEqual("20260420T210000", asked["DTEND;TZID=Asia/Tokyo"])
        self.assertEqual("税務システムの定期保守", asked["SUMMARY"])
        self.assertTrue(asked["DESCRIPTION"].startswith(f"受付番号 {number}\\n照会の画面は19時から、使えません\\n"), asked)
        status, answer = server.ask("POST", "/v2/messages/publication", {"name": "withdraw", "correlationKey": number, "timeToLive": 0})
        self.assertEqual(200, status, answer)
        cancelled = wait_for("its withdrawal", lambda: self.events_for(clerk).get(1))
        self.assertEqual(("CANCEL", "CANCELLED", asked["UID"]), (cancelled["METHOD"], cancelled["STATUS"], cancelled["UID"]))

    def test_whoever_has_something_due_has_one_digest_in_the_morning(self):
        server = self.serve(*self.mail_arguments(), "--clock-at", "2026-04-07T09:31:00+09:00")  # a Tuesday
        question = self.send(inquiry("期限のあるもの"))
        wait_for("the acknowledgement", lambda: self.answers_to(question))
        clerk = "suzuki.hanako@iom.example.jp"

        def digests():
            return [mail for mail in map(read, self.servers.mails_of(clerk)) if "今日までの作業が" in mail["Subject"]]
        for day, count in (("08", 1), ("08", 1), ("09", 2)):  # the next morning; after a restart; the morning after
            self.assertEqual(0, server.stop())
            server = self.serve(*self.mail_arguments(), "--clock-at", f"2026-04-{day}T08:31:00+09:00")
            wait_for("the digest", lambda: len(digests()) >= count)
            late = self.send(inquiry("その後のもの"))  # what the digest would have sent once more would have gone before its answer
            wait_for("the acknowledgement", lambda: self.answers_to(late))
            self.assertEqual(count, len(digests()))
        plain = digests()[0].get_body(("plain",)).get_content()
        self.assertIn("鈴木 花子 様", plain)
        self.assertIn("期限のあるもの", plain)

    def test_what_nobody_should_write_comes_through_and_is_seen(self):
        server = self.serve(*self.mail_arguments())
        head = f"From: {ITO}\r\nTo: inquiry@desk.example.jp\r\nDate: Fri, 31 Dec 9999 23:59:59 +0900\r\n"
        many = "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" * 10_000
        deep = "".join(f"Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n" for at in range(90)) + "\r\nbottom\r\n"
        samples = {
            "many": f"Subject: many\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{many}--b--\r\n",
            "deep": f"Subject: deep\r\nMIME-Version: 1.0\r\n{deep}",
            "broken": "Subject: broken\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=never\r\n\r\nwords\r\n",
            "label": "Subject: label\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\n\x1b(IJ]68\x1b(B\r\n",
            "long": "Subject: long\r\n" + " folded\r\n" * 2_000 + "\r\nwords\r\n",
            "same": "Subject: the first\r\n\r\nfirst\r\n"}
        for name, rest in samples.items():
            self.servers.send(ITO, ["inquiry@desk.example.jp"], (f"{head}Message-ID: <{name}@ward.example.jp>\r\n{rest}").encode("latin-1"))
        first = wait_for("the first", lambda: [it for it in self.mails(server, direction="IN") if it["messageId"] == "same@ward.example.jp"])[0]
        self.servers.send(ITO, ["inquiry@desk.example.jp"], (f"{head}Message-ID: <same@ward.example.jp>\r\nSubject: another\r\n\r\nsecond\r\n").encode())
        wait_for("all of them", lambda: len(self.mails(server, direction="IN")) == len(samples) + 1)
        other = [it for it in self.mails(server, state="TRAY") if it["subject"] == "another"]
        self.assertEqual((1, "TAKEN"), (len(other), first["state"]))
        _, details = server.ask("GET", "/api/mails/" + other[0]["mailKey"])
        self.assertIn("same_message_id", details["reason"])
        for mail in self.mails(server, direction="IN"):
            status, raw = server.ask("GET", f"/api/mails/{mail['mailKey']}/raw")
            self.assertEqual(200, status)
            self.assertIn(ITO, raw)
        self.assertEqual(0, server.stop())

    def test_a_new_mail_is_told_of_at_once(self):
        server = self.serve(*self.mail_arguments(every="86400"))
        wait_for("its listening", lambda: "IDLE" in self.servers.processes_of_dovecot())
        for number in range(3):  # each after the one before is done with
            mail = self.send(inquiry(f"すぐに {number}"))
            wait_for("it taken", lambda: self.taken(server, mail))
        self.assertFalse(self.said(server, "looked through every"), server.log)
        began = time.monotonic()
        self.assertEqual(0, server.stop())
        self.assertLess(time.monotonic() - began, 30)

    def test_a_lost_connection_is_made_again(self):
        server = self.serve(*self.mail_arguments(every="1"))
        wait_for("its listening", lambda: "IDLE" in self.servers.processes_of_dovecot())
        self.servers.stop_dovecot()
        wait_for("its word", lambda: self.said(server, "IMAP 127.0.0.1", "UID SEARCH"))
        self.servers.start_dovecot()
        mail = self.send(inquiry("また"))
        wait_for("it taken", lambda: self.taken(server, mail))
        wait_for("its listening", lambda: "IDLE" in self.servers.processes_of_dovecot())
        self.assertTrue(self.said(server, "can be looked through again"), server.log)

    def test_a_mailbox_is_emptied_by_pop3(self):
        waiting = [self.send(inquiry(f"先に来たもの {number}", ".点で始まる行\n..\n.\n終わり")) for number in range(3)]
        server = self.serve(*self.pop3_arguments())
        for mail in waiting:
            wait_for("the acknowledgement", lambda: self.answers_to(mail))
        wait_for("an empty mailbox", lambda: not self.servers.mails_of(DESK))
        _, details = server.ask("GET", "/api/mails/" + self.taken(server, waiting[0])[0]["mailKey"])
        self.assertEqual(".点で始まる行\n..\n.\n終わり", details["text"].strip())
        self.servers.stop_dovecot()
        later = self.send(inquiry("その間に"))
        wait_for("its word", lambda: self.said(server, "POP3 127.0.0.1"))
        self.servers.start_dovecot()
        wait_for("the acknowledgement", lambda: self.answers_to(later))
        for mail in [*waiting, later]:
            self.assertEqual((1, 1), (len(self.taken(server, mail)), len(self.answers_to(mail))))

    def test_pop3_may_leave_mails_where_they_are(self):
        server = self.serve(*self.pop3_arguments("--pop3-leave-mails", port=self.servers.pop3_port, security="starttls"))
        mail = self.send(inquiry("残るもの"))
        wait_for("the acknowledgement", lambda: self.answers_to(mail))
        self.assertEqual(1, len(self.servers.mails_of(DESK)))
        self.assertEqual(0, server.stop())
        server = self.serve(*self.pop3_arguments("--pop3-leave-mails"))
        again = self.send(inquiry("二つ目"))
        wait_for("the acknowledgement", lambda: self.answers_to(again))
        self.assertEqual((1, 1), (len(self.taken(server, mail)), len(self.answers_to(mail))))
        self.assertEqual(2, len(self.servers.mails_of(DESK)))

    def test_a_mail_too_large_is_told_of_and_stays(self):
        for arguments in (self.mail_arguments(), self.pop3_arguments()):
            server = self.serve(*arguments)
            large = inquiry("大きいもの")
            large.add_attachment(b"x" * (21 << 20), maintype="application", subtype="octet-stream", filename="large.bin")
            self.send(large)
            small = self.send(inquiry("その後のもの"))
            wait_for("the acknowledgement", lambda: self.answers_to(small))
            row = wait_for("the large one", lambda: self.taken(server, large))[0]
            self.assertEqual("TRAY", row["state"])
            _, details = server.ask("GET", "/api/mails/" + row["mailKey"])
            self.assertIn("too_large", details["reason"])
            self.assertTrue(any(large["Message-ID"].encode() in raw for raw in self.servers.mails_of(DESK)))
            self.assertEqual(0, server.stop())

    def test_taken_mails_are_marked_or_moved(self):
        server = self.serve(*self.mail_arguments(), "--imap-taken-folder", "Taken")
        with imaplib.IMAP4_SSL("127.0.0.1", self.servers.imaps_port, ssl_context=self.servers.context()) as mailbox:
            mailbox.login(DESK, servers.PASSWORD)
            self.assertEqual("OK", mailbox.create("Taken")[0])
            mail = self.send(inquiry("移されるメール"))
            wait_for("it taken", lambda: self.taken(server, mail))

            def held(folder):
                mailbox.select(folder, readonly=True)
                return len(mailbox.search(None, "ALL")[1][0].split())
            wait_for("it moved", lambda: (held("INBOX"), held("Taken")) == (0, 1))
        self.assertEqual(0, server.stop())
        server = self.serve(*self.mail_arguments())
        with imaplib.IMAP4_SSL("127.0.0.1", self.servers.imaps_port, ssl_context=self.servers.context()) as mailbox:
            mailbox.login(DESK, servers.PASSWORD)
            mail = self.send(inquiry("印のつくメール"))

            def marked():
                mailbox.select("INBOX", readonly=True)
                return len(mailbox.search(None, "KEYWORD", "DandoriTaken")[1][0].split())
            wait_for("it marked", marked)
        self.assertEqual(1, len(self.taken(server, mail)))

    def test_what_is_wrong_with_the_settings_is_said(self):
        server = self.serve(*self.mail_arguments(password="wrong"))
        wait_for("the word about the password", lambda: self.said(server, "IMAP 127.0.0.1", f"refuses the user '{DESK}'"))
        self.assertEqual(0, server.stop())

        elsewhere = os.path.join(self.folder, "elsewhere")
        os.mkdir(elsewhere)
        servers.make_certificates(elsewhere)
        server = self.serve(*self.mail_arguments(authority=os.path.join(elsewhere, "authority.pem")))
        wait_for("the word about the certificate", lambda: self.said(server, "IMAP 127.0.0.1", "--certificate-authorities"))
        self.assertEqual([], self.mails(server))

    def test_a_certificate_of_another_authority_sends_nothing(self):
        elsewhere = os.path.join(self.folder, "elsewhere")
        os.mkdir(elsewhere)
        servers.make_certificates(elsewhere)
        server = self.serve(*self.sending_arguments(authority=os.path.join(elsewhere, "authority.pem")), "--mail-token-file", self.secret("token", "x" * 32))
        status, answer = server.ask("POST", "/api/mails", inquiry("直接").as_bytes(),
                                    {"Content-Type": "message/rfc822", "Authorization": "Bearer " + "x" * 32})
        self.assertEqual(201, status, answer)
        wait_for("the word about the certificate", lambda: self.said(server, "SMTP 127.0.0.1", "--certificate-authorities"))
        waiting = self.mails(server, direction="OUT")
        self.assertEqual(["PENDING"], [it["state"] for it in waiting])
        self.assertEqual([], self.servers.mails_of(ITO))


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    if absent := servers.missing():
        print("skipped: not found: " + absent)
        sys.exit(77)
    unittest.main(verbosity=2)
