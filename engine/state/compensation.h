#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// A completed activity that can be compensated as long as its scope isn't over (BPMN 2.0.2, 10.7 and 13.5.5). Later keys
/// completed later. One without a handler stands for a sub-process: what completed inside it has its key as `scope_key`.
struct Compensable {
    Key<Compensable> key;
    ProcessInstanceKey process_instance_key;
    ScopeKey scope_key;             ///< where the activity ran
    std::string activity_id;
    ElementInstanceKey activity_key;  ///< the element instance that completed
    std::string handler_id;         ///< the activity that undoes it; empty: what is inside
    Json variables;                 ///< its local variables when it completed

    static constexpr std::string_view table = "compensable";
    static constexpr auto fields() {
        using R = Compensable;
        return Fields{field("compensableKey", &R::key),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("scopeKey", &R::scope_key),
                      field("activityId", &R::activity_id),
                      field("activityKey", &R::activity_key),
                      field("handlerId", &R::handler_id),
                      field("variables", &R::variables)};
    }
    bool operator==(const Compensable&) const = default;
};

using CompensableKey = Key<Compensable>;

}  // namespace dandori::engine
