#include "adapters/metrics/metrics.h"

#include "adapters/http/server.h"
#include "adapters/metrics/health_routes.h"
#include "adapters/metrics/metrics_routes.h"
#include "adapters/metrics/own_process.h"
#include "tests/engine/runtime/desk.h"
#include "tests/support/http_client.h"

namespace dandori::metrics {
namespace {

class MetricsTest : public testing::Test {
  protected:
    MetricsTest() {
        desk.engine().on_committed([this](const engine::Committed& commit) { metrics->count(commit); });
        router.observed_by([this](const http::Exchange& exchange) { metrics->count(exchange); });
        router.add("GET", "/cases/{key}", [](const http::Request&, const http::Respond& respond) { respond({200, {}, "x"}); });
    }
    /// The value that follows a name with its labels; empty if there is no such line.
    std::string value(const std::string& name) {
        const std::string text = "\n" + metrics->text();
        const auto at = text.find("\n" + name + " ");
        if (at == std::string::npos) return {};
        const auto begin = at + name.size() + 2;
        return text.substr(begin, text.find('\n', begin) - begin);
    }

    test::Desk desk;
    std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>(desk.engine().reader());
    http::Router router;
};

TEST_F(MetricsTest, CountsWhatWasCommitted) {
    desk.deploy(test::process_of("<startEvent id=\"s\"/>" + test::service_task("a") +
                                 "<userTask id=\"u\"><extensionElements><zeebe:userTask/></extensionElements></userTask><endEvent id=\"e\"/>" +
                                 test::flows({"s", "a", "u", "e"})));
    desk.start();
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(value("dandori_jobs_ended_total{state=\"COMPLETED\"}"), "1");
    EXPECT_EQ(value("dandori_process_instances_active"), "1");
    EXPECT_EQ(value("dandori_user_tasks_open"), "1");
    EXPECT_EQ(value("dandori_incidents_open"), "0");
    EXPECT_EQ(value("dandori_process_instances_ended_total{state=\"COMPLETED\"}"), "");
    const auto task = desk.rows<engine::UserTask>().front();
    EXPECT_TRUE(desk.engine().execute(engine::CompleteUserTask{task.key, {}, {}}));
    EXPECT_EQ(value("dandori_user_tasks_ended_total{state=\"COMPLETED\"}"), "1");
    EXPECT_EQ(value("dandori_process_instances_ended_total{state=\"COMPLETED\"}"), "1");
    EXPECT_EQ(value("dandori_rows_written_total{table=\"process_definition\"}"), "1");
    EXPECT_EQ(value("dandori_commits_total"), value("dandori_commit_seconds_count"));
    EXPECT_EQ(value("dandori_commits_total"), "5");  // deployed, started, handed out, completed twice
    EXPECT_EQ(value("dandori_commit_commands_sum"), "5");
}

TEST_F(MetricsTest, CountsRequestsByRouteNotByPath) {
    http::Server server(router, {});
    for (const char* path : {"/cases/1", "/cases/2", "/nowhere", "/elsewhere"}) test::HttpClient(server.port()).ask("GET", path);
    test::HttpClient(server.port()).ask("SEARCH", "/cases/1");
    server.stop();
    EXPECT_EQ(value("dandori_http_requests_total{method=\"GET\",route=\"/cases/{key}\",status=\"200\"}"), "2");
    EXPECT_EQ(value("dandori_http_requests_total{method=\"GET\",route=\"\",status=\"404\"}"), "2");
    EXPECT_EQ(value("dandori_http_requests_total{method=\"other\",route=\"\",status=\"405\"}"), "1");
    EXPECT_EQ(value("dandori_http_request_seconds_count{route=\"/cases/{key}\"}"), "2");
}

TEST_F(MetricsTest, AreToldToTheirAddressesOnly) {
    for (const bool is_trusted : {true, false}) {
        http::Router own;
        add_routes(own, metrics, http::Networks({is_trusted ? "127.0.0.0/8" : "10.1.2.3"}));
        http::Server server(own, {});
        const auto answer = test::HttpClient(server.port()).ask("GET", "/metrics");
        EXPECT_EQ(answer.status, is_trusted ? 200 : 403);
        EXPECT_EQ(answer.body.find("# HELP dandori_build_info") != std::string::npos, is_trusted);
    }
}

TEST_F(MetricsTest, TellWhetherTheServerIsWell) {
    std::optional<std::string> fault;
    http::Router own;
    add_health_routes(own, [&] { return fault; });
    http::Server server(own, {});
    EXPECT_EQ(test::HttpClient(server.port()).ask("GET", "/health/ready").status, 200);
    fault = "The disk is gone.";
    const auto answer = test::HttpClient(server.port()).ask("GET", "/health/ready");
    EXPECT_EQ(answer.status, 503);
    EXPECT_NE(answer.body.find("The disk is gone."), std::string::npos);
    EXPECT_EQ(test::HttpClient(server.port()).ask("GET", "/health/live").status, 200);
}

TEST(OwnProcess, IsThisOne) {
    const auto before = own_process();
    EXPECT_GT(before.resident_bytes, 1e6);
    EXPECT_GE(before.open_files, 3);
    EXPECT_GE(before.threads, 1);
    const double now = static_cast<double>(::time(nullptr));
    EXPECT_LE(before.start_seconds, now + 2);
    EXPECT_GT(before.start_seconds, now - 3600);
    volatile double sum = 0;
    while (own_process().cpu_seconds <= before.cpu_seconds) sum = sum + 1;
}

}  // namespace
}  // namespace dandori::metrics
