#pragma once
// The `zeebe:` extension elements of Camunda 8, as the texts that stand in the file: a leading '=' (FEEL) is kept.

#include <optional>
#include <string>
#include <vector>

namespace dandori::bpmn::zeebe {

inline constexpr const char* namespace_name = "http://camunda.org/schema/zeebe/1.0";

enum class BindingType { Latest, Deployment, VersionTag };

struct Binding {
    BindingType type = BindingType::Latest;
    std::string version_tag;  ///< for BindingType::VersionTag
};

/// Makes the element a job.
struct TaskDefinition {
    std::string type;
    std::string retries = "3";
};

struct Header {
    std::string key, value;
};

struct Mapping {
    std::string source, target;
};

struct IoMapping {
    std::vector<Mapping> inputs, outputs;  ///< document order
};

struct LoopCharacteristics {
    std::string input_collection, input_element, output_collection, output_element;
};

struct CalledElement {
    std::string process_id;
    bool propagate_all_child_variables = true;
    bool propagate_all_parent_variables = true;
    Binding binding;
    std::string business_id;
};

struct CalledDecision {
    std::string decision_id, result_variable;
    Binding binding;
};

struct Script {
    std::string expression, result_variable;
};

struct FormDefinition {
    std::string form_id, form_key, external_reference;
    Binding binding;
};

/// A form kept in the process, found by a `formKey` "camunda-forms:bpmn:<id>".
struct UserTaskForm {
    std::string id, json;
};

struct AssignmentDefinition {
    std::string assignee, candidate_groups, candidate_users;
};

struct TaskSchedule {
    std::string due_date, follow_up_date;
};

struct ExecutionListener {
    std::string event_type, type, retries = "3";
    std::vector<Header> headers;
    int line = 0;
};

struct TaskListener {
    std::string event_type, type, retries = "3";
    std::vector<Header> headers;
    int line = 0;
};

struct Property {
    std::string name, value;
};

struct LinkedResource {
    std::string resource_id, resource_type, link_name;
    Binding binding;
};

struct AdHoc {
    std::string active_elements_collection, output_collection, output_element;
};

struct ConditionalFilter {
    std::string variable_names, variable_events;
};

struct Subscription {
    std::string correlation_key;
};

/// Everything of the vocabulary that stands in one `extensionElements`.
struct Extension {
    std::optional<TaskDefinition> task_definition;
    std::vector<Header> task_headers;
    IoMapping io_mapping;
    std::optional<Subscription> subscription;
    std::optional<LoopCharacteristics> loop_characteristics;
    std::optional<CalledElement> called_element;
    std::optional<CalledDecision> called_decision;
    std::optional<Script> script;
    bool user_task = false;  ///< managed by the engine, not a job
    std::optional<FormDefinition> form_definition;
    std::vector<UserTaskForm> user_task_forms;
    std::optional<AssignmentDefinition> assignment_definition;
    std::optional<TaskSchedule> task_schedule;
    std::optional<std::string> priority;      ///< of the user task (priorityDefinition)
    std::optional<std::string> job_priority;  ///< jobPriorityDefinition
    std::vector<ExecutionListener> execution_listeners;
    std::vector<TaskListener> task_listeners;
    std::vector<Property> properties;
    std::optional<std::string> version_tag;
    std::vector<LinkedResource> linked_resources;
    std::optional<AdHoc> ad_hoc;
    std::optional<ConditionalFilter> conditional_filter;
    std::optional<std::string> agent_type;
};

}  // namespace dandori::bpmn::zeebe
