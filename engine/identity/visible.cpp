#include "engine/identity/visible.h"

#include <algorithm>
#include <charconv>

#include "engine/port/row_kind.h"

namespace dandori::engine {
namespace {

/// A permission that lets somebody read rows of a table, and the field that holds the resource's id. Without a field only
/// a permission for all of the type counts.
struct Way {
    std::string_view table;
    ResourceType type;
    Permission permission;
    std::string_view id_field;
};

using Of = ResourceType;

constexpr Way ways[] = {
    {"process_definition", Of::ProcessDefinition, Permission::ReadProcessDefinition, "processDefinitionId"},
    {"process_instance", Of::ProcessDefinition, Permission::ReadProcessInstance, "processDefinitionId"},
    {"element_instance", Of::ProcessDefinition, Permission::ReadProcessInstance, "processDefinitionId"},
    {"variable", Of::ProcessDefinition, Permission::ReadProcessInstance, "processInstanceKey"},
    {"incident", Of::ProcessDefinition, Permission::ReadProcessInstance, "processDefinitionId"},
    {"job", Of::ProcessDefinition, Permission::ReadProcessInstance, "processDefinitionId"},
    {"message_subscription", Of::ProcessDefinition, Permission::ReadProcessInstance, "processDefinitionId"},
    {"correlated_message", Of::ProcessDefinition, Permission::ReadProcessInstance, "processDefinitionId"},
    {"approval_decision", Of::ProcessDefinition, Permission::ReadProcessInstance, "processDefinitionId"},
    {"deadline_change", Of::ProcessDefinition, Permission::ReadProcessInstance, "processDefinitionId"},
    {"task_event", Of::ProcessDefinition, Permission::ReadProcessInstance, "processDefinitionId"},
    {"calendar_version", Of::System, Permission::Update, ""},
    {"user_task", Of::ProcessDefinition, Permission::ReadUserTask, "processDefinitionId"},
    {"user_task", Of::UserTask, Permission::Read, "userTaskKey"},
    {"decision_definition", Of::DecisionDefinition, Permission::ReadDecisionDefinition, "decisionDefinitionId"},
    {"decision_instance", Of::DecisionDefinition, Permission::ReadDecisionInstance, "decisionDefinitionId"},
    {"decision_requirements", Of::DecisionRequirementsDefinition, Permission::Read, "decisionRequirementsId"},
    {"form", Of::Resource, Permission::Read, "formId"},
    {"resource", Of::Resource, Permission::Read, "resourceId"},
    {"user_account", Of::User, Permission::Read, "username"},
    {"user_group", Of::Group, Permission::Read, "groupId"},
    {"role", Of::Role, Permission::Read, "roleId"},
    {"tenant", Of::Tenant, Permission::Read, "tenantId"},
    {"mapping_rule", Of::MappingRule, Permission::Read, "mappingRuleId"},
    {"authorization_grant", Of::Authorization, Permission::Read, ""},
    {"cluster_variable", Of::ClusterVariable, Permission::Read, "name"},
    {"global_listener", Of::GlobalListener, Permission::ReadTaskListener, ""},
    {"batch_operation", Of::Batch, Permission::Read, "batchOperationKey"},
    {"batch_operation_item", Of::Batch, Permission::Read, "batchOperationKey"},
    {"document", Of::Document, Permission::Read, "documentId"},
    {"audit_log", Of::AuditLog, Permission::Read, "category"},
};

/// An id of an authorization as the field holds it; none where it can't be such an id.
std::optional<Cell> cell_of(const std::string& id, FieldType type) {
    if (type != FieldType::Key) return Cell{id};
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (error != std::errc{} || end != id.data() + id.size()) return {};
    return Cell{number};
}

/// The condition that makes a user task one of the property's; none where nothing can fit.
std::optional<Condition> task_condition(const std::string& property, const Actor& actor) {
    if (property == "assignee" || property == "candidateUsers" || property == "completedBy")
        return Condition{property, Operator::Equals, {Cell{actor.username}}};
    if (property != "candidateGroups" || actor.groups.empty()) return {};
    Condition groups{property, Operator::In, {}};
    for (const auto& group : actor.groups) groups.operands.emplace_back(group);
    return groups;
}

/// The condition that makes a user task one of the principal's.
std::optional<Group> task_of(const Principal& principal, const std::string& property) {
    Group group;
    if (property == "assignee" || property == "candidateUsers") {
        group.conditions.push_back({property, Operator::Equals, {Cell{principal.username}}});
    } else if (property == "candidateGroups" && !principal.groups.empty()) {
        group.conditions.push_back({property, Operator::In, {principal.groups.begin(), principal.groups.end()}});
    } else {
        return {};
    }
    if (!principal.process_definition_ids.empty()) {
        group.conditions.push_back(
            {"processDefinitionId", Operator::In, {principal.process_definition_ids.begin(), principal.process_definition_ids.end()}});
    }
    return group;
}

/// Rows that belong to an instance for which `conditions` and `related` hold.
Group of_instance(std::string_view table, Condition condition) {
    if (table == "process_instance") return {{std::move(condition)}, {}};
    return {{}, {Related{"process_instance", "processInstanceKey", "processInstanceKey", {std::move(condition)}}}};
}

void add_by_properties(std::vector<Group>& groups, const Way& way, const Grants::Reach& reach, const Actor& actor) {
    for (const std::string& property : reach.properties) {
        if (way.type == Of::UserTask) {
            if (auto condition = task_condition(property, actor)) groups.push_back({{std::move(*condition)}, {}});
            for (const Principal& principal : actor.stands_for)
                if (auto group = task_of(principal, property)) groups.push_back(std::move(*group));
        } else if (way.permission != Permission::ReadProcessInstance) {
            continue;
        } else if (property == "startedBy") {
            groups.push_back(of_instance(way.table, {"startedBy", Operator::Equals, {Cell{actor.username}}}));
        } else if (property == "participant") {
            // Who was asked about a task (相談) reads its case.
            groups.push_back({{}, {Related{"task_event", "processInstanceKey", "processInstanceKey", {{"people", Operator::Equals, {Cell{actor.username}}}, {"kind", Operator::Equals, {to_cell(TaskEventKind::Asked)}}}}}});
            for (const auto* of_task : {"assignee", "candidateUsers", "completedBy", "candidateGroups"}) {
                if (auto condition = task_condition(of_task, actor))
                    groups.push_back(
                        {{}, {Related{"user_task", "processInstanceKey", "processInstanceKey", {std::move(*condition)}}}});
                for (const Principal& principal : actor.stands_for)
                    if (auto group = task_of(principal, of_task))
                        groups.push_back({{}, {Related{"user_task", "processInstanceKey", "processInstanceKey", std::move(group->conditions)}}});
            }
        }
    }
}

void add_by_ids(std::vector<Group>& groups, const Way& way, const RowKind& kind, const Grants::Reach& reach) {
    if (reach.ids.empty() || way.id_field.empty()) return;
    const bool is_of_instance = way.id_field == "processInstanceKey";
    const FieldType type = is_of_instance ? FieldType::Text : kind.field(way.id_field).type;
    Condition condition{is_of_instance ? "processDefinitionId" : std::string(way.id_field), Operator::In, {}};
    for (const std::string& id : reach.ids)
        if (auto cell = cell_of(id, type)) condition.operands.push_back(std::move(*cell));
    groups.push_back(is_of_instance ? of_instance(way.table, std::move(condition)) : Group{{std::move(condition)}, {}});
}

/// Whether every row for which `given` holds fulfils `needed`, which is about the same field. Of a list both are about any member of it.
bool implies(const Condition& given, const Condition& needed) {
    const auto names_values = [](Operator op) { return op == Operator::Equals || op == Operator::In; };
    if (given.field != needed.field || !names_values(given.op) || !names_values(needed.op)) return false;
    return std::ranges::all_of(given.operands,
                               [&](const Cell& each) { return std::ranges::find(needed.operands, each) != needed.operands.end(); });
}

bool is_implied(const Group& group, const Query& query) {
    return group.related.empty() && std::ranges::all_of(group.conditions, [&](const Condition& needed) {
               return std::ranges::any_of(query.all.conditions, [&](const Condition& given) { return implies(given, needed); });
           });
}

}  // namespace

void limit_to_tenants(Query& query, std::string_view table, const Actor* actor) {
    if (!actor || !actor->tenants) return;
    const RowKind& kind = row_kind(table);
    const auto field = std::find_if(kind.fields.begin(), kind.fields.end(), [](const auto& it) { return it.name == "tenantId"; });
    if (field == kind.fields.end() || table == "tenant") return;
    Condition own{"tenantId", Operator::In, {}};
    for (const std::string& tenant : *actor->tenants) own.operands.emplace_back(tenant);
    std::vector<Group> groups{{{std::move(own)}, {}}};
    // What belongs to no tenant is everybody's.
    if (field->nullable) groups.push_back({{Condition{"tenantId", Operator::NotExists, {}}}, {}});
    query.any_of.push_back(std::move(groups));
}

std::optional<std::vector<Group>> visible_groups(std::string_view table, const Actor* actor) {
    if (!actor || table == Substitution::table) return {};  // who is away concerns everybody
    const RowKind& kind = row_kind(table);
    std::vector<Group> groups;
    for (const Way& way : ways) {
        if (way.table != table) continue;
        const Grants::Reach& reach = actor->grants.reach(way.type, way.permission);
        if (reach.all) return {};
        add_by_ids(groups, way, kind, reach);
        add_by_properties(groups, way, reach, *actor);
    }
    // Nothing gives a row of it: a condition that none fulfils.
    if (groups.empty()) groups.push_back({{Condition{std::string(kind.fields.front().name), Operator::In, {}}}, {}});
    return groups;
}

void limit_to_visible(Query& query, std::string_view table, const Actor* actor) {
    limit_to_tenants(query, table, actor);
    auto groups = visible_groups(table, actor);
    if (!groups) return;
    // Who asks for the tasks of their own group, of themselves, of their own processes may see all of them: looking at the other ways
    // to see a task would only keep the store from the index that tells the answer.
    if (std::ranges::any_of(*groups, [&](const Group& group) { return is_implied(group, query); })) return;
    query.any_of.push_back(std::move(*groups));
}

}  // namespace dandori::engine
