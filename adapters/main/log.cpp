#include "adapters/main/log.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <ostream>

#include "engine/instant.h"

namespace dandori {
namespace {

std::string indented(const std::string& text) {
    std::string result;
    for (const char each : text) {
        result += each;
        if (each == '\n') result += "    ";
    }
    return result;
}

}  // namespace

Log log_to(std::ostream& out) {
    return [&out, mutex = std::make_shared<std::mutex>()](const std::string& text) {
        using namespace std::chrono;
        const Instant now{duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
        const auto line = to_iso8601(now) + " " + indented(text) + "\n";
        const std::lock_guard lock(*mutex);
        out << line << std::flush;
    };
}

}  // namespace dandori
