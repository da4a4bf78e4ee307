#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// States of a user task (Camunda 8 REST API v2, UserTaskStateEnum; WS-HumanTask 4.10's life cycle underneath).
/// Moved only by engine/lifecycle/user_task.h.
enum class UserTaskState { Creating, Created, Assigning, Updating, Completing, Completed, Canceling, Canceled, Failed };
template <>
inline constexpr std::string_view names_of<UserTaskState>[] = {
    "CREATING", "CREATED", "ASSIGNING", "UPDATING", "COMPLETING", "COMPLETED", "CANCELING", "CANCELED", "FAILED"};

/// Work for a person.
struct UserTask {
    UserTaskKey key;
    std::optional<std::string> name;
    UserTaskState state = UserTaskState::Creating;
    std::optional<std::string> assignee;
    std::string element_id;
    std::vector<std::string> candidate_groups;
    std::vector<std::string> candidate_users;
    std::string process_definition_id;
    Instant creation_date;
    std::optional<Instant> completion_date;
    std::optional<Instant> follow_up_date;
    std::optional<Instant> due_date;
    std::string tenant_id{"<default>"};
    std::optional<std::string> external_form_reference;
    std::int32_t process_definition_version = 1;
    Json custom_headers;
    std::int32_t priority = 50;
    ElementInstanceKey element_instance_key;
    std::optional<std::string> process_name;
    ProcessDefinitionKey process_definition_key;
    ProcessInstanceKey process_instance_key;
    std::optional<ProcessInstanceKey> root_process_instance_key;
    std::optional<FormKey> form_key;
    std::vector<std::string> tags;

    std::optional<std::string> completed_by;  ///< username of who completed it
    std::optional<std::string> action;        ///< the `action` text of the last command on it
    std::optional<Instant> assigned_at;       ///< when it was last given to somebody or given back by a command
    std::optional<std::string> assigned_by;   ///< username of who did
    Json answer;                              ///< the variables it was completed with: what was decided, in whose words
    Json reckoning;                           ///< `{"periods": [..]}`: how the due date of the model was counted, where a calendar did
    std::optional<std::string> held_by;       ///< username of who has put it on hold (保留)
    std::optional<Instant> held_until;        ///< when that ends by itself; absent with `held_by`: somebody ends it
    Json transition;                          ///< what listeners look at now, and who is still to look: see behavior/task_listeners.h

    /// Whether it is on hold: nobody else acts on it.
    bool is_held_at(Instant now) const { return held_by && (!held_until || now < *held_until); }

    static constexpr std::string_view table = "user_task";
    static constexpr auto fields() {
        using R = UserTask;
        return Fields{field("userTaskKey", &R::key),
                      field("name", &R::name),
                      field("state", &R::state, FieldUse::Indexed),
                      field("assignee", &R::assignee, FieldUse::Indexed),
                      field("elementId", &R::element_id),
                      field("candidateGroups", &R::candidate_groups),
                      field("candidateUsers", &R::candidate_users),
                      field("processDefinitionId", &R::process_definition_id),
                      field("creationDate", &R::creation_date),
                      field("completionDate", &R::completion_date, FieldUse::Indexed),
                      field("followUpDate", &R::follow_up_date),
                      field("dueDate", &R::due_date, FieldUse::Indexed),
                      field("tenantId", &R::tenant_id),
                      field("externalFormReference", &R::external_form_reference),
                      field("processDefinitionVersion", &R::process_definition_version),
                      field("customHeaders", &R::custom_headers),
                      field("priority", &R::priority),
                      field("elementInstanceKey", &R::element_instance_key),
                      field("processName", &R::process_name),
                      field("processDefinitionKey", &R::process_definition_key),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("rootProcessInstanceKey", &R::root_process_instance_key),
                      field("formKey", &R::form_key),
                      field("tags", &R::tags),
                      field("completedBy", &R::completed_by, FieldUse::Internal),
                      field("action", &R::action, FieldUse::Internal),
                      field("assignedAt", &R::assigned_at, FieldUse::Internal),
                      field("assignedBy", &R::assigned_by, FieldUse::Internal),
                      field("answer", &R::answer, FieldUse::Internal),
                      field("reckoning", &R::reckoning, FieldUse::Internal),
                      field("heldBy", &R::held_by, FieldUse::Internal),
                      field("heldUntil", &R::held_until, FieldUse::Internal),
                      field("transition", &R::transition, FieldUse::Internal)};
    }
    bool operator==(const UserTask&) const = default;
};

}  // namespace dandori::engine
