#pragma once
#include <algorithm>
#include <map>

#include "adapters/rest/rows.h"

namespace dandori::rest {

inline bool is_deleted(const engine::ProcessDefinition& definition) {
    return definition.state == engine::DefinitionState::Deleted;
}
inline bool is_deleted(const engine::DecisionDefinition&) { return false; }

/// Takes `isLatestVersion` out of a search over definitions and reads the rest. The latest versions are found before
/// the search: there are few definitions, and many searches can't compare one row with another.
template <class Definition>
Result<engine::Query> read_definition_search(const Call& call, const SearchRules& rules = {}) {
    auto body = call.json;
    std::optional<bool> latest;
    if (body.is_object()) {
        auto* filter = body.get_object().if_contains("filter");
        auto* asked = filter && filter->is_object() ? filter->get_object().if_contains("isLatestVersion") : nullptr;
        if (asked) {
            if (!asked->is_bool())
                return fail(Failure::Kind::Syntax,
                            "'filter.isLatestVersion' must be true or false, found " + described(*asked) + ".");
            latest = asked->get_bool();
            filter->get_object().erase("isLatestVersion");
        }
    }
    auto query = TRY(read_search(shape_of<Definition>(), rules, body));
    if (!latest) return query;
    std::map<std::pair<std::string, std::string>, const Definition*> newest;
    std::vector<Definition> all;
    for_each_visible_row<Definition>(call, {}, [&](const Definition& each) { all.push_back(each); });
    for (const auto& each : all) {
        if (is_deleted(each)) continue;
        auto& best = newest[{each.tenant_id, each.id}];
        if (!best || best->version < each.version) best = &each;
    }
    std::vector<engine::Cell> keys;
    for (const auto& [id, definition] : newest) keys.push_back(engine::to_cell(definition->key));
    const std::string primary_key(engine::field_at<Definition>().name);
    query.where(primary_key, *latest ? engine::Operator::In : engine::Operator::NotIn, std::move(keys));
    return query;
}

}  // namespace dandori::rest
