#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/state/field.h"

namespace dandori::sql {

/// What databases say differently. `expression`s are SQL text made by us, `parameter`s texts such as `?3`.
class Dialect {
  public:
    virtual ~Dialect() = default;

    virtual std::string parameter(std::size_t number) const = 0;

    /// Type of a column. Texts must be compared by their bytes.
    virtual std::string column_type(engine::FieldType type) const = 0;

    /// Whether rows that belong to others say so, for the database to check at COMMIT.
    virtual bool has_references() const = 0;

    /// What stands behind the closing bracket of CREATE TABLE.
    virtual std::string table_options(engine::FieldType primary_key) const = 0;

    /// A column of an index. Absent values must stand first in it, where the database would have them last.
    virtual std::string index_column(const std::string& column, bool nullable) const = 0;

    /// True where `expression` is one of several values, which come in one parameter so that the text is the same for any
    /// number of them; and what that parameter holds.
    virtual std::string is_one_of(const std::string& expression, engine::FieldType type,
                                  const std::string& parameter) const = 0;
    virtual engine::Cell list_of(const std::vector<engine::Cell>& values) const = 0;

    /// Compares with a pattern, and the pattern of query.h's Like in this database's form.
    virtual std::string is_like(const std::string& expression, const std::string& parameter) const = 0;
    virtual std::string like_pattern(std::string_view pattern) const = 0;

    /// A FROM entry with one row for each text in a column that holds a JSON array, and the name of that text in it.
    virtual std::string members_of(const std::string& column) const = 0;
    virtual std::string member() const = 0;

    /// A table of the members of a list, `(value, with..., key)`, which follows the rows that have the list. All names quoted.
    struct MemberTable {
        std::string table;
        std::string rows;               ///< the table of the rows
        std::string list;               ///< their column with the JSON array
        std::vector<std::string> with;  ///< columns of the row that each member carries; the last is the primary key
    };
    /// Statements that make the database keep it up to date.
    virtual std::vector<std::string> following(const MemberTable& members) const = 0;
};

/// The rows of a table of members that belong to the row called `row` (`NEW.`, `r.`), as a SELECT; `from` stands before the list in its
/// FROM.
std::string members_text(const Dialect& dialect, const Dialect::MemberTable& members, const std::string& row, const std::string& from = "");

}  // namespace dandori::sql
