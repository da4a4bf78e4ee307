// Much that waits, of which the engine keeps little in memory.

#include <algorithm>
#include <chrono>
#include <future>
#include <random>

#include "tests/engine/runtime/desk.h"

namespace dandori::test {
namespace {

using namespace engine;

EngineSettings few_in_memory() {
    EngineSettings settings;
    settings.waiting_in_memory_max = 4;
    settings.instances_in_memory_max = 3;
    return settings;
}

/// Whoever has waited for `in` ms.
const std::string waits_for_a_time = process_of(
    R"(<startEvent id="s"/><intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>=duration("PT" + string(seconds) + "S")</timeDuration>
       </timerEventDefinition></intermediateCatchEvent><endEvent id="e"/>)" + flows({"s", "t", "e"}));

std::vector<ProcessInstanceKey> that_ended(Desk& desk) {
    std::vector<ProcessInstanceKey> keys;
    Query query;
    query.where("endDate", Operator::Exists).limit = 1'000;
    for (const ProcessInstance& row : desk.rows<ProcessInstance>(query)) keys.push_back(row.key);
    return keys;
}

TEST(TimersThatWait, AreTriggeredWhenDueHoweverManyThereAre) {
    for (const unsigned seed : {1u, 2u, 3u}) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        Desk desk(few_in_memory());
        desk.deploy(waits_for_a_time);
        std::map<ProcessInstanceKey, std::int64_t> due;  // in seconds, of those that wait
        std::set<ProcessInstanceKey> suspended, over;
        std::int64_t now = 0;
        for (int step = 0; step < 300; ++step) {
            const auto any_of = [&](const auto& keys) { return *std::next(keys.begin(), static_cast<std::ptrdiff_t>(random() % keys.size())); };
            const unsigned choice = random() % 20;
            if (choice < 10) {
                const std::int64_t in = 1 + static_cast<std::int64_t>(random() % 100);
                due[desk.start("{\"seconds\": " + std::to_string(in) + "}")] = now + in;
            } else if (choice < 12 && !due.empty()) {
                const auto key = any_of(due).first;
                if (suspended.contains(key)) continue;
                ASSERT_TRUE(desk.engine().execute(SuspendProcessInstance{key}));
                suspended.insert(key);
            } else if (choice < 14 && !suspended.empty()) {
                const auto key = any_of(suspended);
                ASSERT_TRUE(desk.engine().execute(ResumeProcessInstance{key}));
                suspended.erase(key);
            } else if (choice < 15 && !due.empty()) {
                const auto key = any_of(due).first;
                ASSERT_TRUE(desk.engine().execute(CancelProcessInstance{key, ""}));
                due.erase(key);
                suspended.erase(key);
                over.insert(key);
            } else if (choice < 16) {
                desk.restart();
            } else {
                const std::int64_t seconds = static_cast<std::int64_t>(random() % 15);
                now += seconds;
                desk.wait(seconds * 1000);
            }
            desk.wait(0);
            std::erase_if(due, [&](const auto& each) {
                if (each.second > now || suspended.contains(each.first)) return false;
                over.insert(each.first);
                return true;
            });
            const auto ended = that_ended(desk);
            ASSERT_EQ(std::set<ProcessInstanceKey>(ended.begin(), ended.end()), over) << "after step " << step << " at " << now << " s";
        }
        EXPECT_GT(over.size(), 80u);
    }
}

TEST(TimersThatWait, AreTriggeredInTheOrderTheyWereDue) {
    Desk desk(few_in_memory());
    desk.deploy(waits_for_a_time);
    std::vector<std::pair<std::int64_t, ProcessInstanceKey>> expected;
    for (std::int64_t i = 0; i < 40; ++i) {
        const std::int64_t in = 1 + i * 17 % 40;
        expected.emplace_back(in, desk.start("{\"seconds\": " + std::to_string(in) + "}"));
    }
    std::ranges::sort(expected);
    desk.restart();
    desk.wait(60'000);
    auto ends = desk.rows<ElementInstance>(Query{}.where_equals("elementId", std::string("e")));
    ASSERT_EQ(ends.size(), expected.size());
    for (std::size_t i = 0; i < ends.size(); ++i) EXPECT_EQ(ends[i].process_instance_key, expected[i].second) << i;
}

TEST(TimersThatWait, OfStartEventsAreFoundAmongOthersAfterARestart) {
    Desk desk(few_in_memory());
    desk.deploy(waits_for_a_time);
    for (int i = 0; i < 20; ++i) desk.start("{\"seconds\": 1}");
    std::string starter = process_of(R"(<startEvent id="s"><timerEventDefinition><timeDate>=now() + duration("PT1H")</timeDate></timerEventDefinition></startEvent>)");
    starter.replace(starter.find("id=\"p\""), 6, "id=\"q\"");
    desk.deploy(starter, "q.bpmn");
    desk.restart();
    desk.wait(3'600'000);
    EXPECT_EQ(that_ended(desk).size(), 21u);
    EXPECT_TRUE(desk.rows<Timer>().empty());
}

/// A process of this id that waits for what `definition` says.
std::string waits_for(const std::string& id, const std::string& definition, const std::string& others) {
    std::string xml = process_of(R"(<startEvent id="s"/><intermediateCatchEvent id="t">)" + definition + "</intermediateCatchEvent>" + flows({"s", "t"}), others);
    return xml.replace(xml.find("process id=\"p\""), 14, "process id=\"" + id + "\"");
}

/// Instances that wait, some of them suspended, and what anybody may do to them.
struct Crowd {
    explicit Crowd(unsigned seed, std::size_t in_memory_max) : random(seed), desk(settings(in_memory_max)) {}

    static EngineSettings settings(std::size_t in_memory_max) {
        EngineSettings few = few_in_memory();
        few.waiting_in_memory_max = in_memory_max;
        return few;
    }
    /// One of the usual acts, or none: then it is the test's turn.
    bool act() {
        const unsigned choice = random() % 20;
        if (choice < 2 && !waiting.empty()) {
            const auto key = std::next(waiting.begin(), static_cast<std::ptrdiff_t>(random() % waiting.size()))->first;
            if (suspended.erase(key)) EXPECT_TRUE(desk.engine().execute(ResumeProcessInstance{key}));
            else if (suspended.insert(key).second) EXPECT_TRUE(desk.engine().execute(SuspendProcessInstance{key}));
            return true;
        }
        if (choice < 3 && !waiting.empty()) {
            const auto key = std::next(waiting.begin(), static_cast<std::ptrdiff_t>(random() % waiting.size()))->first;
            EXPECT_TRUE(desk.engine().execute(CancelProcessInstance{key, ""}));
            waiting.erase(key);
            suspended.erase(key);
            return true;
        }
        if (choice == 3) desk.restart();
        return choice == 3;
    }
    void start(const std::string& process, const std::string& name) {
        waiting[desk.start("{\"id\": \"" + name + "\"}", process)] = {process, name};
    }

    std::mt19937 random;
    Desk desk;
    std::map<ProcessInstanceKey, std::pair<std::string, std::string>> waiting;  ///< of which process, for what
    std::set<ProcessInstanceKey> suspended;
};

TEST(MessagesToMany, ReachTheLongestWaitingOfEachProcess) {
    const std::string message = R"(<message id="m" name="news"><extensionElements><zeebe:subscription correlationKey="=id"/></extensionElements></message>)";
    for (const std::size_t in_memory_max : {0u, 4u, 40u, 400u}) {
        SCOPED_TRACE("in memory " + std::to_string(in_memory_max));
        Crowd crowd(7, in_memory_max);
        for (const std::string process : {"p", "q"})
            crowd.desk.deploy(waits_for(process, R"(<messageEventDefinition messageRef="m"/>)", message), process + ".bpmn");
        int met = 0;
        for (int step = 0; step < 400; ++step) {
            if (crowd.act()) continue;
            const std::string name = crowd.random() % 8 ? "k" + std::to_string(crowd.random() % 6) : "";
            if (crowd.random() % 3) {
                crowd.start(crowd.random() % 2 ? "p" : "q", name);
                continue;
            }
            std::map<std::string, ProcessInstanceKey> expected;
            for (const auto& [key, what] : crowd.waiting) {
                if (what.second == name && !crowd.suspended.contains(key)) expected.emplace(what.first, key);
            }
            std::set<ProcessInstanceKey> reached, meant;
            for (const auto key : crowd.desk.publish("news", name).correlated) reached.insert(key);
            for (const auto& [process, key] : expected) meant.insert(key);
            ASSERT_EQ(reached, meant) << "step " << step;
            for (const auto key : meant) crowd.waiting.erase(key);
            met += static_cast<int>(meant.size());
        }
        EXPECT_GT(met, 60);
    }
}

/// Waits for the news about its number, told apart by the standard's correlation; `retrieval` says where a message has the number.
std::string waits_for_conversation(const std::string& retrieval) {
    std::string xml = process_of(R"(<correlationSubscription id="sub" correlationKeyRef="k"><correlationPropertyBinding correlationPropertyRef="n">
            <dataPath>=number</dataPath></correlationPropertyBinding></correlationSubscription>
            <startEvent id="s"/><intermediateCatchEvent id="t"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>)" + flows({"s", "t"}),
        R"(<message id="m" name="news"/><correlationProperty id="n" name="n"><correlationPropertyRetrievalExpression messageRef="m"><messagePath>)" +
        retrieval + R"(</messagePath></correlationPropertyRetrievalExpression></correlationProperty>
        <collaboration id="c"><participant id="p1" processRef="p"/><correlationKey id="k"><correlationPropertyRef>n</correlationPropertyRef></correlationKey></collaboration>)");
    return xml;
}

TEST(MessagesToMany, FindTheConversationAmongThoseOfAllVersions) {
    for (const std::size_t in_memory_max : {0u, 4u, 400u}) {
        SCOPED_TRACE("in memory " + std::to_string(in_memory_max));
        Desk desk(Crowd::settings(in_memory_max));
        std::vector<ProcessInstanceKey> of_version[3];
        for (int version = 0; version < 3; ++version) {
            desk.deploy(waits_for_conversation("=about" + std::to_string(version)));
            for (int number = 0; number < 9; ++number) of_version[version].push_back(desk.start("{\"number\": " + std::to_string(number) + "}"));
        }
        desk.restart();
        const auto publish = [&](int version, int number) {
            return desk.publish("news", "", "{\"about" + std::to_string(version) + "\": " + std::to_string(number) + "}").correlated;
        };
        for (int number = 0; number < 9; ++number) {
            for (int version = 2; version >= 0; --version) {
                EXPECT_EQ(publish(version, number), std::vector{of_version[version][static_cast<std::size_t>(number)]}) << version << ' ' << number;
                EXPECT_TRUE(publish(version, number).empty()) << version << ' ' << number;
            }
        }
        const auto one = desk.start("{\"number\": 1}"), other = desk.start("{\"number\": 1}");
        PublishMessage fits_both;
        fits_both.name = "news";
        fits_both.variables = {"{\"about2\": 1}"};
        const auto outcome = desk.engine().execute(fits_both);
        ASSERT_FALSE(outcome);
        EXPECT_NE(outcome.error().text.find("fits 2 instances"), std::string::npos) << outcome.error().text;
        ASSERT_TRUE(desk.engine().execute(SuspendProcessInstance{one}));
        EXPECT_EQ(publish(2, 1), std::vector{other});
    }
}

TEST(SignalsToMany, ReachAllThatWait) {
    for (const std::size_t in_memory_max : {0u, 4u, 40u, 400u}) {
        SCOPED_TRACE("in memory " + std::to_string(in_memory_max));
        Crowd crowd(11, in_memory_max);
        crowd.desk.deploy(waits_for("p", R"(<signalEventDefinition signalRef="g"/>)", R"(<signal id="g" name="=id"/>)"));
        std::size_t met = 0;
        for (int step = 0; step < 400; ++step) {
            if (crowd.act()) continue;
            const std::string name = "s" + std::to_string(crowd.random() % 3);
            if (crowd.random() % 8) {
                crowd.start("p", name);
                continue;
            }
            ASSERT_TRUE(crowd.desk.engine().execute(BroadcastSignal{name, {}}));
            met += std::erase_if(crowd.waiting, [&](const auto& each) {
                if (each.second.second != name || crowd.suspended.contains(each.first)) return false;
                EXPECT_EQ(crowd.desk.instance(each.first).state, InstanceState::Completed) << "step " << step;
                return true;
            });
            for (const auto& [key, what] : crowd.waiting) ASSERT_FALSE(is_over(crowd.desk.instance(key).state)) << "step " << step;
        }
        EXPECT_GT(met, 60u);
    }
}

TEST(JobsThatWait, AreHandedOutByPriorityAndAgeHoweverManyThereAre) {
    struct Expected {
        std::int32_t priority = 0;
        std::int64_t ready_at = 0;  // in seconds
        bool is_suspended = false;
    };
    for (const std::size_t in_memory_max : {0u, 4u, 40u, 4'000u}) {
        SCOPED_TRACE("in memory " + std::to_string(in_memory_max));
        Crowd crowd(3, in_memory_max);
        Desk& desk = crowd.desk;
        auto& random = crowd.random;
        for (const std::string process : {"p", "q"}) {
            std::string xml = process_of("<startEvent id=\"s\"/>" + service_task("w", "<zeebe:jobPriorityDefinition priority=\"=priority\"/>") + flows({"s", "w"}));
            desk.deploy(xml.replace(xml.find("process id=\"p\""), 14, "process id=\"" + process + "\""), process + ".bpmn");
        }
        std::map<ProcessInstanceKey, Expected> jobs;
        const auto any_job = [&] { return std::next(jobs.begin(), static_cast<std::ptrdiff_t>(random() % jobs.size())); };
        std::int64_t now = 0;
        int handed_out = 0;
        for (int step = 0; step < 500; ++step) {
            const unsigned choice = random() % 24;
            if (choice < 10) {
                const auto priority = static_cast<std::int32_t>(random() % 3) - 1;
                jobs[desk.start("{\"priority\": " + std::to_string(priority) + "}", random() % 2 ? "p" : "q")] = {priority, now};
            } else if (choice < 12 && !jobs.empty()) {
                const auto at = any_job();
                if (at->second.is_suspended) ASSERT_TRUE(desk.engine().execute(ResumeProcessInstance{at->first}));
                else ASSERT_TRUE(desk.engine().execute(SuspendProcessInstance{at->first}));
                at->second.is_suspended = !at->second.is_suspended;
            } else if (choice < 13 && !jobs.empty()) {
                const auto at = any_job();
                ASSERT_TRUE(desk.engine().execute(CancelProcessInstance{at->first, ""}));
                jobs.erase(at);
            } else if (choice < 14) {
                desk.restart();
            } else if (choice < 16) {
                const auto seconds = static_cast<std::int64_t>(random() % 30);
                now += seconds;
                desk.wait(seconds * 1000);
            } else {
                std::vector<std::pair<std::int32_t, ProcessInstanceKey>> ready;
                for (const auto& [key, job] : jobs) {
                    if (!job.is_suspended && job.ready_at <= now) ready.emplace_back(-job.priority, key);
                }
                std::ranges::sort(ready);
                const std::size_t count = 1 + random() % 5;
                ready.resize(std::min(ready.size(), count));
                const auto activated = desk.activate("w", count);
                ASSERT_EQ(activated.size(), ready.size()) << "step " << step;
                for (std::size_t i = 0; i < ready.size(); ++i) {
                    const Job& job = activated[i].job;
                    ASSERT_EQ(job.process_instance_key, ready[i].second) << "step " << step << ", " << i;
                    ++handed_out;
                    Expected& expected = jobs[job.process_instance_key];
                    expected.ready_at = now + 60;  // when the worker's time is over
                    if (random() % 4 == 0) continue;
                    if (random() % 3 == 0) {
                        FailJob failed;
                        failed.key = job.key;
                        failed.retries = 3;
                        failed.retry_back_off_ms = static_cast<std::int64_t>(random() % 2) * 20'000;
                        ASSERT_TRUE(desk.engine().execute(failed));
                        expected.ready_at = now + failed.retry_back_off_ms / 1000;
                    } else {
                        ASSERT_TRUE(desk.engine().execute(CompleteJob{job.key, {}, {}}));
                        jobs.erase(job.process_instance_key);
                    }
                }
            }
        }
        EXPECT_GT(handed_out, 150);
    }
}

TEST(JobsThatWait, ComeToWhoWaitsForThemWhenTheirTimeIsOver) {
    Desk desk(few_in_memory());
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("w") + flows({"s", "w"})));
    for (int i = 0; i < 30; ++i) desk.start();
    EXPECT_EQ(desk.activate("w", 100).size(), 30u);
    desk.restart();
    ActivateJobs command;
    command.type = "w";
    command.worker = "patient";
    command.timeout_ms = 60'000;
    command.count_max = 100;
    command.request_timeout_ms = 60'000;
    std::promise<Outcome<ActivateJobs::Answer>> promise;
    auto waiting = promise.get_future();
    desk.engine().submit(command, {}, [&](Outcome<ActivateJobs::Answer> it) { promise.set_value(std::move(it)); });
    desk.wait(59'000);
    EXPECT_EQ(waiting.wait_for(std::chrono::seconds(0)), std::future_status::timeout);
    desk.wait(1'000);
    const auto outcome = waiting.get();
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->jobs.size(), 30u);
}

}  // namespace
}  // namespace dandori::test
