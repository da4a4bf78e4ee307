#pragma once
// An engine over a store in memory, with a clock moved by hand, and short words for what tests do with it.

#include <gtest/gtest.h>

#include "adapters/memory/memory_store.h"
#include "engine/engine.h"
#include "tests/support/hand_moved_clock.h"

namespace dandori::test {

/// A file with one process `p` of these elements.
inline std::string process_of(const std::string& elements, const std::string& others = "") {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:test">
)" + others + R"(<process id="p" isExecutable="true">)" +
           elements + "</process></definitions>";
}

/// `<sequenceFlow>` from one element to the next, for each neighbouring pair.
inline std::string flows(std::initializer_list<std::string> ids) {
    std::string text;
    const std::string* before = nullptr;
    for (const std::string& id : ids) {
        if (before) text += "<sequenceFlow id=\"" + *before + "-" + id + "\" sourceRef=\"" + *before + "\" targetRef=\"" + id + "\"/>";
        before = &id;
    }
    return text;
}

inline std::string service_task(const std::string& id, const std::string& more = "") {
    return "<serviceTask id=\"" + id + "\"><extensionElements><zeebe:taskDefinition type=\"" + id + "\"/>" + more +
           "</extensionElements></serviceTask>";
}

class Desk {
  public:
    explicit Desk(engine::EngineSettings settings = {}) : settings_(std::move(settings)) { open(); }

    void open() { engine_ = std::make_unique<engine::Engine>(store, clock, settings_); }
    /// All memory is dropped and read from the store again.
    void restart() {
        engine_.reset();
        open();
    }
    engine::Engine& engine() { return *engine_; }

    engine::Outcome<engine::DeployResources::Answer> try_deploy(std::vector<engine::DeployResources::File> files) {
        return engine_->execute(engine::DeployResources{std::move(files)});
    }
    void deploy(const std::string& xml, const std::string& name = "p.bpmn") {
        const auto outcome = try_deploy({{name, xml}});
        ASSERT_TRUE(outcome) << outcome.error().text;
    }
    engine::ProcessInstanceKey start(const std::string& variables = "{}", const std::string& id = "p") {
        engine::CreateProcessInstance command;
        command.process_definition_id = id;
        command.variables = {variables};
        const auto outcome = engine_->execute(command);
        EXPECT_TRUE(outcome) << outcome.error().text;
        return outcome ? outcome->instance.key : engine::ProcessInstanceKey{};
    }
    std::vector<engine::ActivatedJob> activate(const std::string& type, std::size_t count_max = 10) {
        engine::ActivateJobs command;
        command.type = type;
        command.worker = "test";
        command.timeout_ms = 60'000;
        command.count_max = count_max;
        const auto outcome = engine_->execute(command);
        EXPECT_TRUE(outcome) << outcome.error().text;
        return outcome ? outcome->jobs : std::vector<engine::ActivatedJob>{};
    }
    /// Completes one job of the type; false if there is none.
    bool work(const std::string& type, const std::string& variables = "{}") {
        const auto jobs = activate(type, 1);
        if (jobs.empty()) return false;
        const auto outcome = engine_->execute(engine::CompleteJob{jobs.front().job.key, {variables}, {}});
        EXPECT_TRUE(outcome) << outcome.error().text;
        return outcome.has_value();
    }
    engine::PublishMessage::Answer publish(const std::string& name, const std::string& key, const std::string& variables = "{}",
                                           std::int64_t time_to_live_ms = 0) {
        engine::PublishMessage command;
        command.name = name;
        command.correlation_key = key;
        command.variables = {variables};
        command.time_to_live_ms = time_to_live_ms;
        const auto outcome = engine_->execute(command);
        EXPECT_TRUE(outcome) << outcome.error().text;
        return outcome.value_or(engine::PublishMessage::Answer{});
    }
    /// Moves the clock and waits until what is due was done.
    void wait(std::int64_t ms) {
        clock.advance(ms);
        engine_->clock_moved();
        engine_->execute(engine::CorrelateMessage{"nobody waits for this", "", {}});
    }

    template <class Row>
    std::vector<Row> rows(engine::Query query = {}) {
        return engine::find<Row>(engine_->reader(), query).rows;
    }
    engine::ProcessInstance instance(engine::ProcessInstanceKey key) {
        return engine::get<engine::ProcessInstance>(engine_->reader(), key).value();
    }
    /// `element state` of all element instances, in the order they began, one a line.
    std::string history(engine::ProcessInstanceKey key) {
        std::string text;
        for (const auto& row : rows<engine::ElementInstance>(engine::Query{}.where_equals("processInstanceKey", key))) {
            text += row.element_id + " " + std::string(name_of(row.state)) + "\n";
        }
        return text;
    }
    /// The elements that are active, joined by spaces.
    std::string active(engine::ProcessInstanceKey key) {
        std::string text;
        for (const auto& row : rows<engine::ElementInstance>(
                 engine::Query{}.where_equals("processInstanceKey", key).where_equals("state", engine::InstanceState::Active))) {
            text += (text.empty() ? "" : " ") + row.element_id;
        }
        return text;
    }
    /// The value of a variable of the root scope, as JSON; "absent" if there is none.
    std::string variable(engine::ProcessInstanceKey key, const std::string& name) {
        const auto found = rows<engine::Variable>(
            engine::Query{}.where_equals("scopeKey", engine::scope_of(key)).where_equals("name", name));
        return found.empty() ? "absent" : found.front().value;
    }
    std::vector<engine::Incident> incidents() {
        return rows<engine::Incident>(engine::Query{}.where_equals("state", engine::IncidentState::Active));
    }

    memory::MemoryStore store;
    HandMovedClock clock;

  private:
    engine::EngineSettings settings_;
    std::unique_ptr<engine::Engine> engine_;
};

}  // namespace dandori::test
