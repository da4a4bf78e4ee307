#pragma once
// From whatever schema a database has to the one this program needs.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "adapters/sql/dialect.h"
#include "engine/port/row_kind.h"

namespace dandori::sql {

/// A change that the descriptions of the rows can't tell: a renamed field, converted values.
struct Step {
    std::string what;
    std::vector<std::string> statements;
};

/// What this program needs. Its version is the number of steps plus one; steps are only ever added at the end.
struct Schema {
    std::span<const engine::RowKind> kinds;
    std::vector<Step> steps;

    std::int64_t version() const { return static_cast<std::int64_t>(steps.size()) + 1; }
};

/// The schema of this program.
const Schema& current_schema();

/// What a migration asks of a database; all of it in one transaction that the caller begins and ends.
class SchemaAccess {
  public:
    virtual ~SchemaAccess() = default;
    virtual void execute(const std::string& text) = 0;
    /// The first column of all rows, as text.
    virtual std::vector<std::string> texts(const std::string& query) = 0;
    virtual std::vector<std::string> tables() = 0;
    virtual std::vector<std::string> columns(const std::string& table) = 0;
    virtual std::vector<std::string> indexes(const std::string& table) = 0;
};

/// Makes an empty database ready; takes an older one through the steps it lacks and then adds the tables, columns and
/// indexes that the rows' descriptions name. Throws std::runtime_error for one that a newer program made: that has a
/// higher version, or tables or columns we don't know. True if anything was changed.
bool bring_forward(SchemaAccess& database, const Schema& schema, const Dialect& dialect);

}  // namespace dandori::sql
