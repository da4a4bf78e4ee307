// The program that the crash test kills: an engine on a SQLite file under load. It starts instances, completes jobs and
// user tasks and takes mails as fast as it can, and writes a line for each command that was answered.
//
//     crash_program STORE MODEL FIRST_START FIRST_MAIL

#include <condition_variable>
#include <fstream>
#include <iostream>
#include <mutex>
#include <sstream>
#include <thread>

#include "adapters/sqlite/sqlite_store.h"
#include "engine/engine.h"
#include "tests/crash/acknowledgement.h"
#include "tests/support/real_clock.h"

namespace dandori::test {
namespace {

using namespace engine;

constexpr int starts_in_flight_max = 16;
constexpr std::int64_t job_timeout_ms = 300;

void tell(std::string_view what, std::int64_t number) {
    if (!acknowledge(STDOUT_FILENO, what, number)) std::_Exit(0);  // the test has gone
}

/// Starts instances numbered from `first`, several at a time.
void start_instances(Engine& engine, std::int64_t first) {
    std::mutex mutex;
    std::condition_variable answered;
    int in_flight = 0;
    for (std::int64_t number = first;; ++number) {
        {
            std::unique_lock lock(mutex);
            answered.wait(lock, [&] { return in_flight < starts_in_flight_max; });
            ++in_flight;
        }
        CreateProcessInstance start;
        start.process_definition_id = "crash";
        start.business_id = std::to_string(number);
        start.variables = {"{\"number\": " + std::to_string(number) + "}"};
        engine.submit(std::move(start), {}, [&, number](const Outcome<CreateProcessInstance::Answer>& outcome) {
            if (outcome)
                tell("started", number);
            else
                std::cerr << "start refused: " << outcome.error().text << "\n";
            const std::lock_guard lock(mutex);
            --in_flight;
            answered.notify_one();
        });
    }
}

void complete_jobs(Engine& engine, const std::string& worker) {
    while (true) {
        ActivateJobs activate;
        activate.type = "work";
        activate.worker = worker;
        activate.timeout_ms = job_timeout_ms;
        activate.count_max = 16;
        activate.request_timeout_ms = 1'000;
        const auto activated = engine.execute(std::move(activate));
        if (!activated) continue;
        for (const auto& activated_job : activated->jobs) {
            const auto& job = activated_job.job;
            CompleteJob complete;
            complete.key = job.key;
            complete.variables = {"{\"job\": " + std::to_string(job.key.value) + "}"};
            if (engine.execute(std::move(complete))) tell("completed", job.key.value);
        }
    }
}

void approve_tasks(Engine& engine) {
    Query open = Query{}.where_equals("state", UserTaskState::Created).first(16);
    while (true) {
        const auto found = find<UserTask>(engine.reader(), open);
        if (found.rows.empty()) std::this_thread::yield();
        for (const UserTask& task : found.rows) {
            CompleteUserTask complete;
            complete.key = task.key;
            complete.variables = {"{\"approved\": true}"};
            if (engine.execute(std::move(complete))) tell("approved", task.key.value);
        }
    }
}

/// Hands mails in as a mail server does: the same one again until it is told that it was taken.
void deliver_mails(Engine& engine, std::int64_t first) {
    for (std::int64_t number = first;; ++number) {
        TakeMail take;
        take.mail.message_id = std::to_string(number) + "@crash.example";
        take.mail.mailbox = "intake";
        take.mail.sender = "monitor@crash.example";
        take.mail.subject = "mail " + std::to_string(number);
        take.mail.raw.value = std::string(2'000, 'm');
        const auto outcome = engine.execute(std::move(take));
        if (outcome)
            tell("taken", number);
        else
            std::cerr << "mail refused: " << outcome.error().text << "\n";
    }
}

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

int run(const std::string& store_path, const std::string& model_path, std::int64_t first_start,
        std::int64_t first_mail) {
    sqlite::SqliteStore store(store_path);
    const RealClock clock;
    Engine engine(store, clock, {});
    const auto deployed = engine.execute(DeployResources{{{"crash.bpmn", content_of(model_path)}}});
    if (!deployed) {
        std::cerr << "deployment refused: " << deployed.error().text << "\n";
        return 1;
    }
    tell("ready", 0);
    const std::jthread starter([&] { start_instances(engine, first_start); });
    const std::jthread worker([&] { complete_jobs(engine, "one"); });
    const std::jthread other_worker([&] { complete_jobs(engine, "two"); });
    const std::jthread clerk([&] { approve_tasks(engine); });
    const std::jthread mail_server([&] { deliver_mails(engine, first_mail); });
    return 0;  // never: the threads go on until the program is killed
}

}  // namespace
}  // namespace dandori::test

int main(int count, char** arguments) {
    if (count != 5) {
        std::cerr << "usage: crash_program STORE MODEL FIRST_START FIRST_MAIL\n";
        return 2;
    }
    try {
        return dandori::test::run(arguments[1], arguments[2], std::stoll(arguments[3]), std::stoll(arguments[4]));
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << "\n";
        return 1;
    }
}
