#include "adapters/inbox/case_view.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/inbox/answer.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;
using engine::Cell;
using engine::ElementInstance;
using engine::ElementType;
using engine::Operator;
using engine::ProcessInstance;
using engine::ProcessInstanceKey;
using engine::Query;
using engine::UserTask;

constexpr std::size_t rows_of_a_page_max = 100'000;

/// What is shown of several cases at once, so that a list costs five searches and not five for each line.
struct ShownRows {
    std::map<ProcessInstanceKey, std::vector<ElementInstance>> waiting;
    std::map<ProcessInstanceKey, std::vector<ElementInstance>> passed;  ///< that name a state, in the order they ended
    std::map<ProcessInstanceKey, std::map<engine::ElementInstanceKey, UserTask>> tasks;
    std::map<ProcessInstanceKey, std::map<std::string, json::value>> variables;
};

bool is_scope(ElementType type) {
    switch (type) {
        case ElementType::Process:
        case ElementType::SubProcess:
        case ElementType::EventSubProcess:
        case ElementType::AdHocSubProcess:
        case ElementType::AdHocSubProcessInnerInstance:
        case ElementType::MultiInstanceBody: return true;
        default: return false;
    }
}

Query rows_of(const std::vector<Cell>& keys) {
    return Query{}.where("processInstanceKey", Operator::In, keys).first(rows_of_a_page_max);
}

void read_elements(engine::Reader& reader, CaseModels& models, const std::vector<ProcessInstance>& instances,
                   const std::vector<Cell>& keys, ShownRows& rows) {
    const auto active = rows_of(keys).where_equals("state", engine::InstanceState::Active);
    for (auto& row : engine::find<ElementInstance>(reader, active).rows)
        if (!is_scope(row.type)) rows.waiting[row.process_instance_key].push_back(std::move(row));
    std::vector<Cell> ids;
    for (const auto& instance : instances)
        for (auto& id : models.of(instance.process_definition_key)->state_elements()) ids.emplace_back(std::move(id));
    if (ids.empty()) return;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    auto passed = rows_of(keys).where("elementId", Operator::In, std::move(ids));
    passed.where_equals("state", engine::InstanceState::Completed).sorted_by("endDate").sorted_by("elementInstanceKey");
    for (auto& row : engine::find<ElementInstance>(reader, passed).rows)
        rows.passed[row.process_instance_key].push_back(std::move(row));
}

void read_variables(engine::Reader& reader, const std::vector<Cell>& keys, ShownRows& rows) {
    auto query = rows_of(keys);
    query.where("name", Operator::In,
                {std::string("title"), std::string("requester"), std::string("priority"), std::string("dueAt")});
    for (const auto& row : engine::find<engine::Variable>(reader, query).rows) {
        if (row.scope_key != engine::scope_of(row.process_instance_key)) continue;
        boost::system::error_code error;
        auto value = json::parse(row.value, error);
        if (!error) rows.variables[row.process_instance_key].insert_or_assign(row.name, std::move(value));
    }
}

ShownRows read_rows(engine::Reader& reader, CaseModels& models, const std::vector<ProcessInstance>& instances) {
    ShownRows rows;
    if (instances.empty()) return rows;
    std::vector<Cell> keys;
    for (const auto& instance : instances) keys.emplace_back(instance.key.value);
    read_elements(reader, models, instances, keys, rows);
    read_variables(reader, keys, rows);
    auto tasks = rows_of(keys).where("completionDate", Operator::NotExists);
    tasks.where("state", Operator::NotIn,
                {engine::to_cell(engine::UserTaskState::Completed), engine::to_cell(engine::UserTaskState::Canceled)});
    for (auto& row : engine::find<UserTask>(reader, tasks).rows) {
        const auto key = row.process_instance_key;
        rows.tasks[key].emplace(row.element_instance_key, std::move(row));
    }
    return rows;
}

json::array texts_as_json(const std::vector<std::string>& texts) { return json::array(texts.begin(), texts.end()); }

json::object waiting_as_json(const ElementInstance& element, const UserTask* task) {
    return {{"elementId", element.element_id},
            {"elementName", element.element_name},
            {"type", engine::name_of(element.type)},
            {"userTaskKey", task ? json::value(std::to_string(task->key.value)) : json::value(nullptr)},
            {"assignee", task ? text_or_null(task->assignee) : json::value(nullptr)},
            {"candidateGroups", task ? texts_as_json(task->candidate_groups) : json::array()},
            {"since", to_iso8601(element.start_date)},
            {"dueAt", task ? time_or_null(task->due_date) : json::value(nullptr)},
            {"heldBy", task ? text_or_null(task->held_by) : json::value(nullptr)},
            {"heldUntil", task ? time_or_null(task->held_until) : json::value(nullptr)},
            {"hasIncident", element.has_incident}};
}

std::string state_as_read(const ProcessInstance& instance, const CaseModel& model, const ShownRows& rows) {
    const auto passed = rows.passed.find(instance.key);
    if (instance.state == engine::InstanceState::Terminated || passed == rows.passed.end())
        return std::string(engine::name_of(instance.state));
    const auto* facts = model.element(passed->second.back().element_id);
    return facts && facts->state ? *facts->state : std::string(engine::name_of(instance.state));
}

const json::value* variable_of(const ShownRows& rows, ProcessInstanceKey key, const std::string& name) {
    const auto of_case = rows.variables.find(key);
    if (of_case == rows.variables.end()) return nullptr;
    const auto found = of_case->second.find(name);
    return found == of_case->second.end() ? nullptr : &found->second;
}

json::value text_of_variable(const json::value* value) {
    if (!value || value->is_null()) return nullptr;
    if (value->is_string()) return value->get_string().empty() ? json::value(nullptr) : *value;
    return json::value(json::serialize(*value));
}

json::value requester_as_json(const json::value* value) {
    if (!value || !value->is_object()) return nullptr;
    const auto& whole = value->get_object();
    json::object shown;
    for (const auto* name : {"name", "party", "organisation", "mail"}) {
        const auto* member = whole.if_contains(name);
        shown[name] = member && member->is_string() ? *member : json::value(nullptr);
    }
    if (shown["name"].is_null()) shown["name"] = shown["mail"].is_null() ? json::value("") : shown["mail"];
    return shown;
}

json::value due_of(const ShownRows& rows, ProcessInstanceKey key) {
    std::optional<Instant> due;
    if (const auto tasks = rows.tasks.find(key); tasks != rows.tasks.end()) {
        for (const auto& [element, task] : tasks->second)
            if (task.due_date && (!due || *task.due_date < *due)) due = task.due_date;
    }
    if (due) return json::value(to_iso8601(*due));
    const auto* value = variable_of(rows, key, "dueAt");
    if (!value || !value->is_string()) return nullptr;
    return time_or_null(instant_from_iso8601(value->get_string()));
}

json::array current_as_json(const ShownRows& rows, ProcessInstanceKey key) {
    json::array current;
    const auto waiting = rows.waiting.find(key);
    if (waiting == rows.waiting.end()) return current;
    const auto tasks = rows.tasks.find(key);
    for (const auto& element : waiting->second) {
        const UserTask* task = nullptr;
        if (tasks != rows.tasks.end()) {
            const auto found = tasks->second.find(element.key);
            if (found != tasks->second.end()) task = &found->second;
        }
        current.push_back(waiting_as_json(element, task));
    }
    return current;
}

json::object case_as_json(const ProcessInstance& instance, const CaseModel& model, const ShownRows& rows) {
    const auto name = instance.process_definition_name.value_or(instance.process_definition_id);
    auto title = text_of_variable(variable_of(rows, instance.key, "title"));
    return {{"caseNo", case_number_of(instance)},
            {"kind", model.kind},
            {"title", title.is_null() ? json::value(name) : std::move(title)},
            {"processInstanceKey", std::to_string(instance.key.value)},
            {"processDefinitionId", instance.process_definition_id},
            {"processDefinitionKey", std::to_string(instance.process_definition_key.value)},
            {"processName", name},
            {"state", state_as_read(instance, model, rows)},
            {"startDate", to_iso8601(instance.start_date)},
            {"endDate", time_or_null(instance.end_date)},
            {"dueAt", due_of(rows, instance.key)},
            {"requester", requester_as_json(variable_of(rows, instance.key, "requester"))},
            {"priority", text_of_variable(variable_of(rows, instance.key, "priority"))},
            {"hasIncident", instance.has_incident},
            {"currentElements", current_as_json(rows, instance.key)}};
}

}  // namespace

json::array cases_as_json(engine::Reader& reader, CaseModels& models, const std::vector<ProcessInstance>& instances) {
    const auto rows = read_rows(reader, models, instances);
    json::array cases;
    for (const auto& instance : instances)
        cases.push_back(case_as_json(instance, *models.of(instance.process_definition_key), rows));
    return cases;
}

std::string case_number_of(const ProcessInstance& instance) {
    return instance.business_id.value_or(std::to_string(instance.key.value));
}

}  // namespace dandori::inbox
