#pragma once
#include "adapters/sql/dialect.h"
#include "adapters/sql/statement.h"
#include "engine/port/row_kind.h"

namespace dandori::sql {

/// The rows of one page, with all columns in the order of the fields. For a search with `before` they come in reverse
/// order: turn them round. The query must have passed check_query().
Statement search_statement(const engine::RowKind& kind, const engine::Query& query, const Dialect& dialect);

/// The number of rows on all pages.
Statement count_statement(const engine::RowKind& kind, const engine::Query& query, const Dialect& dialect);

}  // namespace dandori::sql
