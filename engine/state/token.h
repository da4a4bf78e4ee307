#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// A token that waits in front of a joining gateway until the others have come, or in front of any element until listeners are
/// done. Tokens that stand in an element are that element instance; tokens that only pass leave no row.
///
/// `lineage` names the splits the token comes from, outermost first, as `key/branch` joined by spaces: the key of the
/// splitting element instance and which of its branches it is: the index of the flow it left by, the number of the run of a
/// multi-instance activity, or, where a split goes on making branches (events that don't interrupt, ad-hoc work), a number never
/// given before. A join takes the entries off again that its tokens don't share. `engine/behavior/lineage.h` reads it.
struct Token {
    TokenKey key;
    ProcessInstanceKey process_instance_key;
    ScopeKey scope_key;
    std::string element_id;  ///< the element it waits at
    std::string flow_id;     ///< the sequence flow it came by
    std::string lineage;
    std::string taken_flows;  ///< without `flow_id`: a complex gateway waits for its reset; the flows whose tokens it has taken
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
                      field("takenFlows", &R::taken_flows),
                      field("arrivedAt", &R::arrived_at),
                      field("heldBy", &R::held_by),
                      field("event", &R::event)};
    }
    bool operator==(const Token&) const = default;
};

}  // namespace dandori::engine
