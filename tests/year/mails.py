"""The mails that come: alerts of three monitoring systems in their own ways of writing, questions and notices of people."""
import email.header
import email.mime.text
import email.policy
import email.utils

CHECKS = ["Web service is not responding", "Disk space is low", "Batch did not finish in time", "Database connections exhausted",
          "Replication is behind", "Certificate expires soon", "CPU load is high", "Memory is low", "Queue is growing", "Backup failed",
          "Login failures", "Link is down"]
ROLES = ["web", "ap", "db", "batch", "gw"]
SEVERITY = {"zabbix-infra": {"critical": "Disaster", "high": "High", "warning": "Warning", "information": "Information"},
            "jp1-network": {"critical": "重大", "high": "障害", "warning": "警告", "information": "情報"}}


def written(sender, name, to, subject, text, at, message_id, charset="utf-8", automatic=False, reply_to=None):
    # The older way of writing mails, which takes a fifth of the time of EmailMessage.
    mail = email.mime.text.MIMEText(text, "plain", charset)
    mail["From"] = email.utils.formataddr((name, sender))
    mail["To"] = to
    mail["Subject"] = email.header.Header(subject, charset)
    mail["Date"] = email.utils.format_datetime(at)
    mail["Message-ID"] = f"<{message_id}>"
    if automatic:
        mail["Auto-Submitted"] = "auto-generated"
    if reply_to:
        mail["In-Reply-To"] = mail["References"] = f"<{reply_to}>"
    return mail.as_bytes(policy=email.policy.compat32.clone(linesep="\r\n"))


class Fault:
    """Something that is wrong with a host, as its monitoring sees it: each has a fingerprint of its own."""

    def __init__(self, system, number, severity):
        self.source = "jp1-network" if system["id"] == "SYS-28" else "zabbix-infra"
        self.severity = severity
        self.check = CHECKS[number % len(CHECKS)]
        role = ROLES[number // len(CHECKS) % len(ROLES)]
        # Letters, since the intake takes numbers of detections out of a fingerprint, not those of a host's name.
        self.host = f"{system['slug']}-{role}{number // (len(CHECKS) * len(ROLES)) % 900 + 1:02d}"
        self.sent = 0

    def mail(self, at, number, recovered=False):
        self.sent += 1
        message_id = f"{self.source}.{number}@{'network' if self.source == 'jp1-network' else 'infra'}.example.jp"
        if self.source == "jp1-network":
            state = "復旧" if recovered else "障害" if self.severity in ("critical", "high") else "警告"
            text = f"監視項目: {self.check}\n機器名: {self.host}\n重要度: {SEVERITY[self.source][self.severity]}\n\n(第{self.sent}報)\n"
            return written("kanshi@network.example.jp", "庁内ネットワーク監視", "alert@desk.example.jp", f"【{state}】{self.host} {self.check}", text, at,
                           message_id, "iso-2022-jp", automatic=True)
        text = (f"Trigger: {self.check}\nHost: {self.host}\nSeverity: {SEVERITY[self.source][self.severity]}\n"
                f"Started: {at.isoformat(timespec='seconds')}\nItem value: {20 + self.sent}.{number % 10} 秒\n")
        return written("zabbix@infra.example.jp", "統合基盤 Zabbix", "alert@desk.example.jp",
                       f"{'RESOLVED' if recovered else 'PROBLEM'}: {self.check}", text, at, message_id, automatic=True)
