#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// A token that waits in front of a joining gateway until the others have come, or in front of any element until listeners are
/// done. Tokens that stand in an element are that element instance; tokens that only pass leave no row.
///
/// `lineage` names the splits the token comes from, outermost first, as `key/branch` joined by spaces: the key of the
/// splitting element instance and the index of the flow it left by. A join takes the last entry off again. It tells which
/// tokens belong together after a return (差戻し) into a parallel branch (design rules R1-R12 of approval patterns).
struct Token {
    TokenKey key;
    ProcessInstanceKey process_instance_key;
    ScopeKey scope_key;
    std::string element_id;  ///< the element it waits at
    std::string flow_id;     ///< the sequence flow it came by
    std::string lineage;
    Instant arrived_at;
    std::optional<ScopeKey> held_by;  ///< may enter when this has ended, or what it interrupts in it has
    Json event;                       ///< what a held one came with

    static constexpr std::string_view table = "token";
    static constexpr auto fields() {
        using R = Token;
        return Fields{field("tokenKey", &R::key),
                          field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                          field("scopeKey", &R::scope_key),
                          field("elementId", &R::element_id),
                          field("flowId", &R::flow_id),
                          field("lineage", &R::lineage),
                          field("arrivedAt", &R::arrived_at),
                          field("heldBy", &R::held_by),
                          field("event", &R::event)};
    }
    bool operator==(const Token&) const = default;
};

}  // namespace dandori::engine
