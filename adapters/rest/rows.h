#pragma once
// Rows that the caller may see, found and written.

#include "adapters/rest/call.h"
#include "adapters/rest/rights.h"
#include "adapters/rest/search.h"
#include "adapters/rest/shape.h"

namespace dandori::rest {

/// Members that an answer has besides the row's own fields.
template <class Row>
using WriteMore = void (*)(JsonText&, const Row&);

/// The row of this key, if the caller may see it.
template <class Row>
std::optional<Row> visible_row(const Call& call, engine::PrimaryKey<Row> key) {
    auto query = engine::Query{}.where_equals(std::string(engine::field_at<Row>().name), key).first(1);
    limit_to_own(query, Row::table, call.caller);
    auto found = engine::find<Row>(call.reader(), query);
    if (found.rows.empty()) return std::nullopt;
    return std::move(found.rows.front());
}

/// Answers with the row whose key stands in the path, or 404. `what` names it for people.
template <class Row>
Result<void> answer_row(Call& call, std::string_view what, WriteMore<Row> more = nullptr) {
    const auto key = TRY(call.key<engine::PrimaryKey<Row>>(engine::field_at<Row>().name));
    const auto row = visible_row<Row>(call, key);
    if (!row) {
        call.reply.not_found(what, key.value);
        return {};
    }
    JsonText json;
    json.begin_object();
    write_members(json, shape_of<Row>(), &*row);
    if (more) more(json, *row);
    call.reply.json(json.end_object().take());
    return {};
}

/// Answers with a page of rows.
template <class Row>
void answer_page(const Call& call, engine::Query query, WriteMore<Row> more = nullptr) {
    limit_to_own(query, Row::table, call.caller);
    const auto found = engine::find<Row>(call.reader(), query);
    JsonText json;
    json.begin_object().name("items").begin_array();
    for (const Row& row : found.rows) {
        json.begin_object();
        write_members(json, shape_of<Row>(), &row);
        if (more) more(json, row);
        json.end_object();
    }
    json.end_array();
    write_page(json, found.total, found.start, found.end, query.sort);
    call.reply.json(json.end_object().take());
}

/// A whole search: `POST .../search`.
template <class Row>
Result<void> answer_search(Call& call, const SearchRules& rules = {}, WriteMore<Row> more = nullptr) {
    answer_page<Row>(call, TRY(read_search(shape_of<Row>(), rules, call.json)), more);
    return {};
}

/// Calls `visit(row)` for every row that `query` finds, however many; sort and page of the query are not looked at.
template <class Row, class Visit>
void for_each_row(engine::Reader& reader, engine::Query query, Visit&& visit) {
    query.sort.clear();
    query.first(page_limit_max);
    while (true) {
        const auto found = engine::find<Row>(reader, query);
        for (const Row& row : found.rows) visit(row);
        if (found.rows.size() < query.limit || !found.end) return;
        query.after = found.end;
    }
}

/// The same for the rows that the caller may see.
template <class Row, class Visit>
void for_each_visible_row(const Call& call, engine::Query query, Visit&& visit) {
    limit_to_own(query, Row::table, call.caller);
    for_each_row<Row>(call.reader(), std::move(query), visit);
}

}  // namespace dandori::rest
