// What the database is asked; that it answers rightly is the contract's part (tests/support/store_contract.h).
#include "adapters/sql/search_statement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/sqlite/sqlite_dialect.h"

namespace dandori::sql {

using engine::Cell;
using engine::Operator;
using engine::Query;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

Statement statement_of(const Query& query) {
    return search_statement(engine::row_kind("sequence"), query, sqlite::SqliteDialect{});
}

}  // namespace

TEST(SearchStatement, AsksForAllFieldsByPrimaryKey) {
    const auto statement = statement_of(Query{});
    EXPECT_EQ(statement.text,
              "SELECT r.\"name\", r.\"next\" FROM \"sequence\" AS r WHERE TRUE ORDER BY r.\"name\" ASC LIMIT ?1");
    EXPECT_THAT(statement.parameters, ElementsAre(Cell{std::int64_t{100}}));
}

TEST(SearchStatement, NeverPutsAValueIntoItsText) {
    const std::string evil = "x'; DROP TABLE sequence; --";
    Query query = Query{}.where("name", Operator::Equals, {evil}).where("name", Operator::In, {evil});
    query.where("name", Operator::Like, {evil});
    query.after = engine::Cursor{evil};
    const auto statement = statement_of(query);
    EXPECT_THAT(statement.text, Not(HasSubstr("DROP")));
    EXPECT_EQ(statement.parameters.size(), 6U);
}

TEST(SearchStatement, HasOneTextForAnyNumberOfValues) {
    const auto one = statement_of(Query{}.where("name", Operator::In, {"a"}));
    const auto three = statement_of(Query{}.where("name", Operator::In, {"a", "b\"", "c"}));
    EXPECT_EQ(one.text, three.text);
    EXPECT_EQ(three.parameters.front(), Cell{R"(["a","b\"","c"])"});
}

TEST(SearchStatement, GoesOnBehindACursorAndTurnsRoundBeforeOne) {
    Query query = Query{}.sorted_by("next", true);
    query.after = engine::Cursor{std::int64_t{5}, "e"};
    EXPECT_THAT(
        statement_of(query).text,
        HasSubstr("WHERE TRUE AND r.\"next\" <= ?1 AND ((r.\"next\" < ?2) OR (r.\"next\" = ?3 AND r.\"name\" > ?4)) "
                  "ORDER BY r.\"next\" DESC, r.\"name\" ASC LIMIT ?5"));
    std::swap(query.after, query.before);
    EXPECT_THAT(
        statement_of(query).text,
        HasSubstr("WHERE TRUE AND r.\"next\" >= ?1 AND ((r.\"next\" > ?2) OR (r.\"next\" = ?3 AND r.\"name\" < ?4)) "
                  "ORDER BY r.\"next\" ASC, r.\"name\" DESC LIMIT ?5"));
}

TEST(SearchStatement, WritesPatternsInTheDatabasesForm) {
    const sqlite::SqliteDialect dialect;
    EXPECT_EQ(dialect.like_pattern("a*b?c"), "a*b?c");
    EXPECT_EQ(dialect.like_pattern("\\*\\?\\\\"), "[*][?]\\");
    EXPECT_EQ(dialect.like_pattern("[x]"), "[[]x]");
    EXPECT_EQ(dialect.like_pattern("\\"), "\\");
}

}  // namespace dandori::sql
