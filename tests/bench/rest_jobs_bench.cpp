// Does the jobs of JOB10 over the REST API of a running server: each worker takes up to 100 and completes one after the other. Prints one
// JSON object.
//
//     rest_jobs_bench PORT INSTANCES WORKERS [MODELS]

#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <functional>
#include <iostream>
#include <mutex>
#include <thread>

#include "tests/bench/workload.h"
#include "tests/support/http_client.h"

namespace dandori::bench {
namespace {

namespace json = boost::json;
using Clock = std::chrono::steady_clock;

constexpr std::int64_t jobs_per_instance = 10;
constexpr int starters = 16;

/// A connection whose every request must be answered with success.
class Session {
  public:
    explicit Session(std::uint16_t port) : client_(port) {}
    json::value post(const std::string& path, const std::string& body, const std::string& type = "application/json") {
        const auto answer = client_.ask("POST", "/v2" + path, body, type);
        if (answer.status < 200 || answer.status >= 300) throw std::runtime_error(path + ": " + std::to_string(answer.status) + " " + answer.body);
        return answer.body.empty() ? json::value() : json::parse(answer.body);
    }

  private:
    test::HttpClient client_;
};

/// `act` in so many threads, each with a session of its own. Throws when one of them has failed.
void together(std::uint16_t port, int threads, const std::function<void(Session&, int)>& act) {
    std::vector<std::thread> all;
    std::mutex mutex;
    std::string failed;
    for (int i = 0; i < threads; ++i) {
        all.emplace_back([&, i] {
            try {
                Session session(port);
                act(session, i);
            } catch (const std::exception& fault) {
                const std::lock_guard lock(mutex);
                failed = fault.what();
            }
        });
    }
    for (auto& each : all) each.join();
    if (!failed.empty()) throw std::runtime_error(failed);
}

void deploy(std::uint16_t port, const std::filesystem::path& models) {
    const auto files = deployment_of(workload("JOB10"), models).files;
    const std::string body = "--bench\r\nContent-Disposition: form-data; name=\"resources\"; filename=\"job10.bpmn\"\r\n\r\n" + files.front().content +
                             "\r\n--bench--\r\n";
    Session(port).post("/deployments", body, "multipart/form-data; boundary=bench");
}

json::object measure(std::uint16_t port, std::int64_t instances, int workers, const std::filesystem::path& models) {
    deploy(port, models);
    together(port, starters, [&](Session& session, int number) {
        for (std::int64_t i = number; i < instances; i += starters) session.post("/process-instances", R"({"processDefinitionId":"job10"})");
    });
    std::atomic<std::int64_t> left = instances * jobs_per_instance;
    const auto begin = Clock::now();
    together(port, workers, [&](Session& session, int) {
        while (left > 0) {
            const auto jobs = session.post("/jobs/activation", R"({"type":"bench-noop","worker":"bench","timeout":600000,"maxJobsToActivate":100,"requestTimeout":100})");
            for (const auto& job : jobs.at("jobs").as_array()) {
                session.post("/jobs/" + std::string(job.at("jobKey").as_string()) + "/completion", "{}");
                --left;
            }
        }
    });
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    const auto found = Session(port).post("/process-instances/search", R"({"filter":{"processDefinitionId":"job10","state":"COMPLETED"},"page":{"limit":1}})");
    const auto completed = found.at("page").at("totalItems").to_number<std::int64_t>();
    if (completed != instances) throw std::runtime_error(std::to_string(completed) + " instances are completed of " + std::to_string(instances) + " whose jobs were answered.");
    return {{"instances", instances}, {"workers", workers}, {"jobs_per_second", static_cast<double>(instances * jobs_per_instance) / seconds}};
}

}  // namespace
}  // namespace dandori::bench

int main(int count, char** arguments) {
    try {
        const auto models = count == 5 ? std::optional<std::filesystem::path>(arguments[4]) : dandori::bench::workloads_folder();
        if ((count != 4 && count != 5) || !models) throw std::invalid_argument("usage: rest_jobs_bench PORT INSTANCES WORKERS [MODELS]; the models lie in ../shared/bench/workloads");
        std::cout << boost::json::serialize(dandori::bench::measure(static_cast<std::uint16_t>(std::stoi(arguments[1])), std::stoll(arguments[2]), std::stoi(arguments[3]), *models)) << "\n";
        return 0;
    } catch (const std::exception& fault) {
        std::cerr << "rest_jobs_bench: " << fault.what() << "\n";
        return 1;
    }
}
