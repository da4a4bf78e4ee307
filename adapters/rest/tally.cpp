#include "adapters/rest/tally.h"

#include "adapters/rest/rows.h"

namespace dandori::rest {

void ElementTally::add(engine::Reader& reader, const engine::Query& query) {
    for_each_row<engine::ElementInstance>(reader, query, [&](const engine::ElementInstance& element) {
        Counts& counts = counts_[element.element_id];
        switch (element.state) {
            case engine::InstanceState::Active:
            case engine::InstanceState::Suspended: ++(element.has_incident ? counts.incidents : counts.active); break;
            case engine::InstanceState::Completed: ++counts.completed; break;
            case engine::InstanceState::Terminated: ++counts.canceled; break;
        }
    });
}

std::string ElementTally::text() const {
    JsonText json;
    json.begin_object().name("items").begin_array();
    for (const auto& [id, counts] : counts_) {
        json.begin_object().name("elementId").text(id).name("active").number(counts.active);
        json.name("canceled").number(counts.canceled).name("incidents").number(counts.incidents);
        json.name("completed").number(counts.completed).end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace dandori::rest
