// A program under load is killed again and again. What it answered must be there afterwards, once, and every instance
// must come to its end.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>

#include "adapters/sqlite/sqlite_store.h"
#include "engine/engine.h"
#include "tests/crash/killed_program.h"
#include "tests/support/hand_moved_clock.h"
#include "tests/support/real_clock.h"
#include "tests/support/temporary_folder.h"

namespace dandori::test {
namespace {

using namespace engine;
using testing::IsEmpty;

std::int64_t number_from_environment(const char* name, std::int64_t otherwise) {
    const char* text = std::getenv(name);
    return text ? std::stoll(text) : otherwise;
}

/// Everything the programs said they had answered.
struct Answered {
    std::map<std::string, std::multiset<std::int64_t>> numbers;
    void add(const Acknowledgement& line) { numbers[line.what].insert(line.number); }
    const std::multiset<std::int64_t>& of(const std::string& what) { return numbers[what]; }
};

/// All rows of a kind, by pages.
template <class Row>
std::vector<Row> all_rows(Reader& reader, Query query = {}) {
    std::vector<Row> rows;
    query.first(10'000);
    while (true) {
        auto page = find<Row>(reader, query);
        std::move(page.rows.begin(), page.rows.end(), std::back_inserter(rows));
        if (!page.end) return rows;
        query.after = page.end;
    }
}

std::string text_of(const std::string& path, const std::string& query) {
    sqlite::Connection connection(path);
    sqlite::Prepared prepared(connection.get(), query);
    return prepared.step() ? std::string(prepared.text(0)) : "";
}

class Crash : public testing::Test {
  protected:
    /// One life: started, killed after a while that may end before it answers anything.
    void live_and_die() {
        const auto begin = std::chrono::steady_clock::now();
        bool ready = false;
        const auto listen = [&](const Acknowledgement& line) {
            if (line.what != "ready") {
                answered_.add(line);
                return;
            }
            ready = true;
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
            slowest_start_ms_ = std::max(slowest_start_ms_, took.count());
        };
        KilledProgram program({CRASH_PROGRAM, store_path_, DANDORI_SOURCE_DIR "/tests/crash/crash.bpmn",
                               std::to_string(lives_ * 1'000'000), std::to_string(next_mail())});
        // Every third life ends near its beginning: during recovery, deployment, the first commands.
        const bool short_life = lives_ % 3 == 2;
        const std::int64_t life_us =
            std::uniform_int_distribution<std::int64_t>(0, short_life ? 30'000 : 250'000)(random_);
        ASSERT_TRUE(program.listen(life_us, listen)) << "the program ended by itself";
        program.kill(listen);
        ++lives_;
        if (!ready) ++died_before_ready_;
    }

    std::int64_t next_mail() {
        const auto& taken = answered_.of("taken");
        return taken.empty() ? 1 : *taken.rbegin() + 1;
    }

    /// Completes whatever is open, as a worker and a clerk would, a day later: no job is with a worker any more.
    void finish_everything(sqlite::SqliteStore& store) {
        const HandMovedClock clock(RealClock{}.now() + 86'400'000);
        Engine engine(store, clock, {});
        while (true) {
            ActivateJobs activate;
            activate.type = "work";
            activate.worker = "the last one";
            activate.timeout_ms = 3'600'000;
            activate.count_max = 500;
            const auto activated = engine.execute(std::move(activate));
            ASSERT_TRUE(activated) << activated.error().text;
            for (const auto& it : activated->jobs) ASSERT_TRUE(engine.execute(CompleteJob{it.job.key, {}, {}}));
            const auto open = Query{}.where_equals("state", UserTaskState::Created).first(500);
            const auto tasks = find<UserTask>(engine.reader(), open).rows;
            for (const auto& task : tasks) ASSERT_TRUE(engine.execute(CompleteUserTask{task.key, {}, {}}));
            if (activated->jobs.empty() && tasks.empty()) return;
        }
    }

    TemporaryFolder folder_;
    const std::string store_path_ = folder_ / "store.db";
    Answered answered_;
    std::mt19937_64 random_;
    std::int64_t lives_ = 0;
    int died_before_ready_ = 0;
    double slowest_start_ms_ = 0;
};

/// How many rows there are of each number, for comparing with what was answered.
template <class Row, class NumberOf>
std::map<std::int64_t, int> rows_by_number(const std::vector<Row>& rows, NumberOf&& number_of) {
    std::map<std::int64_t, int> counts;
    for (const Row& row : rows) ++counts[number_of(row)];
    return counts;
}

/// Numbers that were answered and are not there exactly once.
std::vector<std::int64_t> not_there_once(const std::multiset<std::int64_t>& answered,
                                         const std::map<std::int64_t, int>& rows) {
    std::vector<std::int64_t> wrong;
    for (const auto number : answered)
        if (const auto found = rows.find(number); found == rows.end() || found->second != 1) wrong.push_back(number);
    return wrong;
}

std::vector<std::int64_t> answered_twice(const std::multiset<std::int64_t>& answered) {
    std::vector<std::int64_t> twice;
    for (auto it = answered.begin(); it != answered.end(); it = answered.upper_bound(*it))
        if (answered.count(*it) > 1) twice.push_back(*it);
    return twice;
}

TEST_F(Crash, LosesNothingThatWasAnsweredAndDoesNothingTwice) {
    const auto lives = number_from_environment("CRASH_LIVES", 60);
    const auto seed = static_cast<std::uint64_t>(number_from_environment("CRASH_SEED", 20260402));
    std::cout << "CRASH_SEED=" << seed << " CRASH_LIVES=" << lives << std::endl;
    random_.seed(seed);
    while (lives_ < lives) {
        live_and_die();
        if (HasFatalFailure()) return;
    }

    EXPECT_EQ(text_of(store_path_, "PRAGMA integrity_check"), "ok");
    EXPECT_EQ(text_of(store_path_, "PRAGMA foreign_key_check"), "");
    sqlite::SqliteStore store(store_path_);
    const auto instances = all_rows<ProcessInstance>(store.reader());
    const auto started = rows_by_number(instances, [](const auto& row) { return std::stoll(row.business_id.value()); });
    EXPECT_THAT(not_there_once(answered_.of("started"), started), IsEmpty());
    for (const auto& [number, count] : started) EXPECT_EQ(count, 1) << "instance " << number;

    const auto done_jobs = all_rows<Job>(store.reader(), Query{}.where_equals("state", JobState::Completed));
    const auto completed = rows_by_number(done_jobs, [](const auto& row) { return row.key.value; });
    EXPECT_THAT(not_there_once(answered_.of("completed"), completed), IsEmpty());
    EXPECT_THAT(answered_twice(answered_.of("completed")), IsEmpty());

    const auto done_tasks = all_rows<UserTask>(store.reader(), Query{}.where_equals("state", UserTaskState::Completed));
    const auto approved = rows_by_number(done_tasks, [](const auto& row) { return row.key.value; });
    EXPECT_THAT(not_there_once(answered_.of("approved"), approved), IsEmpty());
    EXPECT_THAT(answered_twice(answered_.of("approved")), IsEmpty());

    const auto mails = all_rows<Mail>(store.reader());
    const auto taken = rows_by_number(mails, [](const auto& row) { return std::stoll(row.message_id); });
    EXPECT_THAT(not_there_once(answered_.of("taken"), taken), IsEmpty());
    for (const auto& [number, count] : taken) EXPECT_EQ(count, 1) << "mail " << number;

    const auto active =
        find<ProcessInstance>(store.reader(), Query{}.where_equals("state", InstanceState::Active)).total;
    finish_everything(store);
    EXPECT_EQ(find<ProcessInstance>(store.reader(), Query{}.where_equals("state", InstanceState::Active)).total, 0);
    EXPECT_EQ(find<ProcessInstance>(store.reader(), Query{}.where_equals("state", InstanceState::Completed)).total,
              static_cast<std::int64_t>(instances.size()));
    EXPECT_EQ(find<Incident>(store.reader(), Query{}).total, 0);

    std::map<ProcessInstanceKey, std::multiset<std::string>> elements;
    for (const auto& row : all_rows<ElementInstance>(store.reader())) {
        EXPECT_EQ(row.state, InstanceState::Completed) << row.element_id;
        elements[row.process_instance_key].insert(row.element_id);
    }
    const std::multiset<std::string> once{"approve", "end", "file", "fork", "join", "start", "work"};
    EXPECT_EQ(elements.size(), instances.size());
    for (const auto& [key, found] : elements) EXPECT_EQ(found, once) << "instance " << key.value;

    std::cout << "killed " << lives_ << " times, " << died_before_ready_ << " of them before it answered; answered "
              << answered_.of("started").size() << " starts, " << answered_.of("completed").size() << " jobs, "
              << answered_.of("approved").size() << " user tasks, " << answered_.of("taken").size()
              << " mails, all there once; done without an answer: " << started.size() - answered_.of("started").size()
              << " starts, " << completed.size() - answered_.of("completed").size() << " jobs, "
              << approved.size() - answered_.of("approved").size() << " user tasks, "
              << taken.size() - answered_.of("taken").size() << " mails; " << active << " of " << instances.size()
              << " instances were open and all were finished; slowest start " << slowest_start_ms_ << " ms"
              << std::endl;
    EXPECT_GT(answered_.of("started").size(), static_cast<std::size_t>(lives))
        << "too little was done to prove anything";
}

}  // namespace
}  // namespace dandori::test
