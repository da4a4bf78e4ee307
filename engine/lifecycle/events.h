#pragma once
// What happens to the life cycles. `next` is the only way to a new state; where it gives none, the event can't happen there.

#include <optional>

#include "engine/state/rows.h"

namespace dandori::engine::lifecycle {

/// BPMN 2.0.2, 13.3.2 and figure 13.2. Complete: its work is done; Completed: what follows (output mappings) is done, too.
enum class ActivityEvent { Activate, Withdraw, Complete, Completed, Fail, Failed, Terminate, Terminated, Compensate, Compensated };
std::optional<ActivityLifeCycle> next(ActivityLifeCycle, ActivityEvent);

/// BPMN 2.0.2, 13.2. A process instance that can't go on stays active and has an incident.
enum class ProcessEvent { Complete, Completed, Terminate, Terminated, Suspend, Resume };
std::optional<ProcessLifeCycle> next(ProcessLifeCycle, ProcessEvent);

/// WS-HumanTask 4.10 under Camunda 8's names. A gerund state lasts while listeners look at the change; Deny ends it without one.
enum class UserTaskEvent { Created, Assign, Assigned, Update, Updated, Complete, Completed, Cancel, Canceled, Deny, Fail };
std::optional<UserTaskState> next(UserTaskState, UserTaskEvent);

/// Camunda 8 REST API v2, JobStateEnum. TimeOut: the worker's time is over; Retry: retries were given again.
enum class JobEvent { Activate, TimeOut, Complete, ThrowError, Fail, FailForGood, Cancel, Retry, ErrorCaught, ErrorUncaught };
std::optional<JobState> next(JobState, JobEvent);

enum class TimerEvent { Trigger, Cancel };
std::optional<TimerState> next(TimerState, TimerEvent);

enum class IncidentEvent { Resolve };
std::optional<IncidentState> next(IncidentState, IncidentEvent);

/// Correlate: a message met it; Delete: what waited for it waits no more.
enum class MessageSubscriptionEvent { Correlate, Delete };
std::optional<MessageSubscriptionState> next(MessageSubscriptionState, MessageSubscriptionEvent);

/// Assign: a person gave a mail of the tray to a case. TryAgain keeps it pending.
enum class MailEvent { Assign, Send, TryAgain, Fail };
std::optional<MailState> next(MailState, MailEvent);

/// Finish: every item was tried; FinishWithFailures: not all of them went well.
enum class BatchOperationEvent { Start, Suspend, Resume, Cancel, Finish, FinishWithFailures };
std::optional<BatchOperationState> next(BatchOperationState, BatchOperationEvent);

enum class BatchOperationItemEvent { Complete, Skip, Cancel, Fail };
std::optional<BatchOperationItemState> next(BatchOperationItemState, BatchOperationItemEvent);

}  // namespace dandori::engine::lifecycle

namespace dandori::engine {

template <>
inline constexpr std::string_view names_of<lifecycle::ActivityEvent>[] = {
    "Activate", "Withdraw", "Complete", "Completed", "Fail", "Failed", "Terminate", "Terminated", "Compensate", "Compensated"};
template <>
inline constexpr std::string_view names_of<lifecycle::ProcessEvent>[] = {"Complete",   "Completed", "Terminate",
                                                                         "Terminated", "Suspend",   "Resume"};
template <>
inline constexpr std::string_view names_of<lifecycle::UserTaskEvent>[] = {
    "Created", "Assign", "Assigned", "Update", "Updated", "Complete", "Completed", "Cancel", "Canceled", "Deny", "Fail"};
template <>
inline constexpr std::string_view names_of<lifecycle::JobEvent>[] = {
    "Activate", "TimeOut", "Complete", "ThrowError", "Fail", "FailForGood", "Cancel", "Retry", "ErrorCaught", "ErrorUncaught"};
template <>
inline constexpr std::string_view names_of<lifecycle::TimerEvent>[] = {"Trigger", "Cancel"};
template <>
inline constexpr std::string_view names_of<lifecycle::IncidentEvent>[] = {"Resolve"};
template <>
inline constexpr std::string_view names_of<lifecycle::MessageSubscriptionEvent>[] = {"Correlate", "Delete"};
template <>
inline constexpr std::string_view names_of<lifecycle::MailEvent>[] = {"Assign", "Send", "TryAgain", "Fail"};
template <>
inline constexpr std::string_view names_of<lifecycle::BatchOperationEvent>[] = {
    "Start", "Suspend", "Resume", "Cancel", "Finish", "FinishWithFailures"};
template <>
inline constexpr std::string_view names_of<lifecycle::BatchOperationItemEvent>[] = {"Complete", "Skip", "Cancel", "Fail"};

}  // namespace dandori::engine
