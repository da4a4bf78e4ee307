#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// One variable in one scope. The value is JSON text.
struct Variable {
    VariableKey key;
    ScopeKey scope_key;
    std::string name;
    std::string value;  ///< JSON text
    ProcessInstanceKey process_instance_key;
    std::optional<ProcessInstanceKey> root_process_instance_key;
    std::string tenant_id{"<default>"};

    static constexpr std::string_view table = "variable";
    static constexpr auto fields() {
        using R = Variable;
        return Fields{field("variableKey", &R::key),
                      field("scopeKey", &R::scope_key),
                      field("name", &R::name),
                      field("value", &R::value),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("rootProcessInstanceKey", &R::root_process_instance_key),
                      field("tenantId", &R::tenant_id)};
    }
    bool operator==(const Variable&) const = default;
};

}  // namespace dandori::engine
