#include "adapters/forms/sftp_outbox.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <pwd.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <fstream>

#include "tests/adapters/forms/feel_expressions.h"
#include "tests/adapters/forms/sample_forms.h"
#include "tests/engine/runtime/desk.h"
#include "tests/support/temporary_folder.h"

namespace dandori::forms {
namespace {

namespace fs = std::filesystem;

std::uint16_t port_that_is_free() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(socket, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(socket);
    return ntohs(address.sin_port);
}

bool can_connect(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const bool is_there = ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    ::close(socket);
    return is_there;
}

/// OpenSSH's server on the loopback, with keys and a folder of its own.
class Sshd {
  public:
    Sshd() {
        fs::create_directories(folder / "incoming");
        if (::getuid() == 0) fs::create_directories("/run/sshd");
        for (const char* name : {"host", "desk", "stranger"}) run("ssh-keygen -q -t ed25519 -N '' -C '' -f " + folder / name);
        fs::copy_file(folder / "desk.pub", folder / "authorized");
        std::ofstream(folder / "fingerprint.sh") << "ssh-keygen -lf " << folder / "host.pub" << " | cut -d' ' -f2 > " << folder / "fingerprint";
        run("sh " + folder / "fingerprint.sh");
        settings.user = ::getpwuid(::getuid())->pw_name;
        settings.key_file = folder / "desk";
        settings.host_key = test::file_text(folder / "fingerprint");
        settings.host_key.erase(settings.host_key.find_last_not_of("\n") + 1);
        start();
    }
    ~Sshd() { stop(); }

    void start() {
        for (int attempt = 0; attempt < 5 && !is_there(); ++attempt) {
            stop();
            port_ = port_that_is_free();
            std::ofstream(folder / "config", std::ios::trunc) << "Port " << port_ << "\nListenAddress 127.0.0.1\nHostKey " << folder / "host" << "\nAuthorizedKeysFile " << folder / "authorized"
                                                              << "\nStrictModes no\nUsePAM no\nPidFile none\nPasswordAuthentication no\nPermitRootLogin prohibit-password\nSubsystem sftp internal-sftp\n";
            process_ = ::fork();
            if (process_ == 0) {
                const int log = ::open((folder / "log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
                ::dup2(log, 2);
                ::execl("/usr/sbin/sshd", "/usr/sbin/sshd", "-D", "-e", "-f", (folder / "config").c_str(), nullptr);
                ::_exit(127);
            }
            for (int wait = 0; wait < 500 && !is_there() && ::waitpid(process_, nullptr, WNOHANG) == 0; ++wait) ::usleep(20'000);
        }
        settings.url = "sftp://127.0.0.1:" + std::to_string(port_) + (folder / "incoming");
    }
    void stop() {
        if (process_ <= 0) return;
        ::kill(process_, SIGTERM);
        ::waitpid(process_, nullptr, 0);
        process_ = 0;
    }
    bool is_there() const { return process_ > 0 && can_connect(port_); }

    test::TemporaryFolder folder;
    SftpSettings settings;

  private:
    static void run(const std::string& command) { EXPECT_EQ(std::system(command.c_str()), 0) << command; }
    std::uint16_t port_ = 0;
    pid_t process_ = 0;
};

/// Who knows the server, and who doesn't.
class SftpFolder : public testing::Test {
  protected:
    static void SetUpTestSuite() { server_ = new Sshd; }
    static void TearDownTestSuite() {
        delete server_;
        server_ = nullptr;
    }
    SftpFolder() : settings(server_->settings) { EXPECT_TRUE(server_->is_there()) << test::file_text(server_->folder / "log"); }

    std::string path(const std::string& name) const { return server_->folder / ("incoming/" + name); }
    std::string why(const std::string& name, const std::string& bytes) const {
        const auto put = put_by_sftp(settings, name, bytes);
        return put ? "" : put.error().text;
    }

    static Sshd* server_;
    SftpSettings settings;
};

Sshd* SftpFolder::server_ = nullptr;

TEST_F(SftpFolder, TakesAFileWholeUnderItsName) {
    std::string bytes(3'000'000, '\0');
    for (std::size_t at = 0; at < bytes.size(); ++at) bytes[at] = static_cast<char>(at * 7);
    const std::string name = "申請 \"1\" #a%20.xlsx";
    std::ofstream(path("." + name + ".part")) << "what was cut off before";
    EXPECT_EQ(why(name, bytes), "");
    EXPECT_TRUE(test::file_text(path(name)) == bytes);
    EXPECT_FALSE(fs::exists(path("." + name + ".part")));
    EXPECT_EQ(why(name, bytes), "");  // the same again
    EXPECT_EQ(why(name, "other"), "'" + settings.url + "' has another file named '" + name + "'; it was left as it is. Give the form another number.");
    EXPECT_TRUE(test::file_text(path(name)) == bytes);
    EXPECT_EQ(why("empty.csv", ""), "");
    EXPECT_TRUE(fs::exists(path("empty.csv")));
}

TEST_F(SftpFolder, GetsNothingFromAServerWithAnotherKey) {
    settings.host_key = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";
    const auto put = put_by_sftp(settings, "secret.csv", "x");
    ASSERT_FALSE(put);
    EXPECT_EQ(put.error().kind, Failure::Kind::ResourceNotFound);
    EXPECT_TRUE(put.error().text.starts_with("The server of '" + settings.url + "' shows another key than --handoff-sftp-host-key says, so nothing was sent: ")) << put.error().text;
    EXPECT_FALSE(fs::exists(path("secret.csv")));
}

TEST_F(SftpFolder, SaysWhoIsRefusedAndWhatIsMissing) {
    settings.key_file = server_->folder / "stranger";
    EXPECT_TRUE(why("a.csv", "x").starts_with("The server of '" + settings.url + "' refuses the user '" + settings.user + "' with the key of --handoff-sftp-key-file: ")) << why("a.csv", "x");
    settings = server_->settings;
    settings.url += "/nowhere";
    EXPECT_TRUE(why("a.csv", "x").starts_with("The file can't be handed over to '" + settings.url + "': ")) << why("a.csv", "x");
    for (const char* name : {"", ".hidden", "a/b", "a\nb"}) EXPECT_EQ(why(name, "x"), "'" + std::string(name) + "' is no name for a file in a folder.");
    EXPECT_TRUE(fs::exists(path("")));
}

TEST_F(SftpFolder, IsTriedAgainWhileItIsAwayAndAnIncidentWhereItIsNotTheOne) {
    test::Desk desk;
    const auto type = std::string(sftp_job_type);
    desk.deploy(test::process_of("<startEvent id=\"s\"/><serviceTask id=\"send\"><extensionElements><zeebe:taskDefinition type=\"" + type +
                                 "\" retries=\"3\"/></extensionElements></serviceTask><userTask id=\"u\"/>" + test::flows({"s", "send", "u"})));
    engine::PutDocument document;
    document.document.id = "d";
    document.document.file_name = "form.csv";
    document.document.size = 1;
    document.content = {"x"};
    ASSERT_TRUE(desk.engine().execute(document));
    const auto key = desk.start(R"({"form": {"documents": [{"documentId": "d"}]}})");
    const auto work = [&](const SftpSettings& with) {
        engine::ActivateJobs command;
        command.type = type;
        command.timeout_ms = 60'000;
        command.count_max = 1;
        const auto jobs = desk.engine().execute(std::move(command));
        for (const auto& job : jobs->jobs) work_sftp_job(job, access_to(desk.engine(), desk.clock), with, test::feel_expressions(), [](const auto&) {});
        return jobs->jobs.size();
    };
    const auto incidents = [&] { return engine::find<engine::Incident>(desk.engine().reader(), engine::Query{}.where_equals("processInstanceKey", key)).rows.size(); };
    server_->stop();
    EXPECT_EQ(work(settings), 1U);
    EXPECT_EQ(incidents(), 0U);
    EXPECT_EQ(work(settings), 0U);  // not before a minute has passed
    server_->start();
    settings = server_->settings;
    desk.clock.advance(60'000);
    desk.engine().clock_moved();
    EXPECT_EQ(work(settings), 1U);
    EXPECT_EQ(test::file_text(path("form.csv")), "x");
    const auto handed = engine::find<engine::Variable>(desk.engine().reader(), engine::Query{}.where_equals("name", std::string("handedOff"))).rows;
    ASSERT_EQ(handed.size(), 1U);
    EXPECT_EQ(handed[0].value, R"(["form.csv"])");
    const auto other = desk.start(R"({"form": {"documents": [{"documentId": "d"}]}})");
    settings.host_key = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";
    EXPECT_EQ(work(settings), 1U);
    EXPECT_EQ(engine::find<engine::Incident>(desk.engine().reader(), engine::Query{}.where_equals("processInstanceKey", other)).rows.size(), 1U);
}

TEST(SftpSettingsOfAServer, AreCheckedBeforeItStarts) {
    test::TemporaryFolder folder;
    std::ofstream(folder / "key") << "k";
    const SftpSettings good{"sftp://files.example.jp:22/in", "desk", folder / "key", "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"};
    EXPECT_TRUE(check(good));
    EXPECT_TRUE(check({}));
    const auto why = [&](auto change) {
        auto settings = good;
        change(settings);
        const auto checked = check(settings);
        return checked ? std::string() : checked.error().text.substr(0, checked.error().text.find(' '));
    };
    for (const char* url : {"ftp://x/in", "sftp://", "sftp:///in", "sftp://host", "sftp://desk:secret@host/in"}) EXPECT_EQ(why([&](auto& it) { it.url = url; }), "--handoff-sftp") << url;
    EXPECT_EQ(why([](auto& it) { it.user = ""; }), "--handoff-sftp-user");
    EXPECT_EQ(why([&](auto& it) { it.key_file = folder / "none"; }), "--handoff-sftp-key-file");
    for (const char* key : {"", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU", "SHA256:short", "MD5:00"}) EXPECT_EQ(why([&](auto& it) { it.host_key = key; }), "--handoff-sftp-host-key") << key;
    EXPECT_EQ(check({"sftp://desk:secret@host/in", "", "", ""}).error().text.find("secret"), std::string::npos);
}

}  // namespace
}  // namespace dandori::forms
