#pragma once
// Which statuses each route has answered in a test program: written where the environment variable DANDORI_ANSWERS names a folder, one
// `METHOD pattern status` a line, for tests/adapters/openapi/statuses.py to hold against the description.

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <set>
#include <string>

#include "adapters/http/router.h"

namespace dandori::test {

class AnswersSeen {
  public:
    static AnswersSeen& of_this_program() {
        static AnswersSeen seen;
        return seen;
    }
    void note(const std::string& method, const std::string& pattern, int status) {
        const std::lock_guard lock(mutex_);
        seen_.insert(method + " " + pattern + " " + std::to_string(status));
    }
    ~AnswersSeen() {
        const char* folder = std::getenv("DANDORI_ANSWERS");
        if (!folder) return;
        std::ofstream file(std::string(folder) + "/" + ::program_invocation_short_name + ".answers");
        for (const auto& each : seen_) file << each << "\n";
    }

  private:
    AnswersSeen() = default;
    std::mutex mutex_;
    std::set<std::string> seen_;
};

inline void note_answers(http::Router& router) {
    AnswersSeen::of_this_program();
    router.observed_by([](const http::Exchange& exchange) {
        if (!exchange.route.empty()) AnswersSeen::of_this_program().note(exchange.method, exchange.route, exchange.status);
    });
}

}  // namespace dandori::test
