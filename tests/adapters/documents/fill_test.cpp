#include "adapters/documents/fill.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/adapters/documents/samples.h"

namespace dandori::documents {
namespace {

namespace json = boost::json;

Result<Content> filled(const std::string& blocks, const std::string& variables, std::vector<Approval> approvals = {}) {
    Matter matter;
    matter.variables = json::parse(variables).as_object();
    matter.case_number = "MIN-R08-00001";
    matter.approvals = std::move(approvals);
    return fill(TRY(read_template("DOC-x", R"({"title": "t {{= a }}", "blocks": [)" + blocks + "]}")), matter, test::real_expressions());
}

std::string fault_of(const std::string& blocks, const std::string& variables) {
    const auto content = filled(blocks, variables);
    return content ? "none" : content.error().text;
}

TEST(Fill, WritesValuesAsPeopleReadThemAndKeepsWhatTheyAre) {
    const auto content = filled(R"({"facts": [{"label": "日", "value": "=d"}, {"label": "数", "value": "=n"}, {"label": "文", "value": "<{{= d }}>"}]})",
                                R"({"a": "A", "d": "2026-04-06", "n": 1.5})");
    ASSERT_TRUE(content) << content.error().text;
    EXPECT_EQ(content->title, "t A");
    const auto& facts = std::get<Facts>(content->blocks.at(0)).facts;
    EXPECT_EQ(facts[0].value.text, "令和8年4月6日");
    EXPECT_EQ(facts[0].value.time->month, 4U);
    EXPECT_EQ(facts[1].value.text, "1.5");
    EXPECT_EQ(facts[1].value.number, 1.5);
    EXPECT_EQ(facts[2].value.text, "<令和8年4月6日>");
    EXPECT_FALSE(facts[2].value.time);
}

TEST(Fill, MakesARowOfEachEntryAndFillsUpToWriteByHand) {
    const auto content = filled(R"({"table": "=list", "columns": [{"title": "番号", "value": "=index"}, {"title": "名", "value": "{{= row.name }} 様"}], "atLeast": 3})",
                                R"({"a": 1, "list": [{"name": "林"}, {"name": "{{= a }}"}]})");
    ASSERT_TRUE(content) << content.error().text;
    const auto& rows = std::get<Table>(content->blocks.at(0)).rows;
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1][0].number, 2);
    EXPECT_EQ(rows[1][1].text, "{{= a }} 様");  // words of a value are not read again
    EXPECT_EQ(rows[2][0].text, "");
}

TEST(Fill, LeavesOutWhatIsNotWantedOrEmpty) {
    const auto content = filled(
        R"({"text": "x", "when": "=yes"}, {"text": "y", "when": "=no"}, {"text": "z", "when": "=absent"}, {"text": "=absent"}, {"text": "", "boxed": true},
            {"facts": [{"label": "l", "when": "=no"}]}, {"seals": []})",
        R"({"a": 1, "yes": true, "no": false})");
    ASSERT_TRUE(content) << content.error().text;
    ASSERT_EQ(content->blocks.size(), 2U);
    EXPECT_EQ(std::get<Paragraph>(content->blocks[0]).text, "x");
    EXPECT_TRUE(std::get<Paragraph>(content->blocks[1]).is_boxed);
}

TEST(Fill, SaysWhereAValueCannotBeWorkedOut) {
    EXPECT_EQ(fault_of(R"({"text": "x", "when": "=a"})", R"({"a": 3})"),
              "Document template 'DOC-x', blocks[0]: 'when' gave 3; true or false is needed.");
    EXPECT_EQ(fault_of(R"({"table": "=a", "columns": [{"title": "t"}]})", R"({"a": "soon"})"),
              "Document template 'DOC-x', blocks[0]: 'table' gave \"soon\"; a list is needed.");
    EXPECT_NE(fault_of(R"({"table": "=[1]", "columns": [{"title": "t", "value": "=row +"}]})", R"({"a": 1})").find("blocks[0]: column 't', row 1: '=row +': "),
              std::string::npos);
    EXPECT_EQ(fault_of(R"({"table": "=for i in 1..5001 return i", "columns": [{"title": "t"}]})", R"({"a": 1})"),
              "Document template 'DOC-x', blocks[0]: 'table' gave 5001 rows; 5000 are the most.");
}

TEST(Fill, HoldsNoMoreThanAMegabyteOfValues) {
    const auto fault = fault_of(R"({"text": "=a"}, {"text": "=a"})", R"({"a": ")" + std::string(600'000, 'x') + "\"}");
    EXPECT_NE(fault.find("longer than 1 MB"), std::string::npos) << fault.substr(0, 200);
}

}  // namespace
}  // namespace dandori::documents
