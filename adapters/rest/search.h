#pragma once
// A search as the API writes it, made into the engine's own terms: filters, sorts, pages and cursors, for any kind of
// rows.

#include <boost/json/value.hpp>
#include <span>

#include "adapters/rest/shape.h"
#include "engine/failure.h"
#include "engine/port/query.h"

namespace dandori::rest {

/// How the searches of one resource differ from "every shown field, under its own name".
struct SearchRules {
    /// A filter name that stands for a field of another name.
    struct Alias {
        std::string_view name;
        std::string_view field;
    };
    std::span<const Alias> aliases{};
    /// Filters that are no fields: adds to `group` and returns true, or false when it knows no such name.
    Result<bool> (*special)(std::string_view name, const boost::json::value& value, engine::Group& group) = nullptr;
    bool has_or_groups = false;     ///< `$or` is understood
    bool takes_no_cursors = false;  ///< pages by `from` and `limit` only
};

inline constexpr std::size_t page_limit_max = 10'000;
inline constexpr std::int64_t total_shown_max = 10'000;  ///< what is behind is `hasMoreTotalItems`, as in Camunda 8: counting is dear
inline constexpr std::size_t filter_values_max = 1'000;  ///< in one `$in` or `$notIn`
inline constexpr std::size_t sort_fields_max = 10;
inline constexpr std::size_t or_groups_max = 100;

/// Reads the body of a search (null: everything).
Result<engine::Query> read_search(const Shape& shape, const SearchRules& rules, const boost::json::value& body);

/// Adds the conditions of a filter's members to a group.
Result<void> read_filter(const Shape& shape, const SearchRules& rules, const boost::json::object& filter,
                         const std::string& prefix, engine::Group& group);

/// One filter value (plain, or an object of operators) as conditions on a field; `member` is its name for messages.
Result<void> read_conditions(const ShownField& field, const boost::json::value& value, const std::string& member,
                             std::vector<engine::Condition>& conditions);

/// What a search can do with fields of a type: the operators of their filters, and whether it can sort by them.
struct FilterOperatorName {
    std::string_view name;
    bool takes_list;
};
std::vector<FilterOperatorName> operators_of(engine::FieldType type);
bool can_be_filtered(engine::FieldType type);
bool can_be_sorted(engine::FieldType type);

/// A cursor as text and back; it is bound to the sort it was made with. None where it is no cursor of such a search.
std::string cursor_text(const engine::Cursor& cursor, const std::vector<engine::Sort>& sort);
std::optional<engine::Cursor> cursor_from_text(std::string_view text, const std::vector<engine::Sort>& sort);

/// The member `page` of an answer.
void write_page(JsonText&, std::int64_t total, const std::optional<engine::Cursor>& start,
                const std::optional<engine::Cursor>& end, const std::vector<engine::Sort>& sort);

}  // namespace dandori::rest
