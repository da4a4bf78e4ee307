#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

enum class ClusterVariableScope { Global, Tenant };
template <>
inline constexpr std::string_view names_of<ClusterVariableScope>[] = {"GLOBAL", "TENANT"};

/// A value that every process can read in its expressions (`camunda.vars.env.NAME`); of a tenant, only that tenant's.
struct ClusterVariable {
    std::string id;  ///< the tenant (empty: global), a space, the name
    std::string name;
    ClusterVariableScope scope = ClusterVariableScope::Global;
    std::optional<std::string> tenant_id;
    std::string value;  ///< JSON

    static constexpr std::string_view table = "cluster_variable";
    static constexpr auto fields() {
        using R = ClusterVariable;
        return Fields{field("clusterVariableId", &R::id, FieldUse::Internal), field("name", &R::name), field("scope", &R::scope),
                      field("tenantId", &R::tenant_id), field("value", &R::value)};
    }
    bool operator==(const ClusterVariable&) const = default;
};

/// Of a tenant, or global.
inline std::string cluster_variable_id(const std::optional<std::string>& tenant_id, const std::string& name) {
    return tenant_id.value_or("") + ' ' + name;
}

}  // namespace dandori::engine
