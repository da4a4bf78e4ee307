// Measures a running server over HTTP as its clients see it. Prints one JSON object.
//
//     http_bench --fill STORE TASKS          makes a store with so many open user tasks, for 20 groups, and the processes
//     http_bench PORT PASSWORD SECONDS PID   measures the server on that port, of that process
//
// Throughput: each connection asks again as soon as it is answered. Search: asked at fixed times whether or not the last was answered,
// and timed from when it should have been asked.

#include <algorithm>
#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <thread>

#include "adapters/sqlite/sqlite_store.h"
#include "engine/engine.h"
#include "tests/support/hand_moved_clock.h"
#include "tests/support/http_client.h"

namespace dandori::bench {
namespace {

namespace json = boost::json;
using Clock = std::chrono::steady_clock;
using test::HttpClient;

constexpr int people = 50, helpers = 8, groups = 20;
constexpr int searches_per_second = 100;

std::string name_of_group(int number) { return "clerks-" + std::to_string(number % groups); }

const std::string processes[] = {
    R"(<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:bench"><process id="job" isExecutable="true"><startEvent id="s"/><serviceTask id="work"><extensionElements><zeebe:taskDefinition type="bench"/></extensionElements></serviceTask><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="work"/><sequenceFlow id="b" sourceRef="work" targetRef="e"/></process></definitions>)",
    R"(<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:bench"><process id="task" isExecutable="true"><startEvent id="s"/><userTask id="decide"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="=group"/><zeebe:taskSchedule dueDate="=due"/></extensionElements></userTask><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="decide"/><sequenceFlow id="b" sourceRef="decide" targetRef="e"/></process></definitions>)"};

void fill(const std::string& path, int tasks) {
    sqlite::SqliteStore store(path);
    test::HandMovedClock clock;
    engine::Engine engine(store, clock, {});
    if (!engine.execute(engine::DeployResources{{{"job.bpmn", processes[0]}, {"task.bpmn", processes[1]}}})) throw std::runtime_error("Not deployed.");
    std::atomic<int> done = 0;
    for (int i = 0; i < tasks; ++i) {
        engine::CreateProcessInstance command;
        command.process_definition_id = "task";
        const Instant due{clock.now().milliseconds + (i * 7919LL % 100'000) * 60'000};
        command.variables = {json::serialize(json::object{{"group", name_of_group(i)}, {"due", to_iso8601(due)}})};
        engine.submit(std::move(command), {}, [&done](const auto& outcome) {
            if (!outcome) std::cerr << outcome.error().text << "\n";
            ++done;
        });
        while (i - done > 20'000) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    while (done < tasks) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

/// A signed-in person with a connection.
class Person {
  public:
    Person(std::uint16_t port, const std::string& username, const std::string& password) : client_(port) {
        const auto answer = client_.ask("POST", "/api/session", json::serialize(json::object{{"username", username}, {"password", password}}));
        if (answer.status != 200) throw std::runtime_error(username + " can't sign in: " + answer.body);
        const auto cookie = answer.headers.at("set-cookie");
        headers_ = "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\nX-CSRF-Token: " +
                   std::string(json::parse(answer.body).at("csrfToken").as_string()) + "\r\n";
    }
    test::HttpAnswer ask(std::string_view method, const std::string& path, const json::value& body) {
        return client_.ask(method, path, json::serialize(body), "application/json", headers_);
    }
    /// For another connection.
    std::string request(const std::string& method, const std::string& path, const std::string& body) const {
        return method + " " + path + " HTTP/1.1\r\nHost: bench\r\n" + headers_ + "Content-Type: application/json\r\nContent-Length: " +
               std::to_string(body.size()) + "\r\n\r\n" + body;
    }
    /// Throws unless it is answered as expected.
    json::value must(std::string_view method, const std::string& path, const json::value& body) {
        const auto answer = ask(method, path, body);
        if (answer.status >= 300 || answer.status == 0) throw std::runtime_error(std::string(method) + " " + path + ": " + std::to_string(answer.status) + " " + answer.body);
        return answer.body.empty() ? json::value() : json::parse(answer.body);
    }

  private:
    HttpClient client_;
    std::string headers_;
};

using People = std::vector<std::unique_ptr<Person>>;

People signed_in(std::uint16_t port, const std::string& password, const std::string& prefix, int count) {
    People all;
    for (int i = 0; i < count; ++i) all.push_back(std::make_unique<Person>(port, prefix + std::to_string(i), password));
    return all;
}

double percentile(std::vector<double>& sorted, double part) {
    return sorted.empty() ? 0 : sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(part * static_cast<double>(sorted.size())))];
}

json::object told(std::vector<double> milliseconds, std::size_t count, double seconds) {
    std::ranges::sort(milliseconds);
    return {{"per_second", static_cast<double>(count) / seconds},
            {"p50_ms", percentile(milliseconds, 0.5)},
            {"p99_ms", percentile(milliseconds, 0.99)},
            {"count", count}};
}

double ms_since(Clock::time_point begin) { return std::chrono::duration<double, std::milli>(Clock::now() - begin).count(); }

/// Everybody does `act(person, number)` again and again; it says how many things it has done, 0 = there is nothing to do.
json::object in_turns(const People& all, double seconds, const std::function<std::size_t(Person&, std::size_t)>& act) {
    std::vector<std::vector<double>> times(all.size());
    std::vector<std::size_t> counts(all.size());
    std::atomic<bool> has_failed = false;
    const auto begin = Clock::now();
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < all.size(); ++i) {
        threads.emplace_back([&, i] {
            try {
                while (ms_since(begin) < seconds * 1000) {
                    const auto asked = Clock::now();
                    const auto done = act(*all[i], i);
                    if (done == 0) break;
                    times[i].push_back(ms_since(asked));
                    counts[i] += done;
                }
            } catch (const std::exception& fault) {
                std::cerr << fault.what() << "\n";
                has_failed = true;
            }
        });
    }
    for (auto& each : threads) each.join();
    const double took = ms_since(begin) / 1000;
    if (has_failed) throw std::runtime_error("A request has failed; what was measured is worth nothing.");
    std::vector<double> together;
    std::size_t count = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        together.insert(together.end(), times[i].begin(), times[i].end());
        count += counts[i];
    }
    return told(std::move(together), count, took);
}

json::object search_at_fixed_times(const People& all, double seconds) {
    std::vector<std::vector<double>> times(all.size());
    const auto begin = Clock::now();
    std::vector<std::thread> threads;
    std::atomic<std::int64_t> rows = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        threads.emplace_back([&, i] {
            const auto every = std::chrono::duration<double>(static_cast<double>(all.size()) / searches_per_second);
            for (int turn = 0;; ++turn) {
                const auto due = begin + std::chrono::duration_cast<Clock::duration>(every * (turn + static_cast<double>(i) / static_cast<double>(all.size())));
                if (due - begin > std::chrono::duration<double>(seconds)) return;
                std::this_thread::sleep_until(due);
                const auto found = all[i]->must("POST", "/v2/user-tasks/search",
                                                {{"filter", {{"candidateGroup", name_of_group(static_cast<int>(i))}, {"state", "CREATED"}}},
                                                 {"sort", {{{"field", "dueDate"}, {"order", "ASC"}}}},
                                                 {"page", {{"limit", 100}}}});
                times[i].push_back(ms_since(due));
                rows += static_cast<std::int64_t>(found.at("items").as_array().size());
            }
        });
    }
    for (auto& each : threads) each.join();
    std::vector<double> together;
    for (const auto& each : times) together.insert(together.end(), each.begin(), each.end());
    auto result = told(together, together.size(), ms_since(begin) / 1000);
    result["rows_per_search"] = static_cast<double>(rows) / static_cast<double>(std::max<std::size_t>(1, together.size()));
    return result;
}

std::int64_t resident_kb(const std::string& pid) {
    std::ifstream status("/proc/" + pid + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::stoll(line.substr(6));
    }
    return 0;
}

json::object waiting(std::uint16_t port, const std::string& password, const std::string& pid) {
    constexpr int count = 1'000;
    const auto before = resident_kb(pid);
    std::vector<std::unique_ptr<HttpClient>> clients;
    Person one(port, "helper0", password);
    const std::string body = R"({"type":"nobody","worker":"w","timeout":1000,"maxJobsToActivate":1,"requestTimeout":20000})";
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<HttpClient>(port));
        clients.back()->send(one.request("POST", "/v2/jobs/activation", body));
    }
    std::this_thread::sleep_for(std::chrono::seconds(3));
    const auto during = resident_kb(pid);
    return {{"polls", count}, {"kb_each", static_cast<double>(during - before) / count}};
}

json::object measure(std::uint16_t port, const std::string& password, double seconds, const std::string& pid) {
    const auto clerks = signed_in(port, password, "clerk", people);
    const auto workers = signed_in(port, password, "helper", helpers);
    json::object result;
    result["long_polls"] = waiting(port, password, pid);  // first: later there is memory that others have given back
    result["search"] = search_at_fixed_times(clerks, seconds);
    People asking = signed_in(port, password, "helper", helpers);
    while (asking.size() < people) asking.push_back(std::make_unique<Person>(port, "helper" + std::to_string(asking.size() % helpers), password));
    result["create"] = in_turns(asking, seconds, [](Person& person, std::size_t) {
        person.must("POST", "/v2/process-instances", {{"processDefinitionId", "job"}});
        return std::size_t{1};
    });
    for (const int batch : {1, 32}) {
        // There must be enough to do.
        in_turns(asking, seconds / 2, [](Person& person, std::size_t) {
            person.must("POST", "/v2/process-instances", {{"processDefinitionId", "job"}});
            return std::size_t{1};
        });
        result["jobs_" + std::to_string(batch)] = in_turns(workers, seconds, [batch](Person& person, std::size_t) {
            const auto jobs = person.must("POST", "/v2/jobs/activation",
                                          {{"type", "bench"}, {"worker", "bench"}, {"timeout", 600'000}, {"maxJobsToActivate", batch}, {"requestTimeout", -1}});
            std::size_t done = 0;
            for (const auto& job : jobs.at("jobs").as_array()) {
                person.must("POST", "/v2/jobs/" + std::string(job.at("jobKey").as_string()) + "/completion", json::object());
                ++done;
            }
            return done;
        });
    }
    std::vector<std::vector<std::string>> own(people);
    for (int i = 0; i < people; ++i) {
        // Those of a group share its tasks: each takes every so many-th.
        const auto found = clerks[static_cast<std::size_t>(i)]->must(
            "POST", "/v2/user-tasks/search",
            {{"filter", {{"candidateGroup", name_of_group(i)}, {"state", "CREATED"}}}, {"page", {{"limit", 3'000}}}});
        const auto& items = found.at("items").as_array();
        for (std::size_t at = static_cast<std::size_t>(i / groups); at < items.size(); at += (people + groups - 1) / groups)
            own[static_cast<std::size_t>(i)].push_back(std::string(items[at].at("userTaskKey").as_string()));
    }
    result["user_tasks"] = in_turns(clerks, seconds, [&](Person& person, std::size_t number) {
        auto& keys = own[number];
        if (keys.empty()) return std::size_t{0};
        person.must("POST", "/v2/user-tasks/" + keys.back() + "/completion", {{"variables", {{"outcome", "approved"}}}});
        keys.pop_back();
        return std::size_t{1};
    });
    return result;
}

}  // namespace
}  // namespace dandori::bench

int main(int count, char** arguments) {
    const std::vector<std::string> words(arguments + 1, arguments + count);
    try {
        if (words.size() == 3 && words[0] == "--fill") {
            dandori::bench::fill(words[1], std::stoi(words[2]));
            return 0;
        }
        if (words.size() == 4) {
            std::cout << boost::json::serialize(dandori::bench::measure(static_cast<std::uint16_t>(std::stoi(words[0])), words[1], std::stod(words[2]), words[3])) << "\n";
            return 0;
        }
        std::cerr << "http_bench --fill STORE TASKS, or http_bench PORT PASSWORD SECONDS PID\n";
        return 2;
    } catch (const std::exception& fault) {
        std::cerr << "http_bench: " << fault.what() << "\n";
        return 1;
    }
}
