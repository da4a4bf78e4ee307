#include "adapters/metrics/own_process.h"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace dandori::metrics {
namespace {

std::string content_of(const char* path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

OwnProcess own_process() {
    OwnProcess figures;
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    figures.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    std::istringstream sizes(content_of("/proc/self/statm"));
    double pages = 0;
    if (sizes >> pages >> pages) figures.resident_bytes = pages * static_cast<double>(::sysconf(_SC_PAGESIZE));
    std::error_code ignored;
    for (std::filesystem::directory_iterator at("/proc/self/fd", ignored), end; at != end; at.increment(ignored)) ++figures.open_files;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) figures.open_files_max = static_cast<double>(limit.rlim_cur);
    // proc_pid_stat(5): what follows the name, which may hold blanks and brackets; field 20 is the threads, 22 the start in ticks.
    const std::string stat = content_of("/proc/self/stat");
    std::istringstream fields(stat.substr(stat.rfind(')') + 1));
    std::string field;
    double started = 0;
    for (int number = 3; fields >> field; ++number) {
        if (number == 20) figures.threads = std::stod(field);
        if (number == 22) started = std::stod(field) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    }
    std::istringstream boot(content_of("/proc/stat"));
    for (std::string line; std::getline(boot, line);) {
        if (line.starts_with("btime ")) figures.start_seconds = std::stod(line.substr(6)) + started;
    }
    return figures;
}

}  // namespace dandori::metrics
