#include <algorithm>

#include "engine/behavior/compensation.h"
#include "engine/lifecycle/advance.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/returns.h"

namespace dandori::engine {
namespace {

using lifecycle::UserTaskEvent;

tl::unexpected<Rejection> forbid(std::string_view doing) {
    return reject(Rejection::Code::Forbidden, "This user task may only be " + std::string(doing) + " by its assignee or, without one, by its candidates,"
                                                " or by whose authorizations say so.");
}

tl::unexpected<Rejection> wrong_state(std::string_view command, std::string_view doing, const UserTask& task) {
    return reject(Rejection::Code::InvalidState, "Command '" + std::string(command) + "' rejected with code 'INVALID_STATE': Expected to " +
                                                     std::string(doing) + " user task with key '" + std::to_string(task.key.value) +
                                                     "', but it is in state '" + std::string(name_of(task.state)) + "'");
}

/// A rejection while what a return passes over is being undone.
std::optional<Rejection> rejected_while_returning(const InstanceRows& rows, const UserTask& task) {
    const auto goal = returning(*rows.elements.find(task.element_instance_key));
    if (!goal) return {};
    return Rejection{Rejection::Code::InvalidState, "The user task with key '" + std::to_string(task.key.value) + "' returns to '" +
                                                        goal->target_id + "' as soon as what lies on the way has been undone."};
}

feel::Context asked_by(const Actor* actor, std::string action) {
    feel::Context values;
    values.put("action", std::move(action));
    if (actor) values.put("by", actor->username);
    return values;
}

feel::Value list_of(const std::vector<std::string>& texts) { return feel::List(texts.begin(), texts.end()); }

feel::Value time_or_null(const std::optional<Instant>& time) { return time ? feel::Value(time->milliseconds) : feel::Value{}; }

}  // namespace

Outcome<Done> Partition::execute(const AssignUserTask& command, const Actor* actor) {
    InstanceRows* rows = instance_with_task(command.key);
    UserTask* task = rows ? rows->user_tasks.change(command.key) : nullptr;
    if (!task || !is_of_tenant(actor, task->tenant_id)) return reject_not_found("ASSIGN", "assign", "user task", command.key.value);
    if (auto waits = waits_for_resumption(*rows, "ASSIGN", "assign a user task")) return tl::unexpected(*waits);
    if (command.assignee.empty()) return reject(Rejection::Code::InvalidArgument, "The assignee is missing.");
    // Who may claim it takes it; who may update it hands it to somebody else. A candidate takes it over from another one.
    const bool is_for_oneself = actor && command.assignee == actor->username;
    const bool takes_over = is_for_oneself && is_candidate(*task, *actor) &&
                            actor->grants.allow_some(ResourceType::UserTask, Permission::Claim);
    const bool is_permitted = takes_over || may(actor, *task, Permission::Update, Permission::UpdateUserTask) ||
                              (is_for_oneself && may(actor, *task, Permission::Claim, Permission::ClaimUserTask));
    if (!is_permitted) return forbid("assigned");
    const bool is_given_by_others = may(actor, *task, Permission::Update, Permission::UpdateUserTask);
    if (!is_given_by_others) {
        if (auto held = held_against(*task, *actor, actor->username)) return tl::unexpected(std::move(*held));
    }
    if (task->assignee && *task->assignee != command.assignee && !command.allow_override) {
        return reject(Rejection::Code::InvalidState,
                      "Command 'CLAIM' rejected with code 'INVALID_STATE': Expected to claim user task with key '" +
                          std::to_string(command.key.value) + "', but it has already been assigned");
    }
    if (!lifecycle::next(task->state, UserTaskEvent::Assign)) return wrong_state("ASSIGN", "assign", *task);
    if (task->held_by && *task->held_by != command.assignee) end_hold(*task, actor);
    feel::Context values = asked_by(actor, command.action.value_or("assign"));
    values.put("assignee", command.assignee);
    change_task(*rows, command.key, JobListenerEventType::Assigning, std::move(values));
    return Done{};
}

Outcome<Done> Partition::execute(const UnassignUserTask& command, const Actor* actor) {
    InstanceRows* rows = instance_with_task(command.key);
    UserTask* task = rows ? rows->user_tasks.change(command.key) : nullptr;
    if (!task || !is_of_tenant(actor, task->tenant_id)) return reject_not_found("ASSIGN", "unassign", "user task", command.key.value);
    if (auto waits = waits_for_resumption(*rows, "ASSIGN", "unassign a user task")) return tl::unexpected(*waits);
    if (!may(actor, *task, Permission::Update, Permission::UpdateUserTask)) return forbid("given back");
    if (!lifecycle::next(task->state, UserTaskEvent::Assign)) return wrong_state("ASSIGN", "unassign", *task);
    feel::Context values = asked_by(actor, "unassign");
    values.put("assignee", feel::Value{});
    change_task(*rows, command.key, JobListenerEventType::Assigning, std::move(values));
    return Done{};
}

Outcome<Done> Partition::execute(const UpdateUserTask& command, const Actor* actor) {
    InstanceRows* rows = instance_with_task(command.key);
    UserTask* task = rows ? rows->user_tasks.change(command.key) : nullptr;
    if (!task || !is_of_tenant(actor, task->tenant_id)) return reject_not_found("UPDATE", "update", "user task", command.key.value);
    if (auto waits = waits_for_resumption(*rows, "UPDATE", "update a user task")) return tl::unexpected(*waits);
    if (!may(actor, *task, Permission::Update, Permission::UpdateUserTask)) return forbid("changed");
    if (command.priority && (*command.priority < 0 || *command.priority > 100)) {
        return reject(Rejection::Code::InvalidArgument, "The priority must be from 0 to 100; it is " + std::to_string(*command.priority) + ".");
    }
    if (!lifecycle::next(task->state, UserTaskEvent::Update)) return wrong_state("UPDATE", "update", *task);
    feel::Context values = asked_by(actor, command.action.value_or("update"));
    if (command.due_date) values.put("dueDate", time_or_null(*command.due_date));
    if (command.follow_up_date) values.put("followUpDate", time_or_null(*command.follow_up_date));
    if (command.candidate_users) values.put("candidateUsers", list_of(*command.candidate_users));
    if (command.candidate_groups) values.put("candidateGroups", list_of(*command.candidate_groups));
    if (command.priority) values.put("priority", static_cast<std::int64_t>(*command.priority));
    change_task(*rows, command.key, JobListenerEventType::Updating, std::move(values));
    return Done{};
}

Outcome<Done> Partition::execute(const CompleteUserTask& command, const Actor* actor) {
    InstanceRows* rows = instance_with_task(command.key);
    UserTask* task = rows ? rows->user_tasks.change(command.key) : nullptr;
    if (!task || !is_of_tenant(actor, task->tenant_id)) return reject_not_found("COMPLETE", "complete", "user task", command.key.value);
    if (auto waits = waits_for_resumption(*rows, "COMPLETE", "complete a user task")) return tl::unexpected(*waits);
    const auto by_right = command.proxy ? standing_of_proxy(*command.proxy, actor, *rows, *task) : standing(actor, *rows, *task, "completed");
    if (!by_right) return tl::unexpected(by_right.error());
    if (!lifecycle::next(task->state, UserTaskEvent::Complete)) return wrong_state("COMPLETE", "complete", *task);
    if (auto returns = rejected_while_returning(*rows, *task)) return tl::unexpected(*returns);
    const auto read = variables_of(command.variables);
    if (!read) return tl::unexpected(read.error());
    const std::string cancels = bpmn::property_of(model_of(*task), "approval.cancels");
    const feel::Value* outcome = read->as_context().find("outcome");
    if (command.in_bulk) {
        if (auto hindered = hindrance_in_bulk(*task, outcome && outcome->is_string() ? outcome->as_string() : "none")) return tl::unexpected(std::move(*hindered));
        if (document_version(*rows, *task) != command.in_bulk->document_version) {
            return reject(Rejection::Code::InvalidState, "The case has changed since '" + task->element_id + "' was seen: what was seen is not what would be decided on. Open it.");
        }
    }
    if (!cancels.empty() && outcome && outcome->is_string() && is_approval(outcome->as_string()) &&
        !case_to_cancel(store_, *rows, scope_of(task->element_instance_key), cancels)) {
        return reject(Rejection::Code::InvalidState, "'" + task->element_id + "' can't cancel: '" + cancels + "' names no case. Return it, so that the number is put right.");
    }
    feel::Context values = asked_by(actor, command.action.value_or("complete"));
    values.put("variables", command.variables.text);
    if (actor) values.put("standing", feel::Value(told_in_change(*by_right)));
    change_task(*rows, command.key, JobListenerEventType::Completing, std::move(values));
    return Done{};
}

Outcome<Done> Partition::execute(const ReturnUserTask& command, const Actor* actor) {
    InstanceRows* rows = instance_with_task(command.key);
    const UserTask* task = rows ? rows->user_tasks.find(command.key) : nullptr;
    if (!task || !is_of_tenant(actor, task->tenant_id)) return reject_not_found("RETURN", "return", "user task", command.key.value);
    if (auto waits = waits_for_resumption(*rows, "RETURN", "return a user task")) return tl::unexpected(*waits);
    const auto by_right = standing(actor, *rows, *task, "returned");
    if (!by_right) return tl::unexpected(by_right.error());
    if (!lifecycle::next(task->state, UserTaskEvent::Complete)) return wrong_state("RETURN", "return", *task);
    const ElementInstanceKey element = task->element_instance_key;
    if (auto returns = rejected_while_returning(*rows, *task)) return tl::unexpected(*returns);
    if (is_blank(command.reason)) {
        return reject(Rejection::Code::InvalidArgument, "A return needs a reason: say in 'reason' what is to be mended.");
    }
    auto variables = variables_of(command.variables);
    if (!variables) return tl::unexpected(variables.error());
    const auto refuse = [&](const std::string& why) {
        return reject(Rejection::Code::InvalidState,
                      "Command 'RETURN' rejected with code 'INVALID_STATE': Expected to return user task with key '" +
                          std::to_string(command.key.value) + "' to '" + command.target_element_id + "', but " + why);
    };
    const auto way = way_back(*rows, element, command.target_element_id);
    if (!way) return refuse(way.error());
    if (command.resumes_here) {
        if (auto why = no_way_straight_back(*rows, element, *way)) return refuse("it can't come straight back: " + *why);
    }
    feel::Context values = variables->as_context();
    values.put("outcome", "returned");
    values.put("returnReason", command.reason);
    if (actor) {
        Decided decided;
        decided.outcome = "returned";
        decided.reason = command.reason;
        // What comes straight back passes only the target again.
        const std::vector<ElementInstanceKey> again{way->plan.last_run};
        decided.passed = command.resumes_here ? &again : &way->plan.passed;
        decided.target = command.target_element_id;
        note_decision(*rows, *task, *by_right, decided);
    }
    const std::string resuming = task->element_id;
    Step step = execution_->step_of(*rows, element);
    const bool undoes = !way->leaves_called && begin_undoing(step, way->plan.passed, command.target_element_id, values);
    if (!undoes) go_back(*way, values);
    if (command.resumes_here) come_back_from(*way->rows, way->target->id, resuming);
    return Done{};
}

}  // namespace dandori::engine
