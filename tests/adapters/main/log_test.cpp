#include "adapters/main/log.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <sstream>

namespace dandori {
namespace {

http::Exchange exchange(int status, const std::string& route = "/v2/jobs/{jobKey}") {
    return {"r-1", "GET", "/v2/jobs/1\n2026 forged", route, "198.51.100.7", status, 12, std::chrono::microseconds(345)};
}

TEST(Log, WritesTextWithItsTime) {
    std::ostringstream out;
    log_to(out)("one\ntwo");
    EXPECT_NE(out.str().find("Z one\n    two\n"), std::string::npos) << out.str();
}

TEST(Log, WritesAnObjectALine) {
    std::ostringstream out;
    log_to(out, LogFormat::Json)("one\ntwo \"quoted\"");
    EXPECT_EQ(std::ranges::count(out.str(), '\n'), 1);
    const auto line = boost::json::parse(out.str());
    EXPECT_EQ(line.at("message").as_string(), "one\ntwo \"quoted\"");
    EXPECT_EQ(line.at("level").as_string(), "info");
}

TEST(RequestLog, TellsOfRequestsInALine) {
    std::ostringstream out;
    const auto log = request_log_to(out, LogFormat::Text, LogRequests::All);
    log(exchange(200));
    EXPECT_EQ(std::ranges::count(out.str(), '\n'), 1) << "a path begins no line";
    EXPECT_NE(out.str().find(" GET /v2/jobs/1\\n2026 forged 200 in 345 us for 198.51.100.7, request r-1\n"), std::string::npos) << out.str();
}

TEST(RequestLog, TellsOfRequestsAsObjects) {
    std::ostringstream out;
    const auto log = request_log_to(out, LogFormat::Json, LogRequests::Failed);
    log(exchange(200));
    log(exchange(404));
    EXPECT_EQ(out.str(), "") << "what failed by our fault only";
    log(exchange(503));
    const auto line = boost::json::parse(out.str());
    EXPECT_EQ(line.at("level").as_string(), "error");
    EXPECT_EQ(line.at("requestId").as_string(), "r-1");
    EXPECT_EQ(line.at("route").as_string(), "/v2/jobs/{jobKey}");
    EXPECT_EQ(line.at("status").as_int64(), 503);
    EXPECT_EQ(line.at("bytes").to_number<int>(), 12);
    EXPECT_EQ(line.at("microseconds").as_int64(), 345);
}

TEST(RequestLog, IsSilentOnWhatMachinesAskAllDay) {
    std::ostringstream out;
    const auto log = request_log_to(out, LogFormat::Json, LogRequests::All);
    log(exchange(200, "/metrics"));
    log(exchange(200, "/health/ready"));
    EXPECT_EQ(out.str(), "");
    log(exchange(503, "/health/ready"));
    EXPECT_NE(out.str(), "");
}

}  // namespace
}  // namespace dandori
