#include "adapters/people/table.h"

#include <gtest/gtest.h>

#include "adapters/people/person.h"

namespace dandori::people {
namespace {

constexpr Column two_columns[] = {{"username", "利用者ID", true}, {"post", "役職"}};

std::string faults_of(std::string_view csv, bool is_japanese = false) {
    const auto table = read_table(csv, two_columns);
    return table ? "" : to_text(table.error(), is_japanese);
}

TEST(PeopleTable, ReadsColumnsInAnyOrderByEitherName) {
    const auto table = read_table("\xEF\xBB\xBF役職,username\r\n 係長　,abe\r\n,\"ito\"\r\n", two_columns);
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 2u);
    EXPECT_EQ(table->rows[0].cells[0], "abe");
    EXPECT_EQ(table->rows[0].cells[1], "係長");
    EXPECT_EQ(table->rows[1].cells[1], "");
    EXPECT_EQ(table->rows[1].line, 3u);
    EXPECT_EQ(table->places, (std::vector<std::size_t>{2, 1}));
}

TEST(PeopleTable, ReadsCodePage932) {
    const auto table = read_table("username,\x96\xF0\x90\x45\r\nabe,\x8C\x57\x92\xB7\r\n", two_columns);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows[0].cells[1], "係長");
}

TEST(PeopleTable, AnAbsentColumnIsNotAnEmptyOne) {
    const auto table = read_table("username\nabe\n", two_columns);
    ASSERT_TRUE(table);
    EXPECT_FALSE(table->rows[0].cells[1]);
}

TEST(PeopleTable, TellsEveryFaultOfTheHeader) {
    EXPECT_EQ(faults_of("post,post,color\nx,y,z\n"),
              "Line 1, column 2 (post): This column is also column 1: leave one of them.\n"
              "Line 1, column 3 (color): There is no column 'color'. Columns are username, post: rename it or take it out.\n"
              "Line 1: The column username is missing: add it to the first row.");
    EXPECT_EQ(faults_of("post\nx\n", true), "1行目: 列 username（利用者ID）がありません。1行目に列名として加えてください。");
}

TEST(PeopleTable, TellsFaultsOfRows) {
    EXPECT_EQ(faults_of("username,post\nabe,x,y\nito,\"a\nb\"\n"),
              "Line 2, column 3: There are more cells (3) than names in the first row: put a value that has a comma in quotes.\n"
              "Line 3, column 2 (post): Line ends and control characters can't stand here.");
    EXPECT_EQ(faults_of("username\n"), "There are no rows. The first row has the names of columns (username, post), each further row is one person.");
    EXPECT_NE(faults_of("username\n\"abe\n"), "");
    EXPECT_NE(faults_of(""), "");
    EXPECT_NE(faults_of("username\n" + std::string(cell_bytes_max + 1, 'a') + "\n"), "");
    std::string many = "username\n";
    for (std::size_t i = 0; i <= rows_max; ++i) many += "p" + std::to_string(i) + "\n";
    EXPECT_NE(faults_of(many), "");
}

TEST(PeopleTable, TellsAtMostAHundredFaults) {
    std::string csv = "username\n";
    for (int i = 0; i < 103; ++i) csv += "a,b\n";
    EXPECT_NE(faults_of(csv).find("\nand 3 more"), std::string::npos);
}

TEST(PeopleTable, PartsStandBetweenSemicolonsOfEitherWidth) {
    EXPECT_EQ(parts_of("a; b；a;;　c "), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_TRUE(parts_of(" ; ").empty());
}

TEST(PeopleTable, DaysAreThoseOfTokyo) {
    EXPECT_EQ(to_iso8601(day_of("2027-04-01").value()), "2027-03-31T15:00:00.000Z");
    EXPECT_EQ(day_of("2027/4/1"), day_of("2027-04-01"));
    for (const auto* wrong : {"2027-02-30", "2027/13/1", "27/4/1", "2027-4", "4月1日", "2027-04-01T00:00", "2027/4-1"}) EXPECT_FALSE(day_of(wrong)) << wrong;
}

TEST(PeopleTable, MadePasswordsDiffer) {
    EXPECT_EQ(made_password().size(), 20u);
    EXPECT_NE(made_password(), made_password());
}

}  // namespace
}  // namespace dandori::people
