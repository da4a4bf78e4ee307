#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

enum class IncidentErrorType {
    AdHocSubProcessNoRetries, CalledDecisionError, CalledElementError, ConditionError, DecisionEvaluationError,
    ExecutionListenerNoRetries, ExtractValueError, FormNotFound, IoMappingError, JobNoRetries, MessageSizeExceeded,
    ResourceNotFound, TaskListenerNoRetries, UnhandledErrorEvent, Unknown, Unspecified
};
template <>
inline constexpr std::string_view names_of<IncidentErrorType>[] = {
    "AD_HOC_SUB_PROCESS_NO_RETRIES", "CALLED_DECISION_ERROR", "CALLED_ELEMENT_ERROR", "CONDITION_ERROR",
    "DECISION_EVALUATION_ERROR", "EXECUTION_LISTENER_NO_RETRIES", "EXTRACT_VALUE_ERROR", "FORM_NOT_FOUND",
    "IO_MAPPING_ERROR", "JOB_NO_RETRIES", "MESSAGE_SIZE_EXCEEDED", "RESOURCE_NOT_FOUND", "TASK_LISTENER_NO_RETRIES",
    "UNHANDLED_ERROR_EVENT", "UNKNOWN", "UNSPECIFIED"};

/// Moved only by engine/lifecycle/incident.h.
enum class IncidentState { Active, Migrated, Pending, Resolved, Unknown };
template <>
inline constexpr std::string_view names_of<IncidentState>[] = {"ACTIVE", "MIGRATED", "PENDING", "RESOLVED", "UNKNOWN"};

/// Something that needs a person: an element instance can't go on. The rest of the instance goes on meanwhile.
struct Incident {
    IncidentKey key;
    std::string process_definition_id;
    IncidentErrorType error_type = IncidentErrorType::Unspecified;
    std::string error_message;
    std::string element_id;
    Instant creation_time;
    IncidentState state = IncidentState::Active;
    std::string tenant_id{"<default>"};
    ProcessDefinitionKey process_definition_key;
    ProcessInstanceKey process_instance_key;
    std::optional<ProcessInstanceKey> root_process_instance_key;
    ElementInstanceKey element_instance_key;
    std::optional<JobKey> job_key;

    static constexpr std::string_view table = "incident";
    static constexpr auto fields() {
        using R = Incident;
        return Fields{field("incidentKey", &R::key),
                      field("processDefinitionId", &R::process_definition_id),
                      field("errorType", &R::error_type),
                      field("errorMessage", &R::error_message),
                      field("elementId", &R::element_id),
                      field("creationTime", &R::creation_time),
                      field("state", &R::state, FieldUse::Indexed),
                      field("tenantId", &R::tenant_id),
                      field("processDefinitionKey", &R::process_definition_key),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("rootProcessInstanceKey", &R::root_process_instance_key),
                      field("elementInstanceKey", &R::element_instance_key),
                      field("jobKey", &R::job_key)};
    }
    bool operator==(const Incident&) const = default;
};

}  // namespace dandori::engine
