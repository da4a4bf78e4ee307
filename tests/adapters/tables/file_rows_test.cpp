#include "adapters/tables/file_rows.h"

#include <gtest/gtest.h>

#include "adapters/spreadsheet/encoding.h"
#include "adapters/tables/table_files.h"

namespace dandori::tables {
namespace {

const engine::TableDefinition table = *engine::read_table_definition(R"({"table": "t", "title": "表", "columns": [
    {"name": "id", "title": "番号", "key": true}, {"name": "name", "title": "名称"}, {"name": "count", "type": "integer"}, {"name": "parts", "type": "list"}]})");

std::string faults(std::string_view bytes) {
    const auto read = read_file_rows(bytes, table);
    return read ? "" : to_text(read.error(), "t.csv", false);
}

TEST(FileRows, AreReadByNamesOrTitlesInAnyOrder) {
    const auto read = read_file_rows("\xEF\xBB\xBF名称,番号,count,parts\r\nい,1,7,a;b\r\nろ,2\r\n", table);
    ASSERT_TRUE(read) << to_text(read.error(), "t.csv", false);
    ASSERT_EQ(read->rows.size(), 2u);
    EXPECT_EQ(read->rows[0].text, R"({"name":"い","id":"1","count":7,"parts":["a","b"]})");
    EXPECT_EQ(read->rows[1].text, R"({"name":"ろ","id":"2","count":null,"parts":null})") << "a short row has empty cells";
    EXPECT_EQ(read->lines, (std::vector<std::size_t>{2, 3}));
}

TEST(FileRows, ComeInTheOfficesOtherEncodingToo) {
    const auto bytes = spreadsheet::cp932_of_utf8("id,name\r\n1,髙﨑①\r\n");
    ASSERT_TRUE(bytes);
    const auto read = read_file_rows(*bytes, table);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->rows[0].text, R"({"id":"1","name":"髙﨑①"})");
}

TEST(FileRows, SayWhatIsWrongAndWhere) {
    EXPECT_EQ(faults("id,nome,id\n1,x,2\n"),
              "t.csv:1:2: The table has no column 'nome'; its columns are id, name, count, parts: rename it or take it out.\n"
              "t.csv:1:3: The column id is there twice: leave one.");
    EXPECT_EQ(faults("name\nx\n"), "t.csv:1: The key column id is missing: add it to the first row.");
    EXPECT_EQ(faults("id\n1\n2,x\n"), "t.csv:3:2: There are more cells than names in the first row: put a value that has a comma in quotes.");
    EXPECT_NE(faults("").find("The first row must have"), std::string::npos);
    EXPECT_NE(faults("id,name\n1,\"x\n").find("t.csv: "), std::string::npos) << "a quote that isn't closed";
    EXPECT_NE(faults("PK\x03\x04 and then nothing").find("t.csv: "), std::string::npos);
    EXPECT_NE(faults(std::string(file_bytes_max + 1, 'x')).find("are the most"), std::string::npos);
}

TEST(FileRows, AreWrittenAsTheyAreRead) {
    const std::vector<engine::Json> rows{{R"({"id":"1","name":"a,\"b\"","count":7,"parts":["x","y"]})"}, {R"({"id":"2"})"}};
    const auto text = write_csv_rows(table, rows, spreadsheet::CsvEncoding::Utf8WithMark);
    ASSERT_TRUE(text);
    const auto read = read_file_rows(*text, table);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->rows[0], (engine::Json{R"({"id":"1","name":"a,\"b\"","count":7,"parts":["x","y"]})"}));
    EXPECT_EQ(read->rows[1], (engine::Json{R"({"id":"2","name":null,"count":null,"parts":null})"}));
}

TEST(TableFiles, EveryFaultOfEveryFileIsTold) {
    const auto command = tables_of_files({{"a.table.json", "{}", "", ""}, {"b.table.json", R"({"table": "b", "title": "b", "columns": [{"name": "id", "key": true}]})", "b.csv", "no\n1\n"}});
    ASSERT_FALSE(command);
    EXPECT_NE(command.error().text.find("a.table.json: The table: 'table' must be a text"), std::string::npos) << command.error().text;
    EXPECT_NE(command.error().text.find("b.csv:1:1: The table has no column 'no'"), std::string::npos);
}

}  // namespace
}  // namespace dandori::tables
