"""Dovecot and Postfix, each from a folder of its own on free ports of this machine, with certificates made here.

Needs Debian's postfix, dovecot-imapd, dovecot-pop3d, dovecot-lmtpd and openssl, and to be root (Postfix insists). `missing()` says what
isn't there.

    the world --SMTP--> Postfix --LMTP--> Dovecot --IMAP, POP3--> the desk --SMTP, signed in--> Postfix --LMTP--> Dovecot: who was written to
"""
import os
import pwd
import shutil
import signal
import smtplib
import socket
import ssl
import subprocess
import tempfile
import time

POSTFIX = "/usr/lib/postfix/sbin/master"
DOVECOT = "/usr/sbin/dovecot"
SECONDS_MAX = 120
DESK = "desk@desk.example.jp"
PASSWORD = "correct-horse"


def missing():
    """What stands in the way of starting the servers; empty when nothing does."""
    wanted = [POSTFIX, "/usr/sbin/postfix", DOVECOT, "/usr/lib/dovecot/imap", "/usr/lib/dovecot/pop3", "/usr/lib/dovecot/lmtp"]
    absent = [path for path in wanted if not os.path.exists(path)] + (["openssl"] if not shutil.which("openssl") else [])
    if not absent and os.getuid() != 0:
        absent = ["the rights of root, without which Postfix doesn't start"]
    return ", ".join(absent)


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def wait_for(what, condition, seconds_max=SECONDS_MAX):
    until = time.monotonic() + seconds_max
    while not (found := condition()):
        if time.monotonic() > until:
            raise AssertionError(f"waited in vain for {what}")
        time.sleep(0.05)
    return found


def listens(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
        return True
    except OSError:
        return False


def make_certificates(folder):
    """An authority, and a server's certificate of 127.0.0.1 by it."""
    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=folder)

    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=test authority",
            "-keyout", "authority.key", "-out", "authority.pem", "-addext", "basicConstraints=critical,CA:TRUE")
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=127.0.0.1", "-keyout", "server.key",
            "-out", "server.csr")
    with open(os.path.join(folder, "names"), "w") as names:
        names.write("subjectAltName=IP:127.0.0.1,DNS:localhost\n")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-days", "2",
            "-extfile", "names", "-out", "server.pem")


class MailServers:
    """Mailboxes by address below `*.example.jp`, all with the password PASSWORD, and one server that takes mail for them. All of the desk's
    addresses (`inquiry@desk.example.jp` ...) lead to the mailbox DESK."""

    def __init__(self, mailboxes, **postfix_settings):
        self.folder = tempfile.mkdtemp(prefix="dandori-mail-")
        os.chmod(self.folder, 0o755)
        (self.smtp_port, self.imap_port, self.imaps_port, self.pop3_port, self.pop3s_port, self.lmtp_port,
         self.auth_port) = free_ports(7)
        self.authority = os.path.join(self.folder, "authority.pem")
        self.dovecot = self.postfix = None
        try:
            make_certificates(self.folder)
            self._configure_dovecot(mailboxes)
            self._configure_postfix(postfix_settings)
            self.start_dovecot()
            self.start_postfix()
        except BaseException:
            self.close()
            raise

    def close(self):
        self.stop_postfix()
        self.stop_dovecot()
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- Dovecot

    def _configure_dovecot(self, mailboxes):
        user = pwd.getpwnam("nobody")
        mail = os.path.join(self.folder, "mail")
        os.mkdir(mail)
        os.chown(mail, user.pw_uid, user.pw_gid)
        with open(os.path.join(self.folder, "users"), "w") as users:
            users.writelines(f"{name}:{{PLAIN}}{PASSWORD}:{user.pw_uid}:{user.pw_gid}::{mail}/{name}::\n" for name in [DESK, *mailboxes])
        with open(os.path.join(self.folder, "dovecot.conf"), "w") as settings:
            settings.write(f"""
base_dir = {self.folder}/run
state_dir = {self.folder}/state
log_path = {self.folder}/dovecot.log
protocols = imap pop3 lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <{self.folder}/server.pem
ssl_key = <{self.folder}/server.key
disable_plaintext_auth = yes
auth_username_format = %u
auth_failure_delay = 0
first_valid_uid = 1
mail_location = maildir:{mail}/%u
mail_fsync = never
verbose_proctitle = yes
mailbox_list_index = no
passdb {{
  driver = passwd-file
  args = {self.folder}/users
}}
userdb {{
  driver = passwd-file
  args = {self.folder}/users
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {self.imap_port}
  }}
  inet_listener imaps {{
    port = {self.imaps_port}
    ssl = yes
  }}
}}
service pop3-login {{
  chroot =
  inet_listener pop3 {{
    port = {self.pop3_port}
  }}
  inet_listener pop3s {{
    port = {self.pop3s_port}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {self.lmtp_port}
  }}
}}
service auth {{
  inet_listener {{
    port = {self.auth_port}
  }}
}}
service anvil {{
  chroot =
}}
protocol lmtp {{
  postmaster_address = postmaster@desk.example.jp
}}
""")

    def start_dovecot(self):
        self.dovecot = subprocess.Popen([DOVECOT, "-F", "-c", os.path.join(self.folder, "dovecot.conf")],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self._wait_until_it_listens(self.dovecot, self.lmtp_port, "dovecot.log")
        self._wait_until_it_listens(self.dovecot, self.imap_port, "dovecot.log")

    def processes_of_dovecot(self):
        """What its processes say of themselves: `imap: [desk@desk.example.jp 127.0.0.1 IDLE]`."""
        said = []
        for process in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{process}/stat") as stat, open(f"/proc/{process}/cmdline") as line:
                    if int(stat.read().rsplit(")", 1)[1].split()[1]) == self.dovecot.pid:
                        said.append(line.read().replace("\0", " "))
            except OSError:  # it has ended
                continue
        return "\n".join(said)

    def stop_dovecot(self):
        if self.dovecot:
            self.dovecot.terminate()
            self.dovecot.wait(timeout=SECONDS_MAX)
            self.dovecot.stderr.close()
            self.dovecot = None

    # --- Postfix

    def _configure_postfix(self, further):
        etc = os.path.join(self.folder, "postfix")
        for name in ("postfix", "queue", "data"):
            os.mkdir(os.path.join(self.folder, name))
        shutil.chown(os.path.join(self.folder, "data"), "postfix")
        settings = {
            "compatibility_level": "3.6", "queue_directory": f"{self.folder}/queue", "data_directory": f"{self.folder}/data",
            "daemon_directory": "/usr/lib/postfix/sbin", "command_directory": "/usr/sbin", "mail_owner": "postfix",
            "setgid_group": "postdrop", "maillog_file": f"{self.folder}/postfix.log", "maillog_file_prefixes": self.folder,
            "inet_interfaces": "127.0.0.1", "inet_protocols": "ipv4", "myhostname": "mail.example.jp", "mydestination": "", "mynetworks": "",
            "alias_maps": "", "virtual_mailbox_domains": "desk.example.jp", "virtual_mailbox_maps": "static:all",
            "virtual_alias_maps": f"texthash:{etc}/aliases", "virtual_transport": f"lmtp:inet:127.0.0.1:{self.lmtp_port}",
            "default_transport": f"lmtp:inet:127.0.0.1:{self.lmtp_port}", "smtpd_tls_security_level": "may", "smtpd_tls_auth_only": "yes",
            "smtpd_tls_cert_file": f"{self.folder}/server.pem", "smtpd_tls_key_file": f"{self.folder}/server.key",
            "smtpd_sasl_auth_enable": "yes", "smtpd_sasl_type": "dovecot", "smtpd_sasl_path": f"inet:127.0.0.1:{self.auth_port}",
            "smtpd_relay_restrictions": "permit_sasl_authenticated, reject_unauth_destination", "message_size_limit": "60000000",
            "mailbox_size_limit": "0", "virtual_mailbox_limit": "0", "queue_run_delay": "1s", "minimal_backoff_time": "1s",
            "maximal_backoff_time": "2s", "smtpd_client_connection_rate_limit": "0", "smtpd_error_sleep_time": "0"}
        settings.update(further)
        with open(os.path.join(etc, "main.cf"), "w") as file:
            file.writelines(f"{name} = {value}\n" for name, value in settings.items())
        with open(os.path.join(etc, "aliases"), "w") as file:
            file.writelines(f"{name}@desk.example.jp {DESK}\n" for name in ("incident", "alert", "request", "inquiry", "maintenance"))
        inner = ("cleanup unix n - n - 0 cleanup", "qmgr unix n - n 1 1 qmgr", "tlsmgr unix - - n 1000? 1 tlsmgr",
                 "rewrite unix - - n - - trivial-rewrite", "bounce unix - - n - 0 bounce", "defer unix - - n - 0 bounce",
                 "trace unix - - n - 0 bounce", "verify unix - - n - 1 verify", "flush unix n - n 1000? 0 flush",
                 "proxymap unix - - n - - proxymap", "lmtp unix - - n - - lmtp", "error unix - - n - - error", "retry unix - - n - - error",
                 "anvil unix - - n - 1 anvil", "scache unix - - n - 1 scache", "showq unix n - n - - showq",
                 "postlog unix-dgram n - n - 1 postlogd")
        with open(os.path.join(etc, "master.cf"), "w") as file:
            file.write(f"127.0.0.1:{self.smtp_port} inet n - n - - smtpd\n" + "\n".join(inner) + "\n")
        subprocess.run(["/usr/sbin/postfix", "-c", etc, "check"], check=True, capture_output=True)

    def start_postfix(self):
        self.postfix = subprocess.Popen([POSTFIX, "-c", os.path.join(self.folder, "postfix"), "-d"], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE, text=True)
        self._wait_until_it_listens(self.postfix, self.smtp_port, "postfix.log")

    def stop_postfix(self):
        if self.postfix:
            self.postfix.send_signal(signal.SIGTERM)
            self.postfix.wait(timeout=SECONDS_MAX)
            self.postfix.stderr.close()
            self.postfix = None

    def _wait_until_it_listens(self, process, port, log):
        def answers():
            if process.poll() is not None:
                raise AssertionError(f"{log} ended with {process.returncode}: {process.stderr.read()}{self.said(log)}")
            return listens(port)
        wait_for(f"{log}'s server", answers)

    def said(self, log):
        try:
            with open(os.path.join(self.folder, log), errors="replace") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    # --- what the world does

    def context(self):
        return ssl.create_default_context(cafile=self.authority)

    def send(self, sender, recipients, raw):
        """As a mail server of the world brings a mail to the desk's."""
        with smtplib.SMTP("127.0.0.1", self.smtp_port, timeout=SECONDS_MAX) as session:
            session.sendmail(sender, recipients, raw)

    def mails_of(self, mailbox):
        """The raw mails of a mailbox, read from its maildir: what came, whoever is there to ask."""
        mails = []
        for folder in ("new", "cur"):
            path = os.path.join(self.folder, "mail", mailbox, folder)
            for name in sorted(os.listdir(path) if os.path.isdir(path) else []):
                with open(os.path.join(path, name), "rb") as file:
                    mails.append(file.read())
        return mails
