#include "engine/table/cells.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

namespace dandori::engine {
namespace {

namespace json = boost::json;

const TableDefinition table = *read_table_definition(R"({"table": "t", "title": "表", "columns": [
    {"name": "a", "key": true}, {"name": "b", "key": true}, {"name": "n", "type": "integer"}, {"name": "yes", "type": "boolean"},
    {"name": "day", "type": "date"}, {"name": "month", "type": "month"}, {"name": "at", "type": "time"}, {"name": "parts", "type": "list", "values": ["x", "y"]},
    {"name": "must", "required": true}]})");

TableCells cells(const std::string& text) { return json::parse(text).as_object(); }

/// `column` of each fault, joined.
std::string faults(std::string members) {
    std::vector<CellFault> found;
    const auto merged = merged_cells(table, {}, cells(R"({"a": "1", "b": "2", "must": "m")" + (members.empty() ? "}" : ", " + members + "}")), found);
    for (auto& each : cell_faults(table, merged)) found.push_back(each);
    std::string text;
    for (const auto& each : found) text += (text.empty() ? "" : " ") + each.column;
    return text;
}

TEST(TableCells, ValuesMustBeOfTheirColumnsTypes) {
    EXPECT_EQ(faults(R"("n": 3, "yes": true, "day": "2028-02-29", "month": "2026-12", "at": "2026-04-01T09:00:00+09:00", "parts": ["x", "y"])"), "");
    EXPECT_EQ(faults(R"("n": 3.0)"), "") << "FEEL writes whole numbers so, too";
    EXPECT_EQ(faults(R"("n": 3.5)"), "n");
    EXPECT_EQ(faults(R"("n": 1e300)"), "n");
    EXPECT_EQ(faults(R"("n": "3")"), "n");
    EXPECT_EQ(faults(R"("yes": "true")"), "yes");
    EXPECT_EQ(faults(R"("day": "2027-02-29")"), "day");
    EXPECT_EQ(faults(R"("day": "2026-4-1")"), "day");
    EXPECT_EQ(faults(R"("month": "2026-13")"), "month");
    EXPECT_EQ(faults(R"("at": "2026-04-01T09:00:00")"), "at") << "which zone?";
    EXPECT_EQ(faults(R"("parts": ["x", "z"])"), "parts");
    EXPECT_EQ(faults(R"("parts": "x")"), "parts");
    EXPECT_EQ(faults(R"("parts": [1])"), "parts");
    EXPECT_EQ(faults(R"("must": null)"), "must");
    EXPECT_EQ(faults(R"("must": "")"), "must");
    EXPECT_EQ(faults(R"("other": 1)"), "other");
    EXPECT_EQ(faults(R"("must": ")" + std::string(table_cell_bytes_max + 1, 'x') + "\""), "must");
}

TEST(TableCells, WhatIsNotNamedStaysAndNullClears) {
    std::vector<CellFault> found;
    const auto before = cells(R"({"a": "1", "b": "2", "n": 5, "must": "m"})");
    const auto merged = merged_cells(table, before, cells(R"({"must": "new", "n": null, "parts": []})"), found);
    EXPECT_EQ(json::serialize(merged), R"({"a":"1","b":"2","must":"new"})");
    EXPECT_TRUE(found.empty());
}

TEST(TableCells, ARowIsCalledByItsKey) {
    EXPECT_EQ(row_id_of(table, cells(R"({"a": "x", "b": "y"})")), "x/y");
    EXPECT_EQ(row_id_of(table, cells(R"({"a": "x/y", "b": "z\\"})")), "x\\/y/z\\\\");
    EXPECT_NE(row_id_of(table, cells(R"({"a": "x/y", "b": "z"})")), row_id_of(table, cells(R"({"a": "x", "b": "y/z"})")));
    EXPECT_EQ(row_id_of(table, cells(R"({"a": "x"})")), "");
    const auto by_number = *read_table_definition(R"({"table": "n", "title": "n", "columns": [{"name": "no", "type": "integer", "key": true}]})");
    EXPECT_EQ(row_id_of(by_number, cells(R"({"no": 12})")), "12");
}

TEST(TableCells, FilesHaveTexts) {
    const auto read = [](std::string_view column, std::string_view text) { return json::serialize(cell_from_text(*table.find(column), text)); };
    EXPECT_EQ(read("n", "12"), "12");
    EXPECT_EQ(read("n", "12x"), R"("12x")") << "and is no whole number then";
    EXPECT_EQ(read("yes", "TRUE"), "true");
    EXPECT_EQ(read("parts", "x;;y"), R"(["x","y"])");
    EXPECT_EQ(read("must", "  "), "null");
    EXPECT_EQ(read("a", " 007 "), R"("007")");
    for (const char* text : {R"("a;b")", "12", "true", R"(["x","y"])"}) EXPECT_FALSE(cell_text(json::parse(text)).empty());
    EXPECT_EQ(cell_text(json::parse(R"(["x","y"])")), "x;y");
}

}  // namespace
}  // namespace dandori::engine
