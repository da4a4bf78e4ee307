// Changes of user tasks that wait for listeners, what the listeners say, and those that listen to all processes.

#include <algorithm>

#include "engine/behavior/task_listeners.h"
#include "engine/lifecycle/advance.h"
#include "engine/port/all_rows.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/rights.h"

namespace dandori::engine {
namespace {

constexpr std::string_view listened_to[] = {"all", "creating", "assigning", "updating", "completing", "canceling"};

feel::Value time_or_null_of(const std::optional<Instant>& time) { return time ? feel::Value(time->milliseconds) : feel::Value{}; }

feel::Context corrections_of(const TaskListenerResult& result) {
    feel::Context corrections;
    const auto texts = [](const std::vector<std::string>& list) { return feel::Value(feel::List(list.begin(), list.end())); };
    if (result.assignee) corrections.put("assignee", result.assignee->empty() ? feel::Value{} : feel::Value(*result.assignee));
    if (result.due_date) corrections.put("dueDate", time_or_null_of(*result.due_date));
    if (result.follow_up_date) corrections.put("followUpDate", time_or_null_of(*result.follow_up_date));
    if (result.candidate_users) corrections.put("candidateUsers", texts(*result.candidate_users));
    if (result.candidate_groups) corrections.put("candidateGroups", texts(*result.candidate_groups));
    if (result.priority) corrections.put("priority", static_cast<std::int64_t>(*result.priority));
    return corrections;
}

}  // namespace

void Partition::change_task(InstanceRows& rows, UserTaskKey key, JobListenerEventType event, feel::Context values) {
    begin_task_change(*execution_, rows, key, event, std::move(values));
    const UserTask* task = rows.user_tasks.find(key);
    if (!task || task->state == UserTaskState::Created) return;  // it was made at once
    begun_change_ = key;
    awaited_changes_.insert(key);
}

std::optional<Outcome<Done>> Partition::take_ended_change(UserTaskKey key) {
    const auto found = ended_changes_.find(key);
    if (found == ended_changes_.end()) return {};
    Outcome<Done> outcome = std::move(found->second);
    ended_changes_.erase(found);
    return outcome;
}

void Partition::forget_change(UserTaskKey key) {
    awaited_changes_.erase(key);
    ended_changes_.erase(key);
}

void Partition::task_change_ended(UserTaskKey task, const std::optional<std::string>& refusal) {
    if (awaited_changes_.erase(task) == 0) return;
    Outcome<Done> outcome = Done{};
    if (refusal) {
        outcome = reject(Rejection::Code::InvalidState, "The change of the user task with key '" + std::to_string(task.value) +
                                                            "' was not made: " + *refusal + ".");
    }
    ended_changes_.insert_or_assign(task, std::move(outcome));
}

Outcome<Done> Partition::check_task_listener(const Job& job, const UserTask& task, const TaskListenerResult& result) const {
    const std::string listener = "The " + std::string(name_of(job.listener_event_type)) + " listener '" + job.type + "' ";
    const bool asked_for = job.listener_event_type != JobListenerEventType::Creating && job.listener_event_type != JobListenerEventType::Canceling;
    if (result.is_denied && !asked_for) {
        return reject(Rejection::Code::InvalidArgument, listener + "can't deny: only ASSIGNING, UPDATING and COMPLETING are asked for by somebody.");
    }
    if (result.is_denied && !corrections_of(result).empty()) {
        return reject(Rejection::Code::InvalidArgument, listener + "denies and corrects. Leave out the corrections or 'denied'.");
    }
    if (result.denied_reason && !result.is_denied) {
        return reject(Rejection::Code::InvalidArgument, listener + "gives a 'deniedReason' without 'denied'.");
    }
    if (result.priority && (*result.priority < 0 || *result.priority > 100)) {
        return reject(Rejection::Code::InvalidArgument, "The priority must be from 0 to 100; it is " + std::to_string(*result.priority) + ".");
    }
    if (job.listener_event_type == JobListenerEventType::Creating && result.assignee && is_assigned_by_model(task)) {
        return reject(Rejection::Code::InvalidArgument, listener + "corrects the assignee, whom the model has named. Correct it when ASSIGNING.");
    }
    return Done{};
}

Outcome<Done> Partition::complete_task_listener(InstanceRows& rows, JobKey key, const TaskListenerResult& result) {
    Job& job = *rows.jobs.change(key);
    const auto tasks = rows.user_tasks.keys_of(scope_of(job.element_instance_key));
    if (tasks.empty()) return reject_not_found("COMPLETE", "complete", "job", key.value);
    if (auto checked = check_task_listener(job, *rows.user_tasks.find(tasks.front()), result); !checked) return checked;
    job.is_denied = result.is_denied;
    job.denied_reason = result.denied_reason;
    finish_job(rows, key);
    if (result.is_denied) deny_task_change(*execution_, rows, tasks.front(), result.denied_reason.value_or(""));
    else task_listener_done(*execution_, rows, tasks.front(), corrections_of(result));
    return Done{};
}

void Partition::load_global_listeners() {
    global_listeners_.clear();
    for_all_rows<GlobalListener>(store_, {}, [&](GlobalListener row) { global_listeners_.push_back(std::move(row)); });
    sort_global_listeners();
}

void Partition::sort_global_listeners() {
    std::ranges::sort(global_listeners_, [](const GlobalListener& a, const GlobalListener& b) {
        return a.priority != b.priority ? a.priority > b.priority : a.id < b.id;
    });
}

Outcome<GlobalListener> Partition::execute(const PutGlobalListener& command, const Actor* actor) {
    const Permission permission = command.must_be_new ? Permission::CreateTaskListener : Permission::UpdateTaskListener;
    if (!may(actor, ResourceType::GlobalListener, permission, any_resource))
        return tl::unexpected(insufficient(permission, ResourceType::GlobalListener));
    const GlobalListener& row = command.listener;
    if (row.id.empty()) return reject(Rejection::Code::InvalidArgument, "The id of the global listener is missing.");
    if (row.type.empty()) return reject(Rejection::Code::InvalidArgument, "The type of the global listener's jobs is missing.");
    if (row.retries < 1) return reject(Rejection::Code::InvalidArgument, "The retries must be at least 1; they are " + std::to_string(row.retries) + ".");
    if (row.event_types.empty()) return reject(Rejection::Code::InvalidArgument, "The event types of the global listener are missing.");
    for (const std::string& type : row.event_types) {
        if (std::ranges::find(listened_to, type) == std::end(listened_to)) {
            return reject(Rejection::Code::InvalidArgument, "There is no event type '" + type + "'; all, creating, assigning, updating, completing and canceling are known.");
        }
    }
    const auto found = std::ranges::find(global_listeners_, row.id, &GlobalListener::id);
    const bool is_new = found == global_listeners_.end();
    if (is_new && !command.must_be_new) return reject(Rejection::Code::NotFound, "There is no global listener '" + row.id + "'.");
    if (!is_new && command.must_be_new) return reject(Rejection::Code::AlreadyExists, "There is a global listener '" + row.id + "' already.");
    if (is_new) global_listeners_.push_back(row);
    else *found = row;
    sort_global_listeners();
    changed_global_listeners_.put(row);
    return row;
}

Outcome<Done> Partition::execute(const DeleteGlobalListener& command, const Actor* actor) {
    if (!may(actor, ResourceType::GlobalListener, Permission::DeleteTaskListener, any_resource))
        return tl::unexpected(insufficient(Permission::DeleteTaskListener, ResourceType::GlobalListener));
    if (std::erase_if(global_listeners_, [&](const GlobalListener& row) { return row.id == command.id; }) == 0) {
        return reject(Rejection::Code::NotFound, "There is no global listener '" + command.id + "'.");
    }
    changed_global_listeners_.remove(command.id);
    return Done{};
}

}  // namespace dandori::engine
