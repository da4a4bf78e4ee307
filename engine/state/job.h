#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// States of a job (Camunda 8 REST API v2, JobStateEnum). Moved only by engine/lifecycle/job.h.
enum class JobState { Canceled, Completed, Created, ErrorThrown, Failed, Migrated, RetriesUpdated, TimedOut };
template <>
inline constexpr std::string_view names_of<JobState>[] = {"CANCELED", "COMPLETED", "CREATED",         "ERROR_THROWN",
                                                          "FAILED",   "MIGRATED",  "RETRIES_UPDATED", "TIMED_OUT"};

enum class JobKind { BpmnElement, ExecutionListener, TaskListener, AdHocSubProcess };
template <>
inline constexpr std::string_view names_of<JobKind>[] = {"BPMN_ELEMENT", "EXECUTION_LISTENER", "TASK_LISTENER",
                                                         "AD_HOC_SUB_PROCESS"};

enum class JobListenerEventType {
    Assigning, BeforeAll, Cancel, Canceling, Completing, Creating, End, Start, Unspecified, Updating
};
template <>
inline constexpr std::string_view names_of<JobListenerEventType>[] = {
    "ASSIGNING", "BEFORE_ALL", "CANCEL", "CANCELING", "COMPLETING", "CREATING", "END", "START", "UNSPECIFIED", "UPDATING"};

/// Work for a worker outside.
struct Job {
    JobKey key;
    std::string type;
    std::string worker;  ///< who activated it last; empty before
    std::int32_t retries = 3;
    JobState state = JobState::Created;
    std::optional<Instant> deadline;  ///< given to a worker until then
    Json custom_headers;
    std::optional<std::string> denied_reason;
    std::string element_id;
    ElementInstanceKey element_instance_key;
    std::optional<Instant> end_time;
    std::optional<std::string> error_code;
    std::optional<std::string> error_message;
    bool has_failed_with_retries_left = false;
    std::optional<bool> is_denied;
    JobKind kind = JobKind::BpmnElement;
    JobListenerEventType listener_event_type = JobListenerEventType::Unspecified;
    std::string process_definition_id;
    ProcessDefinitionKey process_definition_key;
    ProcessInstanceKey process_instance_key;
    std::optional<ProcessInstanceKey> root_process_instance_key;
    std::string tenant_id{"<default>"};
    Instant creation_time;
    Instant last_update_time;

    /// From when on it may be handed out: at once, after a back-off, after the deadline of the worker that has it. Absent
    /// when it may not: it is over, or waits with an incident.
    std::optional<Instant> activatable_at;
    std::int32_t priority = 0;  ///< the higher one is handed out first

    static constexpr std::string_view table = "job";
    static constexpr auto fields() {
        using R = Job;
        return Fields{field("jobKey", &R::key),
                      field("type", &R::type),
                      field("worker", &R::worker),
                      field("retries", &R::retries),
                      field("state", &R::state),
                      field("deadline", &R::deadline),
                      field("customHeaders", &R::custom_headers),
                      field("deniedReason", &R::denied_reason),
                      field("elementId", &R::element_id),
                      field("elementInstanceKey", &R::element_instance_key),
                      field("endTime", &R::end_time),
                      field("errorCode", &R::error_code),
                      field("errorMessage", &R::error_message),
                      field("hasFailedWithRetriesLeft", &R::has_failed_with_retries_left),
                      field("isDenied", &R::is_denied),
                      field("kind", &R::kind),
                      field("listenerEventType", &R::listener_event_type),
                      field("processDefinitionId", &R::process_definition_id),
                      field("processDefinitionKey", &R::process_definition_key),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("rootProcessInstanceKey", &R::root_process_instance_key),
                      field("tenantId", &R::tenant_id),
                      field("creationTime", &R::creation_time),
                      field("lastUpdateTime", &R::last_update_time),
                      field("activatableAt", &R::activatable_at, FieldUse::InternalIndexed),
                      field("priority", &R::priority, FieldUse::Internal)};
    }
    bool operator==(const Job&) const = default;
};

}  // namespace dandori::engine
