#pragma once
// Who may do what with which resource: the rows that decide. Names are those of Camunda 8's authorizations.

#include "engine/state/field.h"
#include "engine/state/key.h"

namespace dandori::engine {

/// What is protected.
enum class ResourceType {
    AuditLog, Authorization, Batch, ClusterVariable, Component, DecisionDefinition, DecisionRequirementsDefinition,
    Document, Expression, GlobalListener, Group, MappingRule, Message, ProcessDefinition, Resource, Role, System,
    Tenant, User, UserTask
};
template <>
inline constexpr std::string_view names_of<ResourceType>[] = {
    "AUDIT_LOG", "AUTHORIZATION", "BATCH", "CLUSTER_VARIABLE", "COMPONENT", "DECISION_DEFINITION",
    "DECISION_REQUIREMENTS_DEFINITION", "DOCUMENT", "EXPRESSION", "GLOBAL_LISTENER", "GROUP", "MAPPING_RULE",
    "MESSAGE", "PROCESS_DEFINITION", "RESOURCE", "ROLE", "SYSTEM", "TENANT", "USER", "USER_TASK"};

/// What may be done with it. Which of these mean something for which type, `permissions_of` tells.
enum class Permission {
    Access, CancelProcessInstance, Claim, ClaimUserTask, Complete, CompleteUserTask, Create,
    CreateBatchOperationCancelProcessInstance, CreateBatchOperationDeleteDecisionDefinition,
    CreateBatchOperationDeleteDecisionInstance, CreateBatchOperationDeleteProcessDefinition,
    CreateBatchOperationDeleteProcessInstance, CreateBatchOperationMigrateProcessInstance,
    CreateBatchOperationModifyProcessInstance, CreateBatchOperationResolveIncident, CreateDecisionInstance,
    CreateProcessInstance, CreateTaskListener, Delete, DeleteDecisionInstance, DeleteDrd, DeleteForm, DeleteProcess,
    DeleteProcessInstance, DeleteResource, DeleteTaskListener, Evaluate, ModifyProcessInstance, Read,
    ReadDecisionDefinition, ReadDecisionInstance, ReadJobMetric, ReadProcessDefinition, ReadProcessInstance,
    ReadUsageMetric, ReadUserTask, ReadTaskListener, Update, UpdateProcessInstance, UpdateUserTask, UpdateTaskListener
};
template <>
inline constexpr std::string_view names_of<Permission>[] = {
    "ACCESS", "CANCEL_PROCESS_INSTANCE", "CLAIM", "CLAIM_USER_TASK", "COMPLETE", "COMPLETE_USER_TASK", "CREATE",
    "CREATE_BATCH_OPERATION_CANCEL_PROCESS_INSTANCE", "CREATE_BATCH_OPERATION_DELETE_DECISION_DEFINITION",
    "CREATE_BATCH_OPERATION_DELETE_DECISION_INSTANCE", "CREATE_BATCH_OPERATION_DELETE_PROCESS_DEFINITION",
    "CREATE_BATCH_OPERATION_DELETE_PROCESS_INSTANCE", "CREATE_BATCH_OPERATION_MIGRATE_PROCESS_INSTANCE",
    "CREATE_BATCH_OPERATION_MODIFY_PROCESS_INSTANCE", "CREATE_BATCH_OPERATION_RESOLVE_INCIDENT",
    "CREATE_DECISION_INSTANCE", "CREATE_PROCESS_INSTANCE", "CREATE_TASK_LISTENER", "DELETE",
    "DELETE_DECISION_INSTANCE", "DELETE_DRD", "DELETE_FORM", "DELETE_PROCESS", "DELETE_PROCESS_INSTANCE",
    "DELETE_RESOURCE", "DELETE_TASK_LISTENER", "EVALUATE", "MODIFY_PROCESS_INSTANCE", "READ",
    "READ_DECISION_DEFINITION", "READ_DECISION_INSTANCE", "READ_JOB_METRIC", "READ_PROCESS_DEFINITION",
    "READ_PROCESS_INSTANCE", "READ_USAGE_METRIC", "READ_USER_TASK", "READ_TASK_LISTENER", "UPDATE",
    "UPDATE_PROCESS_INSTANCE", "UPDATE_USER_TASK", "UPDATE_TASK_LISTENER"};

/// The permissions that mean something for a type of resource.
std::vector<Permission> permissions_of(ResourceType);

/// To whom an authorization is given.
enum class OwnerType { User, Client, Role, Group, MappingRule, Unspecified };
template <>
inline constexpr std::string_view names_of<OwnerType>[] = {"USER", "CLIENT", "ROLE", "GROUP", "MAPPING_RULE", "UNSPECIFIED"};

/// Every resource of its type.
inline constexpr std::string_view any_resource = "*";

/// Permissions for one resource (by its id, `*` for all of the type), or for those whose named property fits the person.
///
/// Properties: of user tasks `assignee`, `candidateUsers`, `candidateGroups` as in Camunda 8, and ours `completedBy`; of
/// processes ours `startedBy` (instances that the person started), `participant` (instances with such a user task of theirs) and
/// `starters` (processes whose property `case.starters` names a group of theirs, or which have none).
struct Authorization {
    AuthorizationKey key;
    std::string owner_id;
    OwnerType owner_type = OwnerType::Unspecified;
    ResourceType resource_type = ResourceType::Resource;
    std::optional<std::string> resource_id;
    std::optional<std::string> resource_property;
    std::vector<std::string> permissions;  ///< wire names of Permission

    static constexpr std::string_view table = "authorization_grant";
    static constexpr auto fields() {
        using R = Authorization;
        return Fields{field("authorizationKey", &R::key),
                      field("ownerId", &R::owner_id, FieldUse::Indexed),
                      field("ownerType", &R::owner_type),
                      field("resourceType", &R::resource_type),
                      field("resourceId", &R::resource_id),
                      field("resourcePropertyName", &R::resource_property),
                      field("permissionTypes", &R::permissions)};
    }
    bool operator==(const Authorization&) const = default;
};

}  // namespace dandori::engine
