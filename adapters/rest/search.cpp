#include "adapters/rest/search.h"

#include <algorithm>
#include <boost/json.hpp>
#include <stdexcept>

#include "adapters/http/text.h"
#include "adapters/rest/base64.h"
#include "adapters/rest/body.h"
#include "engine/port/row_kind.h"

namespace dandori::rest {
namespace {

using engine::Cell;
using engine::FieldType;

Result<void> read_or_groups(const Shape& shape, const SearchRules& rules, const boost::json::object& filter,
                            engine::Query& query) {
    const auto* value = filter.if_contains("$or");
    if (!rules.has_or_groups || !value) return {};
    if (!value->is_array())
        return fail(Failure::Kind::Syntax, "'filter.$or' must be a list of filters, found " + described(*value) + ".");
    if (value->get_array().size() > or_groups_max)
        return fail(Failure::Kind::Bounds, "'filter.$or' has more than " + std::to_string(or_groups_max) + " filters.");
    std::vector<engine::Group> groups;
    for (const auto& each : value->get_array()) {
        const std::string prefix = "filter.$or[" + std::to_string(groups.size()) + "].";
        if (!each.is_object())
            return fail(Failure::Kind::Syntax,
                        "'filter.$or' must be a list of filters, found " + described(each) + " in it.");
        if (each.get_object().contains("$or"))
            return fail(Failure::Kind::Syntax, "'" + prefix + "$or' is not known here.");
        TRY(read_filter(shape, rules, each.get_object(), prefix, groups.emplace_back()));
    }
    if (!groups.empty()) query.any_of.push_back(std::move(groups));
    return {};
}

Result<engine::Sort> read_sort(const Shape& shape, const SearchRules& rules, Body sort) {
    auto name = TRY(sort.required_text("field"));
    for (const auto& alias : rules.aliases)
        if (alias.name == name) name = alias.field;
    const ShownField* field = shape.find_shown(name);
    if (!field || !can_be_sorted(field->type)) {
        std::string names;
        for (const auto& each : shape.fields)
            if (each.is_shown && can_be_sorted(each.type))
                names += (names.empty() ? "" : ", ") + std::string(each.name);
        return fail(Failure::Kind::Syntax,
                    "'" + sort.full_name("field") + "' is '" + name + "', but must be one of " + names + ".");
    }
    const auto order = TRY(sort.text("order")).value_or("ASC");
    const bool descending = http::equal_in_any_case(order, "DESC");
    if (!descending && !http::equal_in_any_case(order, "ASC"))
        return fail(Failure::Kind::Syntax,
                    "'" + sort.full_name("order") + "' is '" + order + "', but must be ASC or DESC.");
    TRY(sort.nothing_else());
    return engine::Sort{std::string(field->name), descending};
}

Result<std::optional<engine::Cursor>> read_cursor(Body& page, std::string_view name, const engine::Query& query) {
    const auto text = TRY(page.text(name));
    if (!text) return std::optional<engine::Cursor>{};
    auto cursor = cursor_from_text(*text, query.sort);
    if (!cursor)
        return fail(Failure::Kind::Syntax, "'page." + std::string(name) + "' is no cursor of a search with this sort.");
    return cursor;
}

Result<void> read_page(Body page, const SearchRules& rules, engine::Query& query) {
    query.limit = static_cast<std::size_t>(TRY(page.integer("limit", 1, page_limit_max)).value_or(100));
    const auto from = TRY(page.integer("from", 0, INT32_MAX));
    query.from = static_cast<std::size_t>(from.value_or(0));
    if (!rules.takes_no_cursors) {
        query.after = TRY(read_cursor(page, "after", query));
        query.before = TRY(read_cursor(page, "before", query));
    }
    if (query.after && query.before)
        return fail(Failure::Kind::Syntax, "'page' has both 'after' and 'before'; only one can be followed.");
    if (from && (query.after || query.before))
        return fail(Failure::Kind::Syntax, "'page' has both 'from' and a cursor; only one can be followed.");
    return page.nothing_else();
}

std::string sort_text(const std::vector<engine::Sort>& sort) {
    std::string text;
    for (const auto& each : sort) text += (each.descending ? "-" : "+") + each.field;
    return text;
}

boost::json::value cursor_value(const Cell& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
    if (const auto* truth = std::get_if<bool>(&cell)) return *truth;
    if (const auto* text = std::get_if<std::string>(&cell)) return boost::json::value(boost::json::string(*text));
    return nullptr;
}

}  // namespace

std::string cursor_text(const engine::Cursor& cursor, const std::vector<engine::Sort>& sort) {
    boost::json::array parts;
    parts.emplace_back(boost::json::string(sort_text(sort)));
    for (const Cell& cell : cursor) parts.push_back(cursor_value(cell));
    return to_base64(boost::json::serialize(parts));
}

std::optional<engine::Cursor> cursor_from_text(std::string_view text, const std::vector<engine::Sort>& sort) {
    const auto bytes = from_base64(text);
    if (!bytes) return {};
    boost::system::error_code error;
    const auto value = boost::json::parse(*bytes, error, {}, {.max_depth = 2});
    if (error || !value.is_array()) return {};
    const auto& parts = value.get_array();
    if (parts.size() != sort.size() + 2 || !parts[0].is_string() ||
        std::string_view(parts[0].get_string()) != sort_text(sort))
        return {};
    engine::Cursor cursor;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (parts[i].is_int64())
            cursor.emplace_back(parts[i].get_int64());
        else if (parts[i].is_bool())
            cursor.emplace_back(parts[i].get_bool());
        else if (parts[i].is_string())
            cursor.emplace_back(std::string(parts[i].get_string()));
        else if (parts[i].is_null())
            cursor.emplace_back();
        else
            return {};
    }
    return cursor;
}

Result<engine::Query> read_search(const Shape& shape, const SearchRules& rules, const boost::json::value& body) {
    auto request = TRY(Body::of(body, {}));
    engine::Query query;
    query.total_max = total_shown_max + 1;
    if (const auto* filter = request.find("filter")) {
        if (!filter->is_object())
            return fail(Failure::Kind::Syntax, "'filter' must be an object, found " + described(*filter) + ".");
        TRY(read_filter(shape, rules, filter->get_object(), "filter.", query.all));
        TRY(read_or_groups(shape, rules, filter->get_object(), query));
    }
    auto sorts = TRY(request.objects("sort"));
    if (sorts.size() > sort_fields_max)
        return fail(Failure::Kind::Bounds, "'sort' has more than " + std::to_string(sort_fields_max) + " fields.");
    for (auto& sort : sorts) query.sort.push_back(TRY(read_sort(shape, rules, std::move(sort))));
    if (auto page = TRY(request.object("page"))) TRY(read_page(std::move(*page), rules, query));
    TRY(request.nothing_else());
    try {
        engine::check_query(engine::row_kind(shape.kind), query);
    } catch (const std::invalid_argument& fault) {
        // Names and types were read from the same descriptions, so what is left is a cursor somebody made up.
        return fail(Failure::Kind::Syntax, fault.what());
    }
    return query;
}

void write_page(JsonText& json, std::int64_t total, const std::optional<engine::Cursor>& start,
                const std::optional<engine::Cursor>& end, const std::vector<engine::Sort>& sort) {
    const auto write_cursor = [&](std::string_view name, const std::optional<engine::Cursor>& cursor) {
        json.name(name);
        if (cursor)
            json.text(cursor_text(*cursor, sort));
        else
            json.null();
    };
    json.name("page").begin_object().name("totalItems").number(std::min(total, total_shown_max));
    json.name("hasMoreTotalItems").truth(total > total_shown_max);
    write_cursor("startCursor", start);
    write_cursor("endCursor", end);
    json.end_object();
}

}  // namespace dandori::rest
