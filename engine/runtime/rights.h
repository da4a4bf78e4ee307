#pragma once
#include "engine/runtime/command.h"

namespace dandori::engine {

/// Whether somebody may do this with an instance: by its process, or because they started it.
inline bool may_change(const ProcessInstance& instance, const Actor* actor, Permission permission) {
    if (may(actor, ResourceType::ProcessDefinition, permission, instance.process_definition_id)) return true;
    return instance.started_by == actor->username && actor->grants.allow_by("startedBy", ResourceType::ProcessDefinition, permission);
}

/// Whether somebody may help an instance that can't go on: resolve its incidents, give its jobs retries. Who may change the
/// instance may do this too.
inline bool may_resolve(const ProcessInstance& instance, const Actor* actor) {
    return may(actor, ResourceType::ProcessDefinition, Permission::UpdateProcessInstance, instance.process_definition_id) ||
           may(actor, ResourceType::Batch, Permission::CreateBatchOperationResolveIncident, any_resource);
}

/// The refusal of what the actor's authorizations don't give.
inline Rejection insufficient(Permission permission, ResourceType type) {
    return {Rejection::Code::Forbidden, "Insufficient permissions to perform operation '" + std::string(name_of(permission)) +
                                            "' on resource '" + std::string(name_of(type)) + "'."};
}

/// The refusal of what names a tenant that the actor isn't of.
inline Rejection not_of_tenant(const std::string& tenant_id) {
    return {Rejection::Code::Forbidden, "Expected to perform the operation for tenant '" + tenant_id + "', but the caller isn't assigned to it."};
}

}  // namespace dandori::engine
