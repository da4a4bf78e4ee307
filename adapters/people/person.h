#pragma once
// What the tables of this room say about a person, and what is there now.

#include <map>
#include <set>

#include "adapters/people/table.h"
#include "engine/instant.h"
#include "engine/port/store.h"

namespace dandori::people {

/// What is wrong with the name to sign in by; none: nothing.
std::optional<TableFault> fault_of_username(std::string_view);
std::optional<TableFault> fault_of_mail(std::string_view);
/// Of the id of a group.
std::optional<TableFault> fault_of_group(std::string_view);

/// The fault with its place.
TableFault at(TableFault, std::size_t line, std::size_t column, std::string_view column_name);

/// 0:00 in Tokyo of `2027-04-01` or `2027/4/1`; none: it is no day.
std::optional<Instant> day_of(std::string_view);

/// 20 letters and digits that nobody guesses.
std::string made_password();

/// Who is in which group, by local accounts.
class Groups {
  public:
    static Groups read(engine::Reader&);
    std::set<std::string> of(const std::string& username) const;
    /// People; and clients, roles and rules, under names that no person has.
    std::set<std::string> members(const std::string& group) const;
    bool exists(const std::string& group) const { return known_.contains(group); }
    void join(const std::string& username, const std::string& group);
    void leave(const std::string& username, const std::string& group);

  private:
    std::set<std::string> known_;
    std::map<std::string, std::set<std::string>> of_, members_;
};

/// All accounts by name.
std::map<std::string, engine::User> accounts_of(engine::Reader&);

/// All rows that fit, page by page.
template <class Row>
std::vector<Row> all_rows(engine::Reader& reader, engine::Query query) {
    std::vector<Row> rows;
    query.count_total = false;
    for (query.limit = 1'000;;) {
        auto found = engine::find<Row>(reader, query);
        const bool is_last = found.rows.size() < query.limit;
        std::move(found.rows.begin(), found.rows.end(), std::back_inserter(rows));
        if (is_last) return rows;
        query.after = found.end;
    }
}

}  // namespace dandori::people
