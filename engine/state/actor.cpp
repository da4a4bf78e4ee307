#include "engine/state/actor.h"

#include <algorithm>

namespace dandori::engine {
namespace {

constexpr auto permission_count = std::size(names_of<Permission>);
constexpr auto resource_type_count = std::size(names_of<ResourceType>);

bool contains(const std::vector<std::string>& list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

std::vector<Permission> permissions_of(ResourceType type) {
    using enum Permission;
    switch (type) {
        case ResourceType::AuditLog:
        case ResourceType::DecisionRequirementsDefinition: return {Read};
        case ResourceType::Authorization:
        case ResourceType::ClusterVariable:
        case ResourceType::Group:
        case ResourceType::MappingRule:
        case ResourceType::Role:
        case ResourceType::Tenant:
        case ResourceType::User: return {Create, Read, Update, Delete};
        case ResourceType::Batch:
            return {Create, CreateBatchOperationCancelProcessInstance, CreateBatchOperationDeleteDecisionDefinition,
                    CreateBatchOperationDeleteDecisionInstance, CreateBatchOperationDeleteProcessDefinition,
                    CreateBatchOperationDeleteProcessInstance, CreateBatchOperationMigrateProcessInstance,
                    CreateBatchOperationModifyProcessInstance, CreateBatchOperationResolveIncident, Read, Update};
        case ResourceType::Component: return {Access};
        case ResourceType::DecisionDefinition:
            return {CreateDecisionInstance, DeleteDecisionInstance, ReadDecisionDefinition, ReadDecisionInstance};
        case ResourceType::Document: return {Create, Read, Delete};
        case ResourceType::Expression: return {Evaluate};
        case ResourceType::GlobalListener: return {CreateTaskListener, DeleteTaskListener, ReadTaskListener, UpdateTaskListener};
        case ResourceType::Message: return {Create, Read};
        case ResourceType::ProcessDefinition:
            return {CancelProcessInstance, ClaimUserTask, CompleteUserTask, CreateProcessInstance, DeleteProcessInstance,
                    ModifyProcessInstance, ReadProcessDefinition, ReadProcessInstance, ReadUserTask, UpdateProcessInstance,
                    UpdateUserTask};
        case ResourceType::Resource: return {Create, DeleteDrd, DeleteForm, DeleteProcess, DeleteResource, Read};
        case ResourceType::System: return {Read, ReadJobMetric, ReadUsageMetric, Update};
        case ResourceType::UserTask: return {Claim, Complete, Read, Update};
    }
    return {};
}

Grants::Grants(std::span<const Authorization> authorizations) {
    Table table;
    for (const Authorization& each : authorizations) {
        for (const std::string& name : each.permissions) {
            const auto permission = value_of<Permission>(name);
            if (!permission) continue;
            Reach& reach = table[{each.resource_type, *permission}];
            if (each.resource_property) reach.properties.insert(*each.resource_property);
            else if (each.resource_id == any_resource) reach.all = true;
            else if (each.resource_id) reach.ids.insert(*each.resource_id);
        }
    }
    table_ = std::make_shared<const Table>(std::move(table));
}

Grants Grants::everything() {
    static const auto all = [] {
        Table table;
        for (std::size_t type = 0; type < resource_type_count; ++type) {
            for (std::size_t permission = 0; permission < permission_count; ++permission)
                table[{static_cast<ResourceType>(type), static_cast<Permission>(permission)}].all = true;
        }
        return std::make_shared<const Table>(std::move(table));
    }();
    Grants grants;
    grants.table_ = all;
    return grants;
}

const Grants::Reach& Grants::reach(ResourceType type, Permission permission) const {
    static const Reach nothing;
    if (!table_) return nothing;
    const auto found = table_->find({type, permission});
    return found == table_->end() ? nothing : found->second;
}

bool Grants::allow(ResourceType type, Permission permission, std::string_view id) const {
    const Reach& given = reach(type, permission);
    return given.all || given.ids.contains(id);
}

bool Grants::allow_some(ResourceType type, Permission permission) const {
    const Reach& given = reach(type, permission);
    return given.all || !given.ids.empty() || !given.properties.empty();
}

bool Grants::allow_by(std::string_view property, ResourceType type, Permission permission) const {
    return reach(type, permission).properties.contains(property);
}

bool Grants::operator==(const Grants& other) const {
    static const Table nothing;
    return (table_ ? *table_ : nothing) == (other.table_ ? *other.table_ : nothing);
}

bool may(const Actor* actor, ResourceType type, Permission permission, std::string_view id) {
    return !actor || actor->grants.allow(type, permission, id);
}

bool may_some(const Actor* actor, ResourceType type, Permission permission) {
    return !actor || actor->grants.allow_some(type, permission);
}

bool is_candidate(const UserTask& task, const Actor& actor) {
    return contains(task.candidate_users, actor.username) ||
           std::any_of(task.candidate_groups.begin(), task.candidate_groups.end(),
                       [&](const std::string& group) { return contains(actor.groups, group); });
}

bool may(const Actor* actor, const UserTask& task, Permission permission, Permission of_process) {
    if (!actor) return true;
    const Grants& grants = actor->grants;
    if (grants.allow(ResourceType::ProcessDefinition, of_process, task.process_definition_id)) return true;
    if (grants.allow(ResourceType::UserTask, permission, std::to_string(task.key.value))) return true;
    const auto by = [&](std::string_view property) { return grants.allow_by(property, ResourceType::UserTask, permission); };
    const bool is_reading = permission == Permission::Read;
    if (task.assignee == actor->username && by("assignee")) return true;
    if (is_reading && task.completed_by == actor->username && by("completedBy")) return true;
    if (task.assignee && !is_reading) return false;
    if (by("candidateUsers") && contains(task.candidate_users, actor->username)) return true;
    return by("candidateGroups") && std::any_of(task.candidate_groups.begin(), task.candidate_groups.end(),
                                                [&](const std::string& group) { return contains(actor->groups, group); });
}

bool is_of_tenant(const Actor* actor, std::string_view tenant_id) { 
    return !actor || !actor->tenants || contains(*actor->tenants, tenant_id);
}

}  // namespace dandori::engine
