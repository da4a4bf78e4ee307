// Models made by chance, run in orders made by chance: nothing crashes, no token is lost or doubled, and what the checker
// calls sound completes. DANDORI_RANDOM_RUNS says how many runs, DANDORI_RANDOM_SEED where they begin ('make soak').
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "bpmn/bpmn.h"
#include "bpmn/check/soundness/token_game.h"
#include "tests/engine/runtime/desk.h"
#include "tests/random/random_model.h"

namespace dandori::test {
namespace {

constexpr int orders_per_model = 5;

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* given = std::getenv(name);
    return given ? std::strtoull(given, nullptr, 10) : otherwise;
}

struct Count {
    std::uint64_t models = 0, runs = 0, elements = 0, jobs = 0, sound = 0, stuck = 0, cut = 0;
};

std::string said(const char* what, const Count& count, std::chrono::steady_clock::time_point begin) {
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    return std::to_string(count.runs) + " runs of " + std::to_string(count.models) + " " + what + " (" +
           std::to_string(count.elements / std::max<std::uint64_t>(count.models, 1)) + " elements on average, " +
           std::to_string(count.sound) + " sound), " + std::to_string(count.jobs) + " jobs, " + std::to_string(count.stuck) +
           " stuck, " + std::to_string(count.cut) + " not followed to the end, " + std::to_string(spent.count()) + " ms\n";
}

/// What the checker says of all scopes together.
bool is_sound(const bpmn::Process& process) {
    bool sound = bpmn::check_detail::play(process.scope).is_sound();
    for (const auto& node : process.nodes) {
        if (node.scope()) sound = sound && bpmn::check_detail::play(*node.scope()).is_sound();
    }
    return sound;
}

/// One model in an engine of its own.
class Trial {
  public:
    Trial(RandomModel model, std::uint64_t seed)
        : model_(std::move(model)), chance_(seed), read_(bpmn::read(model_.xml, "p.bpmn")) {
        desk_.deploy(model_.xml);
    }

    bool is_sound() const { return test::is_sound(read_.definitions->processes.front()); }
    const RandomModel& model() const { return model_; }

    /// Works jobs in any order until none is left. False when there were more than `jobs_max`.
    bool run(std::size_t jobs_max) {
        worked_.clear();
        open_.clear();
        const std::string number = std::to_string(++runs_);
        std::string variables = model_.variables;
        variables.replace(variables.find("\"k\""), 3, "\"k" + number + "\"");
        instance_ = desk_.start(variables);
        std::vector<std::string> messages;
        for (const auto& [name, count] : model_.messages) messages.insert(messages.end(), static_cast<std::size_t>(count), name);
        for (std::size_t jobs = 0; jobs < jobs_max;) {
            for (auto& each : desk_.activate("work", 1000)) open_.push_back(std::move(each.job));
            if (!messages.empty() && (open_.empty() || chance_.percent(30))) {
                const std::size_t at = chance_.below(messages.size());
                desk_.publish(messages[at], "k" + number, "{}", 3'600'000);
                messages.erase(messages.begin() + static_cast<std::ptrdiff_t>(at));
            } else if (!open_.empty()) {
                work_one();
                ++jobs;
            } else if (!say_something(number)) {
                return true;
            }
        }
        return false;
    }

    bool is_completed() { return desk_.instance(instance_).state == engine::InstanceState::Completed; }
    const std::map<std::string, int>& worked() const { return worked_; }
    void cancel() { (void)desk_.engine().execute(engine::CancelProcessInstance{instance_, {}}); }

    /// What is left of an instance that has ended, and what went in and out of each element; empty when nothing is amiss.
    std::string faults() {
        std::string text;
        const auto of_instance = [&] {
            engine::Query query = engine::Query{}.where_equals("processInstanceKey", instance_);
            query.limit = 100'000;
            return query;
        };
        for (const auto& token : desk_.rows<engine::Token>(of_instance()))
            text += "token left at " + token.element_id + ", come by '" + token.flow_id + "'\n";
        for (const auto& job : desk_.rows<engine::Job>(of_instance())) {
            if (job.state == engine::JobState::Created) text += "job of " + job.element_id + " left\n";
        }
        std::map<std::string, std::int64_t> begun, completed;
        for (const auto& row : desk_.rows<engine::ElementInstance>(of_instance())) {
            if (row.state == engine::InstanceState::Active) text += row.element_id + " left active\n";
            if (row.type == engine::ElementType::MultiInstanceBody) continue;
            ++begun[row.element_id];
            if (row.state == engine::InstanceState::Completed) ++completed[row.element_id];
        }
        return text + unbalanced(begun, completed);
    }

  private:
    /// Whether what goes on in a scope may have been cut short, so that a token on its way along a flow never arrived.
    static bool may_be_cut(const bpmn::Scope* scope, const std::map<std::string, std::int64_t>& begun,
                           const std::map<std::string, std::int64_t>& completed) {
        const auto count = [](const std::map<std::string, std::int64_t>& counts, const std::string& id) {
            const auto found = counts.find(id);
            return found == counts.end() ? 0 : found->second;
        };
        const auto cuts = [&](const bpmn::FlowNode* node) {
            return node->event() && node->event()->definition<bpmn::TerminateEventDefinition>() && count(begun, node->id) > 0;
        };
        for (; scope; scope = scope->parent) {
            if (std::ranges::any_of(scope->nodes, cuts)) return true;
            if (scope->owner && count(begun, scope->owner->id) > count(completed, scope->owner->id)) return true;
            for (const bpmn::FlowNode* inner : scope->event_sub_processes) {
                if (count(begun, inner->id) > 0) return true;
            }
        }
        return false;
    }

    /// Tokens in and out of gateways, events and plain tasks, by how often each flow was taken.
    std::string unbalanced(std::map<std::string, std::int64_t>& begun, std::map<std::string, std::int64_t>& completed) {
        const auto taken = boost::json::parse(desk_.instance(instance_).taken_flows.text);
        const auto times = [&](const bpmn::SequenceFlow* flow) {
            const auto* count = taken.as_object().if_contains(flow->id);
            return count ? count->to_number<std::int64_t>() : 0;
        };
        std::string text;
        for (const bpmn::FlowNode& node : read_.definitions->processes.front().nodes) {
            const bool counted = !node.activity() || std::holds_alternative<std::monostate>(node.activity()->loop);
            if (!counted) continue;
            std::int64_t in = 0, out = 0;
            for (const auto* flow : node.incoming) in += times(flow);
            for (const auto* flow : node.outgoing) out += times(flow);
            const std::string found = node.id + ": " + std::to_string(in) + " in, " + std::to_string(begun[node.id]) +
                                      " begun, " + std::to_string(completed[node.id]) + " completed, " +
                                      std::to_string(out) + " out\n";
            const auto all = static_cast<std::int64_t>(node.outgoing.size());
            const bool joins = node.incoming.size() > 1 && node.gateway() && node.kind != bpmn::FlowNodeKind::ExclusiveGateway;
            if (!joins && !node.incoming.empty() &&
                (in < begun[node.id] || (in > begun[node.id] && !may_be_cut(node.parent, begun, completed))))
                text += found;
            if (node.kind == bpmn::FlowNodeKind::ParallelGateway) {
                for (const auto* flow : node.incoming) {
                    if (joins && times(flow) < begun[node.id]) text += found;
                }
                if (out != all * completed[node.id]) text += found;
            } else if (node.kind == bpmn::FlowNodeKind::ExclusiveGateway || node.kind == bpmn::FlowNodeKind::EventBasedGateway) {
                if (!node.outgoing.empty() && out != completed[node.id]) text += found;
            } else if (!node.gateway() && out != all * completed[node.id]) {
                text += found;
            }
        }
        return text;
    }

    void work_one() {
        const std::size_t at = chance_.below(open_.size());
        const engine::Job job = std::move(open_[at]);
        open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(at));
        const std::string variables = model_.expected.empty() ? "{\"r\": " + std::to_string(chance_.below(1000)) + "}" : "{}";
        std::string code;
        if (const auto always = model_.throws.find(job.element_id); always != model_.throws.end()) code = always->second;
        if (const auto sometimes = model_.can_throw.find(job.element_id); sometimes != model_.can_throw.end() && chance_.percent(40))
            code = sometimes->second;
        // A job may be gone since: its scope was ended by another one.
        const bool done = code.empty() ? desk_.engine().execute(engine::CompleteJob{job.key, {variables}, {}}).has_value()
                                       : desk_.engine().execute(engine::ThrowJobError{job.key, code, {}, {variables}}).has_value();
        if (done) ++worked_[job.element_id];
    }

    /// In a graph a message comes when nothing else can be done. False when nobody waits for one.
    bool say_something(const std::string& number) {
        if (!model_.expected.empty()) return false;
        for (const auto& [name, count] : model_.messages) {
            if (!desk_.publish(name, "k" + number).correlated.empty()) return true;
        }
        return false;
    }

    const RandomModel model_;
    Chance chance_;
    const bpmn::ReadResult read_;
    Desk desk_;
    int runs_ = 0;
    engine::ProcessInstanceKey instance_;
    std::vector<engine::Job> open_;
    std::map<std::string, int> worked_;
};

TEST(RandomModels, StructuredOnesDoWhatTheirBlocksSay) {
    const auto runs = setting("DANDORI_RANDOM_RUNS", 3000) / 2;
    const auto first = setting("DANDORI_RANDOM_SEED", 1);
    const auto begin = std::chrono::steady_clock::now();
    Count count;
    for (std::uint64_t seed = first; count.runs < runs && !testing::Test::HasFailure(); ++seed) {
        Trial trial(structured_model(seed, 5 + seed * 7 % 196), seed);
        ++count.models;
        count.elements += trial.model().elements;
        EXPECT_TRUE(trial.is_sound()) << "seed " << seed << '\n' << trial.model().xml;
        ++count.sound;
        std::map<std::string, int> expected;
        for (const auto& [id, times] : trial.model().expected) {
            if (times > 0) expected[id] = times;
        }
        for (int order = 0; order < orders_per_model; ++order, ++count.runs) {
            ASSERT_TRUE(trial.run(100'000)) << "seed " << seed;
            for (const auto& [id, times] : trial.worked()) count.jobs += static_cast<std::uint64_t>(times);
            EXPECT_EQ(trial.worked(), expected) << "seed " << seed << '\n' << trial.model().variables << trial.model().xml;
            EXPECT_TRUE(trial.is_completed()) << "seed " << seed << '\n' << trial.model().xml;
            EXPECT_EQ(trial.faults(), "") << "seed " << seed << '\n' << trial.model().xml;
        }
    }
    std::cout << said("structured models", count, begin);
}

TEST(RandomModels, GraphsCompleteWhenTheCheckerCallsThemSound) {
    const auto runs = setting("DANDORI_RANDOM_RUNS", 3000) / 2;
    const auto first = setting("DANDORI_RANDOM_SEED", 1);
    const auto begin = std::chrono::steady_clock::now();
    Count count;
    for (std::uint64_t seed = first; count.runs < runs && !testing::Test::HasFailure(); ++seed) {
        // Large ones are hardly ever sound, so half are small.
        Trial trial(random_graph(seed, seed % 2 ? 5 + seed % 12 : 5 + seed * 7 % 196), seed);
        ++count.models;
        count.elements += trial.model().elements;
        const bool sound = trial.is_sound();
        count.sound += sound;
        for (int order = 0; order < orders_per_model; ++order, ++count.runs) {
            const bool whole = trial.run(300);
            for (const auto& [id, times] : trial.worked()) count.jobs += static_cast<std::uint64_t>(times);
            if (!whole) {
                ++count.cut;
                trial.cancel();
            } else if (!trial.is_completed()) {
                ++count.stuck;
                EXPECT_FALSE(sound) << "seed " << seed << '\n' << trial.model().xml;
                trial.cancel();
            } else {
                EXPECT_EQ(trial.faults(), "") << "seed " << seed << '\n' << trial.model().xml;
            }
        }
    }
    EXPECT_GT(count.sound, count.models / 50);
    EXPECT_GT(count.stuck, 0u);
    std::cout << said("graphs", count, begin);
}

}  // namespace
}  // namespace dandori::test
