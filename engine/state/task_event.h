#pragma once
// What people and rules did with a user task beside deciding on it: held it, asked about it, widened whose it is.

#include "engine/state/process_instance.h"
#include "engine/state/user_task.h"

namespace dandori::engine {

/// Held, Released: 保留. Widened: an escalation made it the superiors', too. ApproverAdded: one more is asked in an agreement (承認者の追加).
/// Asked, Answered: 相談.
enum class TaskEventKind { Held, Released, Widened, ApproverAdded, Asked, Answered };
template <>
inline constexpr std::string_view names_of<TaskEventKind>[] = {"HELD", "RELEASED", "WIDENED", "APPROVER_ADDED", "ASKED", "ANSWERED"};

using TaskEventKey = Key<struct TaskEvent>;

/// Added once and never changed.
struct TaskEvent {
    TaskEventKey key;
    UserTaskKey user_task_key;
    ProcessInstanceKey process_instance_key;
    std::optional<ProcessInstanceKey> root_process_instance_key;
    std::string process_definition_id;
    std::string tenant_id{"<default>"};
    std::string element_id;
    TaskEventKind kind = TaskEventKind::Held;
    std::optional<std::string> actor;   ///< username; absent: the model
    std::vector<std::string> people;    ///< Asked: usernames; Widened: the groups whose it is, too; ApproverAdded: whose the new task is
    std::string text;                   ///< the reason, question or answer; Widened: whose it was
    std::optional<Instant> until;       ///< Held: the moment at which it ends by itself
    std::optional<TaskEventKey> about;  ///< Answered: the question
    Instant happened_at;

    static constexpr std::string_view table = "task_event";
    static constexpr auto fields() {
        using R = TaskEvent;
        return Fields{field("taskEventKey", &R::key),
                      field("userTaskKey", &R::user_task_key, FieldUse::Indexed),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("rootProcessInstanceKey", &R::root_process_instance_key),
                      field("processDefinitionId", &R::process_definition_id),
                      field("tenantId", &R::tenant_id),
                      field("elementId", &R::element_id),
                      field("kind", &R::kind, FieldUse::Indexed),
                      field("actor", &R::actor),
                      field("people", &R::people),
                      field("text", &R::text),
                      field("until", &R::until),
                      field("about", &R::about),
                      field("happenedAt", &R::happened_at)};
    }
    bool operator==(const TaskEvent&) const = default;
};

}  // namespace dandori::engine
