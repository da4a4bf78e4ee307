// Walks every state with every event of each life cycle, and compares what may happen with the diagrams that people read,
// docs/contributor/life-cycles/*.dot. UPDATE_DIAGRAMS=1 in the environment writes these anew from the machines.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "engine/lifecycle/events.h"

namespace dandori::engine::lifecycle {
namespace {

struct Transition {
    std::string from, event, to;
};

/// One life cycle, as text. It begins in any of `first`.
struct LifeCycle {
    std::string file;
    std::string title;
    std::vector<std::string> first;
    std::vector<std::string> states;
    std::vector<Transition> transitions;
};

template <class State, class Event>
LifeCycle walked(std::string file, std::string title, std::vector<State> first) {
    LifeCycle cycle{std::move(file), std::move(title), {}, {}, {}};
    for (const auto state : first) cycle.first.emplace_back(name_of(state));
    for (std::size_t state = 0; state < std::size(names_of<State>); ++state) {
        cycle.states.emplace_back(names_of<State>[state]);
        for (std::size_t event = 0; event < std::size(names_of<Event>); ++event) {
            const auto after = next(static_cast<State>(state), static_cast<Event>(event));
            if (!after) continue;
            cycle.transitions.push_back({std::string(names_of<State>[state]), std::string(names_of<Event>[event]),
                                         std::string(name_of(*after))});
        }
    }
    return cycle;
}

std::vector<LifeCycle> all_life_cycles() {
    return {
        walked<ActivityLifeCycle, ActivityEvent>("activity", "Activity", {ActivityLifeCycle::Ready}),
        walked<BatchOperationState, BatchOperationEvent>("batch_operation", "Batch operation", {BatchOperationState::Created}),
        walked<BatchOperationItemState, BatchOperationItemEvent>("batch_operation_item", "Batch operation item",
                                                                 {BatchOperationItemState::Active}),
        walked<IncidentState, IncidentEvent>("incident", "Incident", {IncidentState::Active}),
        walked<JobState, JobEvent>("job", "Job", {JobState::Created}),
        walked<MailState, MailEvent>("mail", "Mail", {MailState::Taken, MailState::Tray, MailState::Pending}),
        walked<MessageSubscriptionState, MessageSubscriptionEvent>("message_subscription", "Message subscription",
                                                                   {MessageSubscriptionState::Created}),
        walked<ProcessLifeCycle, ProcessEvent>("process_instance", "Process instance", {ProcessLifeCycle::Active}),
        walked<TimerState, TimerEvent>("timer", "Timer", {TimerState::Created}),
        walked<UserTaskState, UserTaskEvent>("user_task", "User task", {UserTaskState::Creating}),
    };
}

std::set<std::string> reached(const LifeCycle& cycle, std::set<std::string> states) {
    for (std::size_t before = 0; before != states.size();) {
        before = states.size();
        for (const auto& [from, event, to] : cycle.transitions) {
            if (states.contains(from)) states.insert(to);
        }
    }
    return states;
}

bool is_final(const LifeCycle& cycle, const std::string& state) {
    for (const auto& [from, event, to] : cycle.transitions) {
        if (from == state) return false;
    }
    return true;
}

/// Graphviz text: states that are never reached are only known from elsewhere and left out.
std::string drawn(const LifeCycle& cycle) {
    const auto shown = reached(cycle, {cycle.first.begin(), cycle.first.end()});
    std::ostringstream out;
    out << "digraph " << cycle.file << " {\n"
        << "  label=\"" << cycle.title << "\"; labelloc=t; rankdir=LR; fontname=\"sans-serif\";\n"
        << "  node [shape=box, style=rounded, fontname=\"sans-serif\"]; edge [fontname=\"sans-serif\", fontsize=11];\n"
        << "  begin [shape=circle, style=filled, fillcolor=black, label=\"\", width=0.2];\n";
    for (const auto& state : cycle.states) {
        if (shown.contains(state) && is_final(cycle, state)) out << "  " << state << " [peripheries=2];\n";
    }
    for (const auto& state : cycle.first) out << "  begin -> " << state << ";\n";
    for (const auto& [from, event, to] : cycle.transitions) {
        out << "  " << from << " -> " << to << " [label=\"" << event << "\"];\n";
    }
    out << "}\n";
    return out.str();
}

TEST(LifeCycle, IsWhatItsDiagramShows) {
    for (const auto& cycle : all_life_cycles()) {
        const std::string path = DANDORI_SOURCE_DIR "/docs/contributor/life-cycles/" + cycle.file + ".dot";
        if (std::getenv("UPDATE_DIAGRAMS") != nullptr) std::ofstream(path) << drawn(cycle);
        std::ifstream file(path);
        const std::string written{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(written, drawn(cycle)) << path << " differs; UPDATE_DIAGRAMS=1 writes it anew, then read the change.";
    }
}

TEST(LifeCycle, ComesToAnEndFromWhereverItBegins) {
    for (const auto& cycle : all_life_cycles()) {
        for (const auto& state : reached(cycle, {cycle.first.begin(), cycle.first.end()})) {
            const auto onward = reached(cycle, {state});
            EXPECT_TRUE(std::any_of(onward.begin(), onward.end(), [&](const auto& it) { return is_final(cycle, it); }))
                << cycle.title << " never ends from " << state;
        }
    }
}

TEST(LifeCycle, AnswersTheSameWhenAskedAgain) {
    const auto first = all_life_cycles();
    const auto second = all_life_cycles();
    for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(drawn(first[i]), drawn(second[i]));
}

TEST(ActivityLifeCycle, IsTerminatedWhileItWorksButNotWhenItIsDone) {
    EXPECT_EQ(next(ActivityLifeCycle::Active, ActivityEvent::Terminate), ActivityLifeCycle::Terminating);
    EXPECT_EQ(next(ActivityLifeCycle::Terminating, ActivityEvent::Terminated), ActivityLifeCycle::Terminated);
    EXPECT_EQ(next(ActivityLifeCycle::Completed, ActivityEvent::Terminate), std::nullopt);
}

TEST(JobLifeCycle, IsCompletedOnce) {
    EXPECT_EQ(next(JobState::Created, JobEvent::Complete), JobState::Completed);
    for (const auto event : {JobEvent::Complete, JobEvent::Fail, JobEvent::ThrowError, JobEvent::Cancel, JobEvent::Activate}) {
        EXPECT_EQ(next(JobState::Completed, event), std::nullopt) << name_of(event);
    }
}

TEST(JobLifeCycle, IsHandedOutAgainAfterATimeOutAFailureAndNewRetries) {
    for (const auto state : {JobState::TimedOut, JobState::Failed, JobState::RetriesUpdated}) {
        EXPECT_EQ(next(state, JobEvent::Activate), JobState::Created) << name_of(state);
    }
}

TEST(UserTaskLifeCycle, StaysOpenWhenAListenerDeniesItsCompletion) {
    EXPECT_EQ(next(UserTaskState::Completing, UserTaskEvent::Deny), UserTaskState::Created);
}

}  // namespace
}  // namespace dandori::engine::lifecycle
