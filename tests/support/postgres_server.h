#pragma once
// A PostgreSQL server of a test's own: made in a folder of its own by Debian's binaries, on a Unix socket and a free port of this machine,
// and gone with the test. fsync is on, as in earnest.

#include <arpa/inet.h>
#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace dandori::test {

class PostgresServer {
  public:
    /// Where the newest installed server has its programs; empty where none is installed.
    static std::string programs() {
        std::string newest;
        int version = 0;
        const std::filesystem::path root = "/usr/lib/postgresql";
        if (!std::filesystem::exists(root)) return newest;
        for (const auto& entry : std::filesystem::directory_iterator(root)) {
            const int found = std::atoi(entry.path().filename().c_str());
            if (found > version && std::filesystem::exists(entry.path() / "bin/initdb")) {
                version = found;
                newest = entry.path() / "bin";
            }
        }
        return newest;
    }

    explicit PostgresServer(const std::string& encoding = "UTF8") {
        std::filesystem::create_directory(data_);
        if (::geteuid() == 0) {  // a server refuses to run as root
            const passwd* user = ::getpwnam("postgres");
            if (!user) throw std::runtime_error("There is no user 'postgres' to run the server as.");
            for (const auto& path : {folder_ / "", data_})
                if (::chown(path.c_str(), user->pw_uid, user->pw_gid) != 0) throw std::runtime_error("chown failed");
        }
        const auto log = folder_ / "initdb.log";
        if (ended(begin({programs() + "/initdb", "-D", data_, "-E", encoding, "--locale=C", "-A", "trust", "-U", "dandori", "-N"}, log)) != 0)
            throw std::runtime_error("initdb failed:\n" + content_of(log));
        start();
    }
    ~PostgresServer() { stop(); }
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    void start() {
        port_ = port_ ? port_ : free_port();
        process_ = begin({programs() + "/postgres", "-D", data_, "-k", folder_ / "", "-h", "127.0.0.1", "-p", std::to_string(port_), "-c",
                          "max_wal_size=4GB", "-c", "log_min_messages=fatal"},
                         folder_ / "server.log");
        for (int tries = 0; tries < 600; ++tries) {
            if (content_of(data_ + "/postmaster.pid").find("ready") != std::string::npos) return;
            if (::waitpid(process_, nullptr, WNOHANG) == process_) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        process_ = 0;
        throw std::runtime_error("The server did not start:\n" + content_of(folder_ / "server.log"));
    }

    /// SIGINT ends all sessions first; SIGQUIT is as if the machine had lost its power.
    void stop(int signal = SIGINT) {
        if (process_ == 0) return;
        ::kill(process_, signal);
        ::waitpid(process_, nullptr, 0);
        process_ = 0;
    }

    std::string url(const std::string& database = "postgres") const {
        return "postgres://dandori@127.0.0.1:" + std::to_string(port_) + "/" + database;
    }

  private:
    static std::string content_of(const std::string& path) {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    static int free_port() {
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* any = reinterpret_cast<sockaddr*>(&address);
        if (::bind(socket, any, length) != 0 || ::getsockname(socket, any, &length) != 0) throw std::runtime_error("There is no free port.");
        ::close(socket);
        return ntohs(address.sin_port);
    }

    static pid_t begin(const std::vector<std::string>& command, const std::string& log) {
        std::vector<char*> arguments;
        for (const auto& each : command) arguments.push_back(const_cast<char*>(each.c_str()));
        arguments.push_back(nullptr);
        const passwd* user = ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
        const pid_t child = ::fork();
        if (child != 0) return child;
        if (!std::freopen(log.c_str(), "a", stdout) || ::dup2(STDOUT_FILENO, STDERR_FILENO) < 0) ::_exit(126);
        if (user && (::setgroups(0, nullptr) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0)) ::_exit(126);
        if (::chdir("/") != 0 || ::prctl(PR_SET_PDEATHSIG, SIGQUIT) != 0) ::_exit(126);  // never outlives the test
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }

    static int ended(pid_t child) {
        int status = 0;
        ::waitpid(child, &status, 0);
        return status;
    }

    TemporaryFolder folder_;
    std::string data_ = folder_ / "data";
    int port_ = 0;
    pid_t process_ = 0;
};

/// The one server that all tests of a program share; null where PostgreSQL isn't installed.
inline PostgresServer* shared_postgres() {
    static const std::unique_ptr<PostgresServer> server =
        PostgresServer::programs().empty() ? nullptr : std::make_unique<PostgresServer>();
    return server.get();
}

}  // namespace dandori::test
