#include <algorithm>

#include "engine/lifecycle/advance.h"
#include "engine/runtime/partition.h"

namespace dandori::engine {
namespace {

using lifecycle::UserTaskEvent;

bool is_candidate(const UserTask& task, const Actor& actor) {
    const auto& users = task.candidate_users;
    if (std::ranges::find(users, actor.username) != users.end()) return true;
    return std::ranges::any_of(task.candidate_groups, [&](const std::string& group) {
        return std::ranges::find(actor.groups, group) != actor.groups.end();
    });
}

/// Whether somebody may work on the task: it is theirs, or it is nobody's and they are a candidate (WS-HumanTask: actual and
/// potential owner).
bool may_work(const UserTask& task, const Actor* actor) {
    if (!actor || actor->is_administrator) return true;
    if (task.assignee) return *task.assignee == actor->username;
    return is_candidate(task, *actor);
}

tl::unexpected<Rejection> forbid(std::string_view doing) {
    return reject(Rejection::Code::Forbidden, "This user task may only be " + std::string(doing) + " by its assignee or, without one, by its candidates.");
}

tl::unexpected<Rejection> wrong_state(std::string_view command, std::string_view doing, const UserTask& task) {
    return reject(Rejection::Code::InvalidState, "Command '" + std::string(command) + "' rejected with code 'INVALID_STATE': Expected to " +
                                                     std::string(doing) + " user task with key '" + std::to_string(task.key.value) +
                                                     "', but it is in state '" + std::string(name_of(task.state)) + "'");
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
    InstanceRows* rows = instance_with(command.key);
    UserTask* task = rows ? rows->user_tasks.change(command.key) : nullptr;
    if (!task) return reject_not_found("ASSIGN", "assign", "user task", command.key.value);
    if (auto waits = waits_for_resumption(*rows, "ASSIGN", "assign a user task")) return tl::unexpected(*waits);
    if (command.assignee.empty()) return reject(Rejection::Code::InvalidArgument, "The assignee is missing.");
    if (actor && !actor->is_administrator) {
        // Who is a candidate takes it over; who has it may hand it to somebody else.
        const bool is_mine = task->assignee == actor->username;
        const bool takes_over = command.assignee == actor->username && is_candidate(*task, *actor);
        if (!is_mine && !takes_over) return forbid("assigned");
    }
    if (task->assignee && *task->assignee != command.assignee && !command.allow_override) {
        return reject(Rejection::Code::InvalidState,
                      "Command 'CLAIM' rejected with code 'INVALID_STATE': Expected to claim user task with key '" +
                          std::to_string(command.key.value) + "', but it has already been assigned");
    }
    if (!lifecycle::next(task->state, UserTaskEvent::Assign)) return wrong_state("ASSIGN", "assign", *task);
    feel::Context values = asked_by(actor, command.action.value_or("assign"));
    values.put("assignee", command.assignee);
    change_task(*rows, command.key, JobListenerEventType::Assigning, std::move(values));
    return Done{};
}

Outcome<Done> Partition::execute(const UnassignUserTask& command, const Actor* actor) {
    InstanceRows* rows = instance_with(command.key);
    UserTask* task = rows ? rows->user_tasks.change(command.key) : nullptr;
    if (!task) return reject_not_found("ASSIGN", "unassign", "user task", command.key.value);
    if (auto waits = waits_for_resumption(*rows, "ASSIGN", "unassign a user task")) return tl::unexpected(*waits);
    if (actor && !actor->is_administrator && task->assignee != actor->username) return forbid("given back");
    if (!lifecycle::next(task->state, UserTaskEvent::Assign)) return wrong_state("ASSIGN", "unassign", *task);
    feel::Context values = asked_by(actor, "unassign");
    values.put("assignee", feel::Value{});
    change_task(*rows, command.key, JobListenerEventType::Assigning, std::move(values));
    return Done{};
}

Outcome<Done> Partition::execute(const UpdateUserTask& command, const Actor* actor) {
    InstanceRows* rows = instance_with(command.key);
    UserTask* task = rows ? rows->user_tasks.change(command.key) : nullptr;
    if (!task) return reject_not_found("UPDATE", "update", "user task", command.key.value);
    if (auto waits = waits_for_resumption(*rows, "UPDATE", "update a user task")) return tl::unexpected(*waits);
    if (!may_work(*task, actor)) return forbid("changed");
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
    InstanceRows* rows = instance_with(command.key);
    UserTask* task = rows ? rows->user_tasks.change(command.key) : nullptr;
    if (!task) return reject_not_found("COMPLETE", "complete", "user task", command.key.value);
    if (auto waits = waits_for_resumption(*rows, "COMPLETE", "complete a user task")) return tl::unexpected(*waits);
    if (!may_work(*task, actor)) return forbid("completed");
    if (!lifecycle::next(task->state, UserTaskEvent::Complete)) return wrong_state("COMPLETE", "complete", *task);
    if (auto read = variables_of(command.variables); !read) return tl::unexpected(read.error());
    feel::Context values = asked_by(actor, command.action.value_or("complete"));
    values.put("variables", command.variables.text);
    change_task(*rows, command.key, JobListenerEventType::Completing, std::move(values));
    return Done{};
}

}  // namespace dandori::engine
