#include "adapters/inbox/case_search.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/http/text.h"
#include "adapters/inbox/answer.h"
#include "adapters/inbox/like_text.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;
using engine::Cell;
using engine::Group;
using engine::Operator;
using engine::Query;

constexpr std::size_t search_text_max = 200;
constexpr std::size_t search_keys_max = 1'000;

tl::unexpected<Failure> wrong_search(std::string text) { return fail(Failure::Kind::Syntax, std::move(text)); }

std::string in_capitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    return text;
}

Group with_variable(const std::string& name, const std::string& pattern) {
    return {{},
            {{"variable",
              "processInstanceKey",
              "processInstanceKey",
              {{"name", Operator::Equals, {name}}, {"value", Operator::Like, {pattern}}},
              false}}};
}

/// Part of the number, the title (or the name of the process, where there is none) or the requester.
Result<void> add_text(Query& query, const std::string& text) {
    if (text.size() > search_text_max) {
        return wrong_search("'text' has " + std::to_string(text.size()) + " bytes; at most " +
                            std::to_string(search_text_max) + " are searched for.");
    }
    const auto quoted = json_text(text);
    const auto in_json = "*" + like_text(quoted.substr(1, quoted.size() - 2)) + "*";
    std::vector<Group> groups{{{{"businessId", Operator::Like, {"*" + like_text(in_capitals(text)) + "*"}}}, {}},
                              {{{"processDefinitionName", Operator::Like, {"*" + like_text(text) + "*"}}}, {}},
                              with_variable("title", in_json),
                              with_variable("requester", in_json)};
    if (const auto key = key_of(text, "text"))
        groups.push_back({{{"processInstanceKey", Operator::Equals, {*key}}}, {}});
    query.any_of.push_back(std::move(groups));
    return {};
}

Result<void> add_keys(Query& query, const json::value& wanted) {
    const std::string name = "processInstanceKey";
    std::vector<Cell> keys;
    if (wanted.is_string()) {
        keys.emplace_back(TRY(key_of(wanted.get_string(), name)));
    } else {
        const auto* list = wanted.is_object() ? wanted.get_object().if_contains("$in") : nullptr;
        if (!list || !list->is_array() || wanted.get_object().size() != 1) return wrong_search("'" + name + R"(' must be a key or {"$in": [keys]}.)");
        if (list->get_array().size() > search_keys_max)
            return wrong_search("'" + name + "' has more than " + std::to_string(search_keys_max) + " keys.");
        for (const auto& key : list->get_array()) {
            if (!key.is_string()) return wrong_search("'" + name + "' must hold texts.");
            keys.emplace_back(TRY(key_of(key.get_string(), name)));
        }
    }
    query.where(name, Operator::In, std::move(keys));
    return {};
}

Result<void> add_kind(Query& query, CaseModels& models, const std::string& kind) {
    std::vector<Cell> keys;
    for (const auto key : models.definitions_of_kind(kind)) keys.emplace_back(key.value);
    query.where("processDefinitionKey", Operator::In, std::move(keys));
    return {};
}

Result<void> add_case_filter(Query& query, CaseModels& models, const json::object& filter) {
    for (const auto& [key, value] : filter) {
        const std::string name(key);
        if (value.is_null()) continue;
        if (name == "processInstanceKey") {
            TRY(add_keys(query, value));
            continue;
        }
        if (name == "open") {
            if (!value.is_bool()) return wrong_search("'open' must be true or false.");
            query.where("endDate", value.get_bool() ? Operator::NotExists : Operator::Exists);
            continue;
        }
        const std::string text(*TRY(text_member(filter, name)));
        if (name == "text")
            TRY(add_text(query, text));
        else if (name == "kind")
            TRY(add_kind(query, models, text));
        else if (name == "caseNo")
            query.where_equals("businessId", text);
        else if (name == "processDefinitionId")
            query.where_equals(name, text);
        else
            return wrong_search("The filter '" + name.substr(0, 40) + "' is unknown.");
    }
    return {};
}

Result<void> add_case_sort(Query& query, const json::value& sort) {
    if (!sort.is_array()) return wrong_search("'sort' must be a list.");
    for (const auto& each : sort.get_array()) {
        if (!each.is_object()) return wrong_search("'sort' must hold objects.");
        TRY(nothing_but(each.get_object(), {"field", "order"}));
        const auto* field = TRY(text_member(each.get_object(), "field"));
        const auto* order = TRY(text_member(each.get_object(), "order"));
        if (!field) return wrong_search("'sort' needs a 'field'.");
        const std::string name(*field);
        if (name != "startDate" && name != "endDate" && name != "caseNo")
            return wrong_search("Cases can be sorted by startDate, endDate and caseNo, not by '" + name.substr(0, 40) +
                                "'.");
        if (order && !http::equal_in_any_case(*order, "ASC") && !http::equal_in_any_case(*order, "DESC"))
            return wrong_search("'order' must be ASC or DESC, not '" + std::string(*order).substr(0, 40) + "'.");
        query.sorted_by(name == "caseNo" ? "businessId" : name, order && http::equal_in_any_case(*order, "DESC"));
    }
    return {};
}

Result<std::size_t> page_number(const json::object& page, std::string_view name, std::int64_t least, std::int64_t most,
                                std::size_t otherwise) {
    const auto* value = page.if_contains(name);
    if (!value || value->is_null()) return otherwise;
    if (!value->is_int64() || value->get_int64() < least || value->get_int64() > most) {
        return wrong_search("'" + std::string(name) + "' must be a number from " + std::to_string(least) + " to " +
                            std::to_string(most) + ".");
    }
    return static_cast<std::size_t>(value->get_int64());
}

}  // namespace

Result<Query> case_query(CaseModels& models, const json::object& request) {
    TRY(nothing_but(request, {"filter", "sort", "page"}));
    Query query;
    query.where("parentProcessInstanceKey", Operator::NotExists);
    if (const auto* filter = TRY(object_member(request, "filter"))) TRY(add_case_filter(query, models, *filter));
    if (const auto* sort = request.if_contains("sort"); sort && !sort->is_null()) TRY(add_case_sort(query, *sort));
    if (query.sort.empty()) query.sorted_by("startDate", true).sorted_by("processInstanceKey", true);
    query.limit = 50;
    if (const auto* page = TRY(object_member(request, "page"))) {
        TRY(nothing_but(*page, {"from", "limit"}));
        query.from = TRY(page_number(*page, "from", 0, 10'000'000, 0));
        query.limit = TRY(page_number(*page, "limit", 1, 200, 50));
    }
    return query;
}

std::optional<engine::ProcessInstance> find_case(engine::Reader& reader, const std::string& case_number) {
    auto query = Query{}.where_equals("businessId", case_number).where("parentProcessInstanceKey", Operator::NotExists);
    auto found =
        engine::find<engine::ProcessInstance>(reader, query.sorted_by("processInstanceKey", true).first(1)).rows;
    if (!found.empty()) return std::move(found.front());
    const auto key = key_of(case_number, "caseNo");
    if (!key) return std::nullopt;
    return engine::get<engine::ProcessInstance>(reader, engine::ProcessInstanceKey{*key});
}

}  // namespace dandori::inbox
