#pragma once
#include "engine/state/process_instance.h"

namespace dandori::engine {

/// What kind of element an element instance is of (Camunda 8 REST API v2, ElementInstanceTypeEnum).
enum class ElementType {
    Unspecified, Process, SubProcess, EventSubProcess, AdHocSubProcess, AdHocSubProcessInnerInstance, StartEvent,
    IntermediateCatchEvent, IntermediateThrowEvent, BoundaryEvent, EndEvent, ServiceTask, ReceiveTask, UserTask, ManualTask,
    Task, ExclusiveGateway, InclusiveGateway, ParallelGateway, EventBasedGateway, SequenceFlow, MultiInstanceBody,
    CallActivity, BusinessRuleTask, ScriptTask, SendTask, Unknown
};
template <>
inline constexpr std::string_view names_of<ElementType>[] = {
    "UNSPECIFIED", "PROCESS", "SUB_PROCESS", "EVENT_SUB_PROCESS", "AD_HOC_SUB_PROCESS", "AD_HOC_SUB_PROCESS_INNER_INSTANCE",
    "START_EVENT", "INTERMEDIATE_CATCH_EVENT", "INTERMEDIATE_THROW_EVENT", "BOUNDARY_EVENT", "END_EVENT", "SERVICE_TASK",
    "RECEIVE_TASK", "USER_TASK", "MANUAL_TASK", "TASK", "EXCLUSIVE_GATEWAY", "INCLUSIVE_GATEWAY", "PARALLEL_GATEWAY",
    "EVENT_BASED_GATEWAY", "SEQUENCE_FLOW", "MULTI_INSTANCE_BODY", "CALL_ACTIVITY", "BUSINESS_RULE_TASK", "SCRIPT_TASK",
    "SEND_TASK", "UNKNOWN"};

/// BPMN 2.0.2, 13.3.2 and figure 13.2: the states of an activity. Events and gateways pass through the same ones.
/// Moved only by engine/lifecycle/activity.h.
enum class ActivityLifeCycle {
    Ready, Active, Withdrawn, Completing, Completed, Compensating, Compensated, Failing, Failed, Terminating, Terminated
};
template <>
inline constexpr std::string_view names_of<ActivityLifeCycle>[] = {
    "Ready", "Active", "Withdrawn", "Completing", "Completed", "Compensating", "Compensated", "Failing", "Failed",
    "Terminating", "Terminated"};

/// One run of one flow node. Sub-processes are scopes of others; each is a scope of its own local variables.
struct ElementInstance {
    ElementInstanceKey key;
    ProcessInstanceKey process_instance_key;
    std::optional<ProcessInstanceKey> root_process_instance_key;
    ProcessDefinitionKey process_definition_key;
    std::string process_definition_id;
    std::string element_id;
    std::string element_name;  ///< the id where the model gives no name
    ElementType type = ElementType::Unspecified;
    InstanceState state = InstanceState::Active;  ///< follows from `life_cycle`; here so that searches find it
    Instant start_date;
    std::optional<Instant> end_date;
    bool has_incident = false;
    std::optional<IncidentKey> incident_key;
    std::string tenant_id{"<default>"};

    ScopeKey scope_key;  ///< the scope it runs in: the process instance or a sub-process's element instance
    ActivityLifeCycle life_cycle = ActivityLifeCycle::Ready;
    std::int32_t active_children = 0;          ///< element instances and waiting tokens directly in it
    std::optional<std::string> entered_by;     ///< the sequence flow its token came by
    std::string lineage;                       ///< the splits its token comes from, outermost first: see state/token.h
    std::optional<std::int32_t> loop_counter;  ///< in a loop: which run this is, from 1
    Json memory;                               ///< what its behavior must remember between two commands
    std::int32_t listeners_done = 0;           ///< execution listeners of the phase that `life_cycle` tells, see behavior/listeners.h

    static constexpr std::string_view table = "element_instance";
    static constexpr auto fields() {
        using R = ElementInstance;
        return Fields{field("elementInstanceKey", &R::key),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("rootProcessInstanceKey", &R::root_process_instance_key),
                      field("processDefinitionKey", &R::process_definition_key),
                      field("processDefinitionId", &R::process_definition_id),
                      field("elementId", &R::element_id),
                      field("elementName", &R::element_name),
                      field("type", &R::type),
                      field("state", &R::state),
                      field("startDate", &R::start_date),
                      field("endDate", &R::end_date),
                      field("hasIncident", &R::has_incident),
                      field("incidentKey", &R::incident_key),
                      field("tenantId", &R::tenant_id),
                      field("elementInstanceScopeKey", &R::scope_key, FieldUse::Internal),
                      field("lifeCycle", &R::life_cycle, FieldUse::Internal),
                      field("activeChildren", &R::active_children, FieldUse::Internal),
                      field("enteredBy", &R::entered_by, FieldUse::Internal),
                      field("lineage", &R::lineage, FieldUse::Internal),
                      field("loopCounter", &R::loop_counter, FieldUse::Internal),
                      field("memory", &R::memory, FieldUse::Internal),
                      field("listenersDone", &R::listeners_done, FieldUse::Internal)};
    }
    bool operator==(const ElementInstance&) const = default;
};

}  // namespace dandori::engine
