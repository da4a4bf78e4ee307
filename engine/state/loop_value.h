#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// One value that a body keeps beside its row, so that neither the row nor a list is written anew with each of its runs: the
/// result of one run, or the list that a sequential multi-instance activity goes through. Gone when the body is over.
struct LoopValue {
    Key<LoopValue> key;
    ProcessInstanceKey process_instance_key;
    ScopeKey scope_key;     ///< the body's
    std::string variable;   ///< the list in the body's scope that it belongs into, once that is looked at; empty: the input list
    std::int32_t place = 0; ///< in the list, from 1; 0 for the input list
    Json value;

    static constexpr std::string_view table = "loop_value";
    static constexpr auto fields() {
        using R = LoopValue;
        return Fields{field("loopValueKey", &R::key),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("scopeKey", &R::scope_key),
                      field("variable", &R::variable),
                      field("place", &R::place),
                      field("value", &R::value)};
    }
    bool operator==(const LoopValue&) const = default;
};

using LoopValueKey = Key<LoopValue>;

}  // namespace dandori::engine
