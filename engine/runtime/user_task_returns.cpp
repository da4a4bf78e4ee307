// 差戻し: a case goes back to a step that it has passed, though no flow leads there.

#include <algorithm>

#include "bpmn/model/property.h"
#include "engine/behavior/compensation.h"
#include "engine/behavior/variables.h"
#include "engine/port/all_rows.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/returns.h"

namespace dandori::engine {
namespace {

bool is_irreversible(const bpmn::FlowNode& node) {
    return bpmn::property_of(node, "approval.irreversible") == "true" && !has_compensation(node);
}

/// Whether `approval.returnTo` of a step lets its case go to the target.
bool allows(const std::string& return_to, const bpmn::FlowNode& target) {
    if (return_to.empty() || return_to == "applicantAndPassed") return true;
    const bool is_of_applicant = bpmn::property_of(target, "approval.step") == "correct";
    if (return_to == "applicant") return is_of_applicant;
    if (return_to == "passed") return !is_of_applicant;
    if (return_to == "none") return false;
    const auto ids = bpmn::words_between_commas(return_to);
    return std::ranges::find(ids, target.id) != ids.end();
}

tl::unexpected<std::string> irreversible(const std::string& step) {
    return tl::unexpected("'" + step + "' lies on the way, which is irreversible and has no compensation.");
}

tl::unexpected<std::string> undone_within(const std::string& step) {
    return tl::unexpected("'" + step + "' lies on the way and would have to be undone first, which only a return within its own process "
                          "does. Return to a step of that process.");
}

tl::unexpected<std::string> not_allowed(const bpmn::FlowNode& node, const bpmn::FlowNode& target, const std::string& return_to) {
    return tl::unexpected("'approval.returnTo' of '" + node.id + "' doesn't allow a return to '" + target.id + "': it is " +
                          (return_to.empty() ? "not given" : "'" + return_to + "'") + ".");
}

}  // namespace

std::vector<ElementInstance> Partition::history_of(ProcessInstanceKey key) {
    std::map<ElementInstanceKey, ElementInstance> by_key;
    for_all_rows<ElementInstance>(store_, Query{}.where_equals("processInstanceKey", key),
                                  [&](ElementInstance row) { by_key.insert_or_assign(row.key, std::move(row)); });
    if (const auto held = instances_.find(key); held != instances_.end()) {
        held->second.rows->elements.for_each_held([&](const ElementInstance& row) { by_key.insert_or_assign(row.key, row); });
    }
    std::vector<ElementInstance> rows;
    for (auto& [element, row] : by_key) rows.push_back(std::move(row));
    return rows;
}

std::vector<ProcessInstance> Partition::ever_called_by(ProcessInstanceKey key) {
    std::map<ProcessInstanceKey, ProcessInstance> by_key;
    for_all_rows<ProcessInstance>(store_, Query{}.where_equals("parentProcessInstanceKey", key),
                                  [&](ProcessInstance row) { by_key.insert_or_assign(row.key, std::move(row)); });
    const auto look_at = [&](ProcessInstanceKey called) {  // begun or ended in this very batch
        instances_.at(called).rows->process_instance.peek(called, [&](const ProcessInstance& row) {
            if (row.parent_process_instance_key == key) by_key.insert_or_assign(called, row);
        });
    };
    for (const ProcessInstanceKey called : pending_) look_at(called);
    for (const ProcessInstanceKey called : touched_) look_at(called);
    std::vector<ProcessInstance> rows;
    for (auto& [called, row] : by_key) rows.push_back(std::move(row));
    return rows;
}

std::optional<std::string> Partition::irreversible_in(const ProcessInstance& process, const std::vector<ElementInstanceKey>* among) {
    const auto executable = deployed_.executable(process.process_definition_key);
    std::vector<ElementInstanceKey> calls;
    for (const ElementInstance& row : history_of(process.key)) {
        if (among && std::ranges::find(*among, row.key) == among->end()) continue;
        const ExecutableNode* node = executable->find(row.element_id);
        const bool has_completed = row.state == InstanceState::Completed;
        if (has_completed && is_irreversible(*node->node)) return row.element_id;
        if (row.type != ElementType::CallActivity || (has_completed && has_compensation(*node->node))) continue;
        if (has_completed || row.state == InstanceState::Active) calls.push_back(row.key);
    }
    if (calls.empty()) return {};
    for (const ProcessInstance& called : ever_called_by(process.key)) {
        if (std::ranges::find(calls, called.parent_element_instance_key) == calls.end()) continue;
        if (auto found = irreversible_in(called)) return found;
    }
    return {};
}

std::optional<std::string> Partition::irreversible_on(InstanceRows& rows, const ReturnPlan& plan) {
    auto touched = plan.passed;
    rows.elements.for_each([&](const ElementInstance& row) {
        if (row.type == ElementType::CallActivity && ends_with(rows, plan.ended, row)) touched.push_back(row.key);
    });
    return irreversible_in(*rows.process(), &touched);
}

std::optional<std::string> Partition::no_way_straight_back(InstanceRows& rows, ElementInstanceKey user_task, const WayBack& way) {
    const ElementInstance& from = *rows.elements.find(user_task);
    if (way.plan.rule != ReturnPlan::Rule::R1 || from.loop_counter || repeats(*way.target))
        return "only a step on the same branch, with nobody else's work between, sends it straight back.";
    if (const auto step = first_to_undo(rows, &way.plan.passed)) return "'" + *step + "' is undone on the way and has to be done again.";
    const std::string voids = bpmn::property_of(*way.target, "approval.editVoids");
    if (voids == "earlier" || voids == "all") return "a change on '" + way.target->id + "' voids what was approved ('approval.editVoids').";
    return {};
}

void Partition::come_back_from(InstanceRows& rows, const std::string& opened, const std::string& to) {
    run();
    if (const UserTask* task = newest_task(rows, opened)) resume_at(*rows.elements.change(task->element_instance_key), to);
}

tl::expected<Partition::WayBack, std::string> Partition::way_back(InstanceRows& start, ElementInstanceKey user_task,
                                                                  const std::string& target_id) {
    WayBack way{&start, nullptr, {}, false};
    ElementInstanceKey from = user_task;
    while (true) {
        const ProcessInstance& process = *way.rows->process();
        const auto executable = deployed_.executable(process.process_definition_key);
        const bpmn::FlowNode& left = *executable->find(way.rows->elements.find(from)->element_id)->node;
        const ExecutableNode* target = executable->find(target_id);
        const std::string return_to = bpmn::property_of(left, "approval.returnTo");
        if (!target && process.parent_process_instance_key) {
            if (const auto step = irreversible_in(process)) return irreversible(*step);
            if (const auto step = first_to_undo(*way.rows)) return undone_within(*step);
            way.rows = instance(*process.parent_process_instance_key);
            from = *process.parent_element_instance_key;
            way.leaves_called = true;
            continue;
        }
        if (!target) {
            return tl::unexpected("there is no element '" + target_id +
                                  "' in its process, nor in one that calls it. Name a step that it has passed.");
        }
        if (!target->user_task) {
            return tl::unexpected("'" + target_id + "' is no user task, and a case is returned to people. Move other tokens by a modification.");
        }
        if (way.leaves_called ? return_to.empty() || !allows(return_to, *target->node) : !allows(return_to, *target->node)) {
            return not_allowed(left, *target->node, return_to);
        }
        std::vector<Token> tokens;
        way.rows->tokens.for_each([&](const Token& row) { tokens.push_back(row); });
        way.target = target->node;
        way.plan = plan_return(*executable, history_of(way.rows->key), tokens, from, target_id);
        if (way.plan.rule == ReturnPlan::Rule::R4) return tl::unexpected("RETURN_TARGET_NOT_ON_PATH: " + way.plan.why);
        if (const auto step = irreversible_on(*way.rows, way.plan)) return irreversible(*step);
        if (way.leaves_called) {
            if (const auto step = first_to_undo(*way.rows, &way.plan.passed)) return undone_within(*step);
        }
        return way;
    }
}

void Partition::go_back(const WayBack& way, const feel::Context& variables) {
    for (const auto& [name, value] : variables.entries()) propagate_variable(*this, *way.rows, way.plan.scope, name, value);
    execution_->values_changed(*way.rows);
    execution_->carry_out(*way.rows, way.plan, *way.target);
}

void Partition::undone_for_return(InstanceRows& rows, ElementInstanceKey user_task) {
    ElementInstance& element = *rows.elements.change(user_task);
    const Returning goal = *returning(element);
    forget_return(element);
    // Others have gone on meanwhile: what lies on the way is found anew.
    const auto way = way_back(rows, user_task, goal.target_id);
    if (way) {
        go_back(*way, goal.variables);
        return;
    }
    execution_->raise_incident(rows, user_task, {Failure::Kind::Unspecified,
                                                 "What lay on the way back to '" + goal.target_id + "' was undone, but " + way.error()});
}

}  // namespace dandori::engine
