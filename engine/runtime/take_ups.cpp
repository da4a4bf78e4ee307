// 引上げ: a superior takes a case that lies at a lower step up to their own. The approval patterns' section 6.12.

#include <deque>
#include <map>
#include <set>

#include "engine/behavior/user_task_owners.h"
#include "engine/lifecycle/events.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/returns.h"

namespace dandori::engine {
namespace {

/// What a case may pass over, be it by taking nothing with it: steps that may be read afterwards, and what only chooses a way.
bool may_be_skipped(const bpmn::FlowNode& node, std::string& why) {
    if (node.kind == bpmn::FlowNodeKind::ExclusiveGateway) return true;
    if (bpmn::property_of(node, "approval.step") != "approve") {
        why = "'" + node.id + "' lies on the way, which is no step of approval and would be left out.";
        return false;
    }
    if (repeats(node)) {
        why = "'" + node.id + "' lies on the way, which is asked several times over.";
        return false;
    }
    if (bpmn::property_of(node, "approval.deferrable") != "true") {
        why = "'" + node.id + "' may not be passed over: its 'approval.deferrable' is not 'true'.";
        return false;
    }
    return true;
}

bool is_step(const bpmn::FlowNode& node) {
    const std::string step = bpmn::property_of(node, "approval.step");
    return step == "approve" || step == "decide";
}

}  // namespace

tl::expected<UserTask, std::string> Partition::task_ahead(InstanceRows& rows, const UserTask& from, const bpmn::FlowNode& node) {
    const auto executable = deployed_.executable(from.process_definition_key);
    const ScopeKey around = rows.elements.find(from.element_instance_key)->scope_key;
    Step step(*execution_, rows, *executable, executable->at(node), ElementInstanceKey{around.value});
    auto owners = owners_of(step);
    if (!owners) return tl::unexpected(owners.error().text);
    UserTask ahead = from;
    ahead.key = {};
    ahead.held_by.reset();
    ahead.element_id = node.id;
    ahead.name = node.name.empty() ? std::nullopt : std::optional(node.name);
    ahead.assignee = std::move(owners->assignee);
    ahead.candidate_groups = std::move(owners->candidate_groups);
    ahead.candidate_users = std::move(owners->candidate_users);
    return ahead;
}

Outcome<Partition::WayUp> Partition::way_up(InstanceRows& rows, const UserTask& task, const std::string& target_id, const Actor* actor) {
    const bpmn::FlowNode& start = model_of(task);
    const auto has_say_ahead = [&] {
        std::set<const bpmn::FlowNode*> seen{&start};
        std::deque<const bpmn::FlowNode*> next{&start};
        while (!next.empty()) {
            const bpmn::FlowNode& at = *next.front();
            next.pop_front();
            for (const bpmn::SequenceFlow* flow : at.outgoing) {
                if (!seen.insert(flow->target).second) continue;
                next.push_back(flow->target);
                if (!is_step(*flow->target) || repeats(*flow->target)) continue;
                const auto there = task_ahead(rows, task, *flow->target);
                if (there && standing(actor, rows, *there, "decided")) return true;
            }
        }
        return false;
    };
    const auto refuse = [&](Rejection::Code code, std::string why) {
        // Who has nothing to do with it doesn't learn how it stands.
        if (code == Rejection::Code::InvalidState && !may(actor, task, Permission::Read, Permission::ReadUserTask) && !has_say_ahead()) {
            code = Rejection::Code::Forbidden;
            why = "no step that it can be taken up to is theirs to decide who asks for it.";
        }
        return reject(code, "The user task with key '" + std::to_string(task.key.value) + "' can't be taken up: " + why);
    };
    std::string hindered;
    if (!may_be_skipped(start, hindered)) return refuse(Rejection::Code::InvalidState, hindered);
    std::map<const bpmn::FlowNode*, const bpmn::FlowNode*> came_from{{&start, nullptr}};
    std::deque<const bpmn::FlowNode*> next{&start};
    std::optional<Rejection> not_theirs;
    while (!next.empty()) {
        const bpmn::FlowNode& at = *next.front();
        next.pop_front();
        for (const bpmn::SequenceFlow* flow : at.outgoing) {
            const bpmn::FlowNode& node = *flow->target;
            if (!came_from.emplace(&node, &at).second) continue;
            const bool is_meant = is_step(node) && !repeats(node) && (target_id.empty() || node.id == target_id);
            if (is_meant) {
                auto there = task_ahead(rows, task, node);
                if (!there) return refuse(Rejection::Code::InvalidState, there.error());
                auto by_right = standing(actor, rows, *there, "decided");
                const bool is_own = by_right && (by_right->authority == Authority::Self || by_right->authority == Authority::Substitute ||
                                                 by_right->authority == Authority::Rule);
                if (is_own) {
                    WayUp way{&node, std::move(*there), std::move(*by_right), {}};
                    for (const bpmn::FlowNode* passed = &at; passed; passed = came_from[passed]) {
                        if (is_step(*passed)) way.passed.insert(way.passed.begin(), passed);
                    }
                    return way;
                }
                if (!by_right) not_theirs = by_right.error();
            }
            if (may_be_skipped(node, hindered)) next.push_back(&node);
        }
    }
    if (!target_id.empty() && !not_theirs) {
        return refuse(Rejection::Code::InvalidState, "no way leads from '" + task.element_id + "' to a step '" + target_id + "' over steps of approval alone." +
                                                         (hindered.empty() ? "" : " " + hindered));
    }
    return refuse(Rejection::Code::Forbidden, (target_id.empty() ? std::string("no step that it can be taken up to") : "'" + target_id + "'") +
                                                  " is theirs to decide who asks for it." + (not_theirs ? " " + not_theirs->text : ""));
}

Outcome<Done> Partition::execute(const TakeUpUserTask& command, const Actor* actor) {
    InstanceRows* rows = instance_with_task(command.key);
    const UserTask* task = rows ? rows->user_tasks.find(command.key) : nullptr;
    if (!task || !is_of_tenant(actor, task->tenant_id)) return reject_not_found("TAKE_UP", "take up", "user task", command.key.value);
    if (auto waits = waits_for_resumption(*rows, "TAKE_UP", "take up a user task")) return tl::unexpected(*waits);
    if (!lifecycle::next(task->state, lifecycle::UserTaskEvent::Complete) || rows->elements.find(task->element_instance_key)->life_cycle != ActivityLifeCycle::Active) {
        return reject(Rejection::Code::InvalidState, "Command 'TAKE_UP' rejected with code 'INVALID_STATE': Expected to take up user task with key '" +
                                                         std::to_string(command.key.value) + "', but it is in state '" + std::string(name_of(task->state)) + "'");
    }
    if (actor) {
        if (auto held = held_against(*task, *actor, actor->username)) return tl::unexpected(std::move(*held));
    }
    const auto way = way_up(*rows, *task, command.target_element_id, actor);
    if (!way) return tl::unexpected(way.error());
    const ElementInstance& element = *rows->elements.find(task->element_instance_key);
    for (const bpmn::FlowNode* passed : way->passed) {
        if (!actor) break;
        auto skipped = passed->id == task->element_id ? tl::expected<UserTask, std::string>(*task) : task_ahead(*rows, *task, *passed);
        if (!skipped) return reject(Rejection::Code::InvalidState, skipped.error());
        skipped->key = task->key;  // by which the row came
        const auto whose = deciders_of(*skipped);
        Decided decided;
        decided.outcome = "skipped";
        decided.reason = command.reason;
        decided.target = way->target->id;
        note_decision(*rows, *skipped, {Authority::TakenUp, actor->username, whose.empty() ? "" : whose.front(), way->by_right.substitution, actor->address, ""}, decided);
    }
    ReturnPlan plan;
    plan.scope = element.scope_key;
    plan.lineage = element.lineage;
    plan.ended = {element.key};
    execution_->carry_out(*rows, plan, *way->target);
    run();
    const UserTask* there = newest_task(*rows, way->target->id);
    if (there && actor && way->by_right.authority == Authority::Self) give_to(*rows, there->key, actor->username, "take_up", actor->username);
    return Done{};
}

}  // namespace dandori::engine
