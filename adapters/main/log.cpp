#include "adapters/main/log.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <mutex>
#include <ostream>

#include "engine/instant.h"

namespace dandori {
namespace {

namespace json = boost::json;

/// Lines of several threads don't mix, whichever log they come from.
std::mutex& one_line_at_a_time() {
    static std::mutex mutex;
    return mutex;
}

std::string indented(const std::string& text) {
    std::string result;
    for (const char each : text) {
        result += each;
        if (each == '\n') result += "    ";
    }
    return result;
}

std::string time_now() {
    using namespace std::chrono;
    return to_iso8601(Instant{duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()});
}

void write(std::ostream& out, const std::string& line) {
    const std::lock_guard lock(one_line_at_a_time());
    out << line << '\n' << std::flush;
}

bool is_for_machines(const http::Exchange& exchange) { return exchange.route == "/metrics" || exchange.route.starts_with("/health/"); }

}  // namespace

Log log_to(std::ostream& out, LogFormat format) {
    return [&out, format](const std::string& text) {
        if (format == LogFormat::Json) {
            write(out, json::serialize(json::object{{"time", time_now()}, {"level", "info"}, {"message", text}}));
        } else {
            write(out, time_now() + " " + indented(text));
        }
    };
}

http::Observer request_log_to(std::ostream& out, LogFormat format, LogRequests which) {
    return [&out, format, which](const http::Exchange& exchange) {
        const bool has_failed = exchange.status >= 500;
        if (!has_failed && (which == LogRequests::Failed || is_for_machines(exchange))) return;
        if (format == LogFormat::Text) {
            // A path holds whatever somebody asked for; no line may begin by it.
            const std::string path = json::serialize(json::string(exchange.path));
            write(out, time_now() + " " + exchange.method + " " + path.substr(1, path.size() - 2) + " " + std::to_string(exchange.status) + " in " +
                           std::to_string(exchange.took.count()) + " us for " + exchange.client_address + ", request " + exchange.request_id);
            return;
        }
        write(out, json::serialize(json::object{{"time", time_now()},
                                                {"level", has_failed ? "error" : "info"},
                                                {"message", "request"},
                                                {"requestId", exchange.request_id},
                                                {"method", exchange.method},
                                                {"path", exchange.path},
                                                {"route", exchange.route},
                                                {"status", exchange.status},
                                                {"bytes", exchange.answer_bytes},
                                                {"microseconds", exchange.took.count()},
                                                {"client", exchange.client_address}}));
    };
}

}  // namespace dandori
