#include "adapters/documents/template.h"

#include <gtest/gtest.h>

namespace dandori::documents {
namespace {

std::string fault_of(const std::string& text) {
    const auto read = read_template("DOC-x", text);
    return read ? "none" : read.error().text;
}

TEST(DocumentTemplate, IsReadBlockByBlock) {
    const auto read = read_template("DOC-x", R"({"title": "議事録 {{= title }}", "header": "h", "paper": "landscape", "years": "western", "blocks": [
        {"title": "議事録"}, {"heading": "1", "when": "=a"}, {"text": "=agenda", "align": "right", "size": "small", "strong": true, "boxed": true},
        {"facts": [{"label": "l", "value": "=v", "wide": true, "when": "=w"}], "columns": 2},
        {"table": "=rows", "columns": [{"title": "t", "value": "=row.a", "width": 2.5, "align": "center"}], "empty": "なし", "atLeast": 3, "small": true},
        {"approvals": true, "empty": "e"}, {"seals": [{"label": "課長", "steps": ["B40"]}]}, {"space": 10}, {"newPage": true}, {"sheet": "s"}]})");
    ASSERT_TRUE(read) << read.error().text;
    EXPECT_TRUE(read->is_landscape);
    EXPECT_EQ(read->years, worker::Years::Western);
    ASSERT_EQ(read->blocks.size(), 10U);
    EXPECT_EQ(read->blocks[1].when, "a");
    EXPECT_EQ(read->blocks[1].place, "blocks[1]");
    const auto& text = std::get<TextTemplate>(read->blocks[2].what);
    EXPECT_TRUE(text.as.is_boxed && text.as.is_strong && text.as.align == Align::Right && text.as.size == TextSize::Small);
    const auto& facts = std::get<FactsTemplate>(read->blocks[3].what);
    EXPECT_TRUE(facts.columns == 2 && facts.facts[0].is_wide && facts.facts[0].when == "w");
    const auto& table = std::get<TableTemplate>(read->blocks[4].what);
    EXPECT_EQ(table.rows, "rows");
    EXPECT_EQ(table.rows_min, 3U);
    EXPECT_EQ(table.columns[0].column.width, 2.5);
    EXPECT_EQ(std::get<SealsTemplate>(read->blocks[6].what).boxes[0].steps, std::vector<std::string>{"B40"});
}

TEST(DocumentTemplate, SaysWhatIsWrongWhere) {
    const std::pair<const char*, const char*> samples[]{
        {"{", "Document template 'DOC-x': it is no JSON: incomplete JSON."},
        {"[]", "Document template 'DOC-x': an object with title and blocks is needed."},
        {R"({"title": "t"})", "Document template 'DOC-x': 'blocks' is empty; at least one is needed."},
        {R"({"blocks": [{"space": 1}]})", "Document template 'DOC-x': 'title' is missing; the document's name is needed."},
        {R"({"title": "{{= a", "blocks": []})", "Document template 'DOC-x': 'title': The placeholder '{{= a' has no end."},
        {R"({"title": "t", "paper": "A3", "blocks": []})", "Document template 'DOC-x': 'paper' is 'A3'; portrait, landscape are known."},
        {R"({"title": "t", "blocks": [{"heading": "a", "text": "b"}]})",
         "Document template 'DOC-x': blocks[0]: a block has one of title, heading, text, facts, form, table, approvals, seals, space, newPage, sheet; found 2 of "
         "them."},
        {R"({"title": "t", "blocks": [{"table": "rows", "columns": []}]})",
         "Document template 'DOC-x': blocks[0]: 'table' is 'rows'; FEEL behind a '=' is needed."},
        {R"({"title": "t", "blocks": [{"table": "=rows", "columns": [{"title": "a", "widht": 2}]}]})",
         "Document template 'DOC-x': blocks[0].columns[0]: 'widht' is not known here; title, value, width, align are."},
        {R"({"title": "t", "blocks": [{"facts": [{"value": "v"}]}]})",
         "Document template 'DOC-x': blocks[0].facts[0]: 'label' is missing; a text is needed."},
        {R"({"title": "t", "blocks": [{"space": 500}]})", "Document template 'DOC-x': blocks[0]: 'space' must be a number from 0 to 200."},
        {R"({"title": "t", "blocks": [3]})", "Document template 'DOC-x': blocks[0]: an object is needed."},
    };
    for (const auto& [text, fault] : samples) EXPECT_EQ(fault_of(text), fault);
}

TEST(DocumentTemplate, HasBounds) {
    std::string blocks;
    for (int count = 0; count < 201; ++count) blocks += (count ? "," : "") + std::string(R"({"space": 1})");
    EXPECT_EQ(fault_of(R"({"title": "t", "blocks": [)" + blocks + "]}"),
              "Document template 'DOC-x': 'blocks' has 201 entries; 200 are the most.");
    EXPECT_EQ(fault_of(std::string(256 * 1024 + 1, ' ')), "Document template 'DOC-x': it is larger than 256 KB.");
}

}  // namespace
}  // namespace dandori::documents
