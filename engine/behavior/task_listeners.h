#pragma once
// Changes of a user task, and the listeners that look at each before it is made: those of the model and those for all processes.
// While they do, the task is in a state like ASSIGNING; what will be, and who is still to look, lies in `UserTask::transition`.

#include "engine/behavior/world.h"

namespace dandori::engine {

class Execution;

/// Begins a change: `event` is Creating, Assigning, Updating, Completing or Canceling. Without listeners it is made at once, else when
/// the last is done; who waits for it hears by World::task_change_ended.
///
/// `values` may have: `assignee` (text, null: nobody), `dueDate` and `followUpDate` (milliseconds, null: none), `candidateUsers`,
/// `candidateGroups` (lists of texts), `priority`; `action` and `by` (who asked for it); `variables` (JSON text) and `local`.
void begin_task_change(Execution&, InstanceRows&, UserTaskKey, JobListenerEventType event, feel::Context values);

/// Whether begin_task_change() would have to wait.
bool has_task_listeners(World&, const Executable&, const UserTask&, JobListenerEventType event);

/// A listener to the task is done. Its corrections join `values`; those that look later see them.
void task_listener_done(Execution&, InstanceRows&, UserTaskKey, const feel::Context& corrections);
/// A listener says no: the task is as before.
void deny_task_change(Execution&, InstanceRows&, UserTaskKey, const std::string& reason);
/// What stood in the way of its listeners was resolved: all of the change are told again.
void tell_task_listeners_again(Execution&, InstanceRows&, UserTaskKey);

/// Whether the model names the assignee of a task that is being created.
bool is_assigned_by_model(const UserTask&);
/// The task as it will be, with the action of the change; and the attributes that change, by their wire names.
UserTask task_as_told(const UserTask&);
std::vector<std::string> changed_attributes(const UserTask&);

}  // namespace dandori::engine
