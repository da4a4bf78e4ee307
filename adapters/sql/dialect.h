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

    /// What stands behind the closing bracket of CREATE TABLE.
    virtual std::string table_options(engine::FieldType primary_key) const = 0;

    /// True where `expression` is one of the members of a JSON array, which comes in one parameter so that the text is
    /// the same for any number of them.
    virtual std::string is_one_of(const std::string& expression, engine::FieldType type,
                                  const std::string& parameter) const = 0;

    /// Compares with a pattern, and the pattern of query.h's Like in this database's form.
    virtual std::string is_like(const std::string& expression, const std::string& parameter) const = 0;
    virtual std::string like_pattern(std::string_view pattern) const = 0;

    /// A FROM entry with one row for each text in a column that holds a JSON array, and the name of that text in it.
    virtual std::string members_of(const std::string& column) const = 0;
    virtual std::string member() const = 0;

    /// What follows each change of a row: statements about `OLD` and `NEW`.
    struct Follows {
        std::string insert;       ///< for a new row
        std::string remove;       ///< for one that is gone
        std::string has_changed;  ///< when a changed row is both
    };
    virtual std::vector<std::string> triggers(const std::string& name, std::string_view table, const Follows&) const = 0;
};

}  // namespace dandori::sql
