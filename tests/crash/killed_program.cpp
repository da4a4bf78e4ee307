#include "tests/crash/killed_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <chrono>
#include <system_error>

extern char** environ;

namespace dandori::test {

KilledProgram::KilledProgram(const std::vector<std::string>& command) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    std::vector<char*> arguments;
    for (const auto& each : command) arguments.push_back(const_cast<char*>(each.c_str()));
    arguments.push_back(nullptr);
    const int code = ::posix_spawn(&process_, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    output_ = ends[0];
    if (code != 0) throw std::system_error(code, std::generic_category(), command.front());
}

KilledProgram::~KilledProgram() {
    kill([](const Acknowledgement&) {});
    ::close(output_);
}

bool KilledProgram::listen(std::int64_t microseconds, const std::function<void(const Acknowledgement&)>& on_line) {
    using namespace std::chrono;
    const auto end = steady_clock::now() + std::chrono::microseconds(microseconds);
    while (true) {
        const auto left = duration_cast<nanoseconds>(end - steady_clock::now()).count();
        if (left <= 0) return true;
        pollfd waited{output_, POLLIN, 0};
        const timespec timeout{left / 1'000'000'000, left % 1'000'000'000};
        if (::ppoll(&waited, 1, &timeout, nullptr) > 0 && !read_some(on_line)) return false;
    }
}

void KilledProgram::kill(const std::function<void(const Acknowledgement&)>& on_line) {
    if (process_ < 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
    while (read_some(on_line)) {
    }
}

bool KilledProgram::read_some(const std::function<void(const Acknowledgement&)>& on_line) {
    std::array<char, 65'536> buffer;
    const auto length = ::read(output_, buffer.data(), buffer.size());
    if (length <= 0) return false;
    text_.append(buffer.data(), static_cast<std::size_t>(length));
    while (auto line = take_acknowledgement(text_)) on_line(*line);
    return true;
}

}  // namespace dandori::test
