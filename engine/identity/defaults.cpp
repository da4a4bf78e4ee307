#include "engine/identity/defaults.h"

#include "engine/state/definition.h"

namespace dandori::engine {
namespace {

std::vector<std::string> names(const std::vector<Permission>& permissions) {
    std::vector<std::string> list;
    for (const Permission permission : permissions) list.emplace_back(name_of(permission));
    return list;
}

bool is_reading(Permission permission) { return name_of(permission).starts_with("READ"); }

class Collection {
  public:
    DefaultRows rows;

    /// What follows is about this role.
    void role(const std::string& id, const std::string& name, const std::string& description) {
        rows.roles.push_back({id, name, description});
    }
    void give(ResourceType type, const std::vector<Permission>& permissions, std::string_view id = any_resource) {
        Authorization row = begin(type, permissions);
        row.resource_id = std::string(id);
        rows.authorizations.push_back(std::move(row));
    }
    void give_by(const std::string& property, ResourceType type, const std::vector<Permission>& permissions) {
        Authorization row = begin(type, permissions);
        row.resource_property = property;
        rows.authorizations.push_back(std::move(row));
    }
    void group(const std::string& id, const std::string& name) {
        rows.groups.push_back({id, name, {}});
        rows.memberships.push_back(membership(CircleType::Role, rows.roles.back().id, OwnerType::Group, id));
        rows.memberships.push_back(membership(CircleType::Tenant, std::string(default_tenant), OwnerType::Group, id));
    }

  private:
    Authorization begin(ResourceType type, const std::vector<Permission>& permissions) const {
        Authorization row;
        row.owner_type = OwnerType::Role;
        row.owner_id = rows.roles.back().id;
        row.resource_type = type;
        row.permissions = names(permissions);
        return row;
    }
};

template <class Visit>
void for_each_type(Visit&& visit) {
    for (std::size_t type = 0; type < std::size(names_of<ResourceType>); ++type) visit(static_cast<ResourceType>(type));
}

void add_camunda_roles(Collection& all) {
    using enum Permission;
    all.role("admin", "Administrators", "May do everything.");
    for_each_type([&](ResourceType type) { all.give(type, permissions_of(type)); });
    all.group(administrators_group, "Administrators");

    all.role("readonly-admin", "Observers", "See everything and change nothing.");
    for_each_type([&](ResourceType type) {
        std::vector<Permission> reading;
        for (const Permission permission : permissions_of(type))
            if (is_reading(permission)) reading.push_back(permission);
        if (!reading.empty()) all.give(type, reading);
    });

    all.role("connectors", "Connectors", "Programs that carry a process's calls to other systems.");
    all.give(ResourceType::ProcessDefinition, {ReadProcessDefinition, ReadProcessInstance, UpdateProcessInstance, CreateProcessInstance});
    all.give(ResourceType::Message, {Create});
    all.give(ResourceType::Document, {Create, Read, Delete});

    all.role("rpa", "Robots", "Programs that work screens for people.");
    all.give(ResourceType::ProcessDefinition, {UpdateProcessInstance});
    all.give(ResourceType::Resource, {Read});
    all.give(ResourceType::Document, {Create, Read, Delete});

    all.role("app-integrations", "Applications", "Programs that start processes and put documents aside.");
    all.give(ResourceType::ProcessDefinition, {ReadProcessDefinition, CreateProcessInstance, ReadUserTask, UpdateUserTask});
    all.give(ResourceType::Message, {Create});
    all.give(ResourceType::Document, {Create, Read, Delete});
}

void add_our_roles(Collection& all) {
    using enum Permission;
    all.role(everyone_role, "Everyone", "Every person who signs in has it, without being a member.");
    all.give(ResourceType::ProcessDefinition, {ReadProcessDefinition});
    all.give_by("startedBy", ResourceType::ProcessDefinition, {ReadProcessInstance, CancelProcessInstance});
    all.give_by("participant", ResourceType::ProcessDefinition, {ReadProcessInstance});
    all.give_by("starters", ResourceType::ProcessDefinition, {CreateProcessInstance});
    all.give_by("assignee", ResourceType::UserTask, {Read, Claim, Update, Complete});
    all.give_by("candidateUsers", ResourceType::UserTask, {Read, Claim, Complete});
    all.give_by("candidateGroups", ResourceType::UserTask, {Read, Claim, Complete});
    all.give_by("completedBy", ResourceType::UserTask, {Read});
    all.give(ResourceType::DecisionDefinition, {ReadDecisionDefinition});
    all.give(ResourceType::DecisionRequirementsDefinition, {Read});
    all.give(ResourceType::Component, {Access}, "tasklist");

    all.role("worker", "Workers", "Programs that take jobs and start instances.");
    all.give(ResourceType::ProcessDefinition, {ReadProcessInstance, UpdateProcessInstance, CreateProcessInstance});
    all.give(ResourceType::DecisionDefinition, {CreateDecisionInstance});
    all.give(ResourceType::Expression, {Evaluate});
    all.give(ResourceType::Document, {Create, Read});
    all.group(workers_group, "Workers");

    all.role("desk", "The desk", "See every instance, help those that can't go on, and look after the mail tray.");
    all.give(ResourceType::ProcessDefinition, {ReadProcessInstance, ReadUserTask, ModifyProcessInstance});
    all.give(ResourceType::DecisionDefinition, {ReadDecisionInstance});
    all.give(ResourceType::Batch, {CreateBatchOperationCancelProcessInstance, CreateBatchOperationMigrateProcessInstance,
                                   CreateBatchOperationModifyProcessInstance, CreateBatchOperationResolveIncident, Read, Update});
    all.give(ResourceType::Component, {Access}, "operate");
    all.give(ResourceType::Component, {Access}, "mail");
    for (const auto* group : {"iom.operator", "iom.leader", "iom.oncall"}) all.group(group, group);
}

}  // namespace

DefaultRows default_rows() {
    Collection all;
    all.rows.tenants.push_back({std::string(default_tenant), "Default", {}});
    add_camunda_roles(all);
    add_our_roles(all);
    std::int64_t key = 0;
    for (Authorization& row : all.rows.authorizations) row.key = {++key};
    return std::move(all.rows);
}

}  // namespace dandori::engine
