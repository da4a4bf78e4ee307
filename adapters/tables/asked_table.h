#pragma once
// What the routes of a table share: who asks for which table, and how rows and differences read.

#include <boost/json/value.hpp>

#include "adapters/http/answer.h"
#include "adapters/http/guard.h"
#include "adapters/http/router.h"
#include "engine/engine.h"
#include "engine/table/definition.h"

namespace dandori::tables {

/// A table that somebody may read, and the request for it.
struct AskedTable {
    const http::Request& request;
    const std::optional<engine::Actor>& actor;
    engine::Engine& engine;
    const engine::DataTable& row;
    const engine::TableDefinition& definition;

    bool is_editable() const { return engine::may_edit(definition, actor ? &*actor : nullptr); }
};

using AnsweringTable = std::function<http::Response(const AskedTable&)>;

/// Answers for `{tableId}`; 404 where there is no such table or the one who asks may not read it.
http::Handler for_table(engine::Engine&, http::Guard&, AnsweringTable);

/// A whole number of the query between 0 and `most`; the 400 where it is none.
tl::expected<std::int64_t, http::Response> number_in_query(const http::Request&, std::string_view name, std::int64_t otherwise, std::int64_t most);
/// The version that the query names, which must be there; absent: the newest.
tl::expected<std::int32_t, http::Response> version_in_query(const AskedTable&, std::string_view name, std::int32_t otherwise);

/// The cells of a row as JSON.
boost::json::value json_of_cells(const std::optional<engine::Json>&);
/// `{rowId, idBefore, act, before, after}` of each, and how many of which kind.
boost::json::object json_of_differences(const std::vector<engine::RowDifference>&);

/// The routes that read, and those that change.
void add_reading_routes(http::Router&, engine::Engine&, http::Guard&);
void add_changing_routes(http::Router&, engine::Engine&, http::Guard&);

}  // namespace dandori::tables
