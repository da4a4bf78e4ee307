#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// BPMN 2.0.2, 13.2 (process life cycle): the states that engine/lifecycle/process_instance.cpp moves between.
enum class ProcessLifeCycle { Active, Completing, Completed, Terminating, Terminated, Suspended };
template <>
inline constexpr std::string_view names_of<ProcessLifeCycle>[] = {"Active",      "Completing", "Completed",
                                                                         "Terminating", "Terminated", "Suspended"};

/// The state of a process or element instance as the API names it. Only process instances are suspended (as in 8.10); their
/// element instances stay active.
enum class InstanceState { Active, Completed, Terminated, Suspended };
template <>
inline constexpr std::string_view names_of<InstanceState>[] = {"ACTIVE", "COMPLETED", "TERMINATED", "SUSPENDED"};

/// Whether it has come to its end.
constexpr bool is_over(InstanceState state) { return state == InstanceState::Completed || state == InstanceState::Terminated; }

/// One run of a process. It is also the outermost scope of its variables.
struct ProcessInstance {
    ProcessInstanceKey key;
    ProcessDefinitionKey process_definition_key;
    std::string process_definition_id;
    std::optional<std::string> process_definition_name;
    std::int32_t process_definition_version = 1;
    std::optional<std::string> process_definition_version_tag;
    Instant start_date;
    std::optional<Instant> end_date;
    InstanceState state = InstanceState::Active;  ///< follows from `life_cycle`; here so that searches find it
    bool has_incident = false;
    std::string tenant_id{"<default>"};
    std::optional<ProcessInstanceKey> parent_process_instance_key;
    std::optional<ElementInstanceKey> parent_element_instance_key;
    std::optional<ProcessInstanceKey> root_process_instance_key;
    std::vector<std::string> tags;
    std::optional<std::string> business_id;  ///< the case number (受付番号) where the process has one

    ProcessLifeCycle life_cycle = ProcessLifeCycle::Active;
    std::optional<std::string> start_message_name;     ///< started by this message ...
    std::optional<std::string> start_correlation_key;  ///< ... with this key: no second start while this one is active
    std::int32_t active_children = 0;                  ///< element instances and waiting tokens directly in it
    Json taken_flows;                                  ///< sequence flow id -> how often it was taken
    Json correlation;                                  ///< correlation key id -> the text it has in this instance (8.4.2)
    std::optional<std::string> started_by;             ///< username
    std::optional<std::string> trace_parent;           ///< of the request that started it, or its root (W3C Trace Context): its jobs carry it on
    std::vector<std::string> end_after;                ///< elements; once one of them has ended, the instance is terminated
    std::int32_t listeners_done = 0;                   ///< execution listeners of the phase it is in, see behavior/listeners.h

    static constexpr std::string_view table = "process_instance";
    static constexpr auto fields() {
        using R = ProcessInstance;
        return Fields{field("processInstanceKey", &R::key),
                      field("processDefinitionKey", &R::process_definition_key, FieldUse::Indexed),
                      field("processDefinitionId", &R::process_definition_id),
                      field("processDefinitionName", &R::process_definition_name),
                      field("processDefinitionVersion", &R::process_definition_version),
                      field("processDefinitionVersionTag", &R::process_definition_version_tag),
                      field("startDate", &R::start_date),
                      field("endDate", &R::end_date),
                      field("state", &R::state),
                      field("hasIncident", &R::has_incident),
                      field("tenantId", &R::tenant_id),
                      field("parentProcessInstanceKey", &R::parent_process_instance_key, FieldUse::Indexed),
                      field("parentElementInstanceKey", &R::parent_element_instance_key),
                      field("rootProcessInstanceKey", &R::root_process_instance_key),
                      field("tags", &R::tags),
                      field("businessId", &R::business_id, FieldUse::Indexed),
                      field("lifeCycle", &R::life_cycle, FieldUse::Internal),
                      field("startMessageName", &R::start_message_name, FieldUse::Internal),
                      field("startCorrelationKey", &R::start_correlation_key, FieldUse::InternalIndexed),
                      field("activeChildren", &R::active_children, FieldUse::Internal),
                      field("takenFlows", &R::taken_flows, FieldUse::Internal),
                      field("correlation", &R::correlation, FieldUse::Internal),
                      field("startedBy", &R::started_by, FieldUse::Internal),
                      field("traceParent", &R::trace_parent, FieldUse::Internal),
                      field("endAfter", &R::end_after, FieldUse::Internal),
                      field("listenersDone", &R::listeners_done, FieldUse::Internal)};
    }
    bool operator==(const ProcessInstance&) const = default;
};

}  // namespace dandori::engine
