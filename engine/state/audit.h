#pragma once
// Who changed what: one row a command, each sealed together with the one before it.

#include "engine/state/field.h"
#include "engine/state/key.h"

namespace dandori::engine {

enum class AuditEntityType {
    Authorization, Batch, Decision, Group, Incident, Job, MappingRule, ProcessInstance, Resource, Role, Tenant, User, UserTask,
    Variable, Client
};
template <>
inline constexpr std::string_view names_of<AuditEntityType>[] = {
    "AUTHORIZATION", "BATCH", "DECISION", "GROUP", "INCIDENT", "JOB", "MAPPING_RULE", "PROCESS_INSTANCE",
    "RESOURCE", "ROLE", "TENANT", "USER", "USER_TASK", "VARIABLE", "CLIENT"};

enum class AuditOperation {
    Assign, Cancel, Complete, Create, Delete, Evaluate, Migrate, Modify, Resolve, Resume, Suspend, Unassign, Unknown, Update
};
template <>
inline constexpr std::string_view names_of<AuditOperation>[] = {"ASSIGN", "CANCEL", "COMPLETE", "CREATE", "DELETE",
                                                                "EVALUATE", "MIGRATE", "MODIFY", "RESOLVE", "RESUME",
                                                                "SUSPEND", "UNASSIGN", "UNKNOWN", "UPDATE"};

enum class AuditActorType { Anonymous, Client, Unknown, User };
template <>
inline constexpr std::string_view names_of<AuditActorType>[] = {"ANONYMOUS", "CLIENT", "UNKNOWN", "USER"};

enum class AuditResult { Fail, Success };
template <>
inline constexpr std::string_view names_of<AuditResult>[] = {"FAIL", "SUCCESS"};

enum class AuditCategory { Admin, DeployedResources, UserTasks };
template <>
inline constexpr std::string_view names_of<AuditCategory>[] = {"ADMIN", "DEPLOYED_RESOURCES", "USER_TASKS"};

/// One change. What it means is in the fields of the API; what makes it proof are the last ones.
struct AuditEntry {
    AuditLogKey key;
    std::string entity_key;
    AuditEntityType entity_type = AuditEntityType::Resource;
    AuditOperation operation = AuditOperation::Unknown;
    Instant timestamp;
    std::optional<std::string> actor_id;
    std::optional<AuditActorType> actor_type;
    std::optional<std::string> tenant_id;
    AuditResult result = AuditResult::Success;
    AuditCategory category = AuditCategory::Admin;
    std::optional<std::string> process_definition_id;
    std::optional<ProcessDefinitionKey> process_definition_key;
    std::optional<ProcessInstanceKey> process_instance_key;
    std::optional<ProcessInstanceKey> root_process_instance_key;
    std::optional<ElementInstanceKey> element_instance_key;
    std::optional<JobKey> job_key;
    std::optional<UserTaskKey> user_task_key;
    std::optional<DeploymentKey> deployment_key;
    std::optional<std::string> related_entity_key;
    std::optional<AuditEntityType> related_entity_type;
    std::optional<std::string> entity_description;
    std::string address;     ///< where the request came from
    Json changes;            ///< of each changed field its value before and after
    std::string text;        ///< why it was refused
    std::string previous_hash;
    std::string hash;  ///< SHA-256 in hexadecimal over the hash before and all other fields

    static constexpr std::string_view table = "audit_log";
    static constexpr auto fields() {
        using R = AuditEntry;
        return Fields{field("auditLogKey", &R::key),
                      field("entityKey", &R::entity_key, FieldUse::Indexed),
                      field("entityType", &R::entity_type),
                      field("operationType", &R::operation),
                      field("timestamp", &R::timestamp, FieldUse::Indexed),
                      field("actorId", &R::actor_id, FieldUse::Indexed),
                      field("actorType", &R::actor_type),
                      field("tenantId", &R::tenant_id),
                      field("result", &R::result),
                      field("category", &R::category),
                      field("processDefinitionId", &R::process_definition_id),
                      field("processDefinitionKey", &R::process_definition_key),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("rootProcessInstanceKey", &R::root_process_instance_key),
                      field("elementInstanceKey", &R::element_instance_key),
                      field("jobKey", &R::job_key),
                      field("userTaskKey", &R::user_task_key, FieldUse::Indexed),
                      field("deploymentKey", &R::deployment_key),
                      field("relatedEntityKey", &R::related_entity_key),
                      field("relatedEntityType", &R::related_entity_type),
                      field("entityDescription", &R::entity_description),
                      field("address", &R::address, FieldUse::Internal),
                      field("changes", &R::changes, FieldUse::Internal),
                      field("text", &R::text, FieldUse::Internal),
                      field("previousHash", &R::previous_hash, FieldUse::Internal),
                      field("hash", &R::hash, FieldUse::Internal)};
    }
    bool operator==(const AuditEntry&) const = default;
};

}  // namespace dandori::engine
