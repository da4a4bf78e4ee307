#pragma once
#include "engine/port/query.h"

namespace dandori::engine {

/// Of what the query finds, only what belongs to no suspended instance: until that is resumed its timers, jobs and subscriptions wait for
/// nothing.
inline Query of_none_suspended(Query query) {
    query.all.related.push_back({std::string(ProcessInstance::table), "processInstanceKey", "processInstanceKey",
                                 {{"state", Operator::Equals, {to_cell(InstanceState::Suspended)}}}, true});
    return query;
}

}  // namespace dandori::engine
