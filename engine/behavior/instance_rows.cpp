#include "engine/behavior/instance_rows.h"

#include <algorithm>

namespace dandori::engine {
namespace {

template <class Flows>
auto place_of_flow(Flows& flows, std::string_view id) {
    return std::lower_bound(flows.begin(), flows.end(), id, [](const InstanceRows::TakenFlow& each, std::string_view of) { return each.id < of; });
}

}  // namespace

void InstanceRows::take_flow(const std::string& id, std::int64_t times) {
    auto place = place_of_flow(taken_flows, id);
    if (place == taken_flows.end() || place->id != id) place = taken_flows.insert(place, TakenFlow{id, 0});
    place->times += times;
}

bool InstanceRows::has_taken(std::string_view flow_id) const {
    const auto place = place_of_flow(taken_flows, flow_id);
    return place != taken_flows.end() && place->id == flow_id;
}

void InstanceRows::clear() {
    key = {};
    for_each_kind([](auto& rows) { rows.clear(); });
    known_variables.clear();
    loop_inputs.clear();
    taken_flows.clear();
    moved.clear();
    changes.clear();
    new_conditions.clear();
    shared = nullptr;
    run = {};
}

}  // namespace dandori::engine
