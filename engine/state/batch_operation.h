#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// What a batch operation does to each of its items (Camunda 8 REST API v2, BatchOperationTypeEnum; the last two are ours,
/// named alike).
enum class BatchOperationType {
    AddVariable, CancelProcessInstance, DeleteDecisionDefinition, DeleteDecisionInstance, DeleteProcessDefinition,
    DeleteProcessInstance, MigrateProcessInstance, ModifyProcessInstance, ResolveIncident, UpdateVariable,
    SuspendProcessInstance, ResumeProcessInstance
};
template <>
inline constexpr std::string_view names_of<BatchOperationType>[] = {
    "ADD_VARIABLE", "CANCEL_PROCESS_INSTANCE", "DELETE_DECISION_DEFINITION", "DELETE_DECISION_INSTANCE",
    "DELETE_PROCESS_DEFINITION", "DELETE_PROCESS_INSTANCE", "MIGRATE_PROCESS_INSTANCE", "MODIFY_PROCESS_INSTANCE",
    "RESOLVE_INCIDENT", "UPDATE_VARIABLE", "SUSPEND_PROCESS_INSTANCE", "RESUME_PROCESS_INSTANCE"};

/// Moved only by engine/lifecycle/batch_operation.cpp. PartiallyCompleted: all items were tried and some failed.
enum class BatchOperationState { Active, Canceled, Completed, Created, Failed, PartiallyCompleted, Suspended };
template <>
inline constexpr std::string_view names_of<BatchOperationState>[] = {
    "ACTIVE", "CANCELED", "COMPLETED", "CREATED", "FAILED", "PARTIALLY_COMPLETED", "SUSPENDED"};

/// Moved only by engine/lifecycle/batch_operation_item.cpp. Skipped: there was nothing left to do when its turn came.
enum class BatchOperationItemState { Active, Completed, Skipped, Canceled, Failed };
template <>
inline constexpr std::string_view names_of<BatchOperationItemState>[] = {"ACTIVE", "COMPLETED", "SKIPPED", "CANCELED",
                                                                                "FAILED"};

enum class ActorType { Anonymous, Client, Unknown, User };
template <>
inline constexpr std::string_view names_of<ActorType>[] = {"ANONYMOUS", "CLIENT", "UNKNOWN", "USER"};

/// The same done to many process instances, bit by bit between other commands. Its counters grow with each item.
struct BatchOperation {
    BatchOperationKey key;
    BatchOperationState state = BatchOperationState::Created;
    BatchOperationType type = BatchOperationType::CancelProcessInstance;
    std::optional<Instant> start_date;
    std::optional<Instant> end_date;
    std::optional<ActorType> actor_type;
    std::optional<std::string> actor_id;
    std::int32_t total_count = 0;
    std::int32_t failed_count = 0;
    std::int32_t completed_count = 0;

    Json plan;  ///< what is done to each, where the type doesn't say it all: a migration's or modification's instructions

    static constexpr std::string_view table = "batch_operation";
    static constexpr auto fields() {
        using R = BatchOperation;
        return Fields{field("batchOperationKey", &R::key),
                      field("state", &R::state),
                      field("batchOperationType", &R::type),
                      field("startDate", &R::start_date),
                      field("endDate", &R::end_date),
                      field("actorType", &R::actor_type),
                      field("actorId", &R::actor_id),
                      field("operationsTotalCount", &R::total_count),
                      field("operationsFailedCount", &R::failed_count),
                      field("operationsCompletedCount", &R::completed_count),
                      field("plan", &R::plan, FieldUse::Internal)};
    }
    bool operator==(const BatchOperation&) const = default;
};

/// One thing that a batch operation is done to, and how it went.
struct BatchOperationItem {
    BatchOperationItemKey key;
    BatchOperationType type = BatchOperationType::CancelProcessInstance;
    BatchOperationKey batch_operation_key;
    BatchSubjectKey item_key;  ///< what it is done to: a process instance, or an evaluation of decisions
    ProcessInstanceKey process_instance_key;  ///< 0: a decision evaluated outside of any
    std::optional<ProcessInstanceKey> root_process_instance_key;
    BatchOperationItemState state = BatchOperationItemState::Active;
    std::optional<Instant> processed_date;
    std::optional<std::string> error_message;

    static constexpr std::string_view table = "batch_operation_item";
    static constexpr auto fields() {
        using R = BatchOperationItem;
        return Fields{field("batchOperationItemKey", &R::key, FieldUse::Internal),
                      field("operationType", &R::type),
                      field("batchOperationKey", &R::batch_operation_key, FieldUse::Indexed),
                      field("itemKey", &R::item_key),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("rootProcessInstanceKey", &R::root_process_instance_key),
                      field("state", &R::state),
                      field("processedDate", &R::processed_date),
                      field("errorMessage", &R::error_message)};
    }
    bool operator==(const BatchOperationItem&) const = default;
};

}  // namespace dandori::engine
