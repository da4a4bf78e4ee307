#include "adapters/documents/form_blocks.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

namespace dandori::documents {
namespace {

constexpr std::string_view form = R"({"components": [{"type": "text", "text": "説明"}, {"type": "textfield", "key": "title", "label": "件名"},
    {"type": "group", "label": "作業", "components": [
        {"type": "select", "key": "kind", "label": "種類", "values": [{"value": "new", "label": "新設"}]},
        {"type": "taglist", "key": "systems", "label": "システム", "values": [{"value": "SYS-01", "label": "SYS-01 住民記録"}]},
        {"type": "datetime", "key": "from", "label": "開始"}, {"type": "checkbox", "key": "outage", "label": "停止"}, {"type": "number", "key": "cost", "label": "費用"}]},
    {"type": "dynamiclist", "path": "workers", "label": "作業者", "components": [{"type": "textfield", "key": "name", "label": "氏名"},
        {"type": "select", "key": "party", "label": "所属", "values": [{"value": "infra", "label": "インフラ"}]}]},
    {"type": "textarea", "key": "requester.name", "label": "申請者"}]})";

std::string told(const std::vector<Block>& blocks) {
    std::string all;
    for (const auto& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) all += "# " + heading->text + "\n";
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) all += "- " + paragraph->text + "\n";
        if (const auto* facts = std::get_if<Facts>(&block)) {
            for (const auto& fact : facts->facts) all += fact.label + "=" + fact.value.text + (fact.is_wide ? "!" : "") + " ";
            all += "\n";
        }
        if (const auto* table = std::get_if<Table>(&block)) {
            for (const auto& column : table->columns) all += column.title + "|";
            for (const auto& row : table->rows) {
                all += "\n";
                for (const auto& cell : row) all += cell.text + "|";
            }
            all += "\n";
        }
    }
    return all;
}

std::string filled(const FormTemplate& wanted, std::string_view variables) {
    const auto blocks = blocks_of_form(wanted, form, boost::json::parse(variables).as_object(), worker::Years::Era);
    return blocks ? told(*blocks) : blocks.error().text;
}

constexpr std::string_view variables = R"({"title": "件", "kind": "new", "systems": ["SYS-01", "SYS-99"], "from": "2026-04-06", "outage": false, "cost": 1200,
    "workers": [{"name": "林", "party": "infra"}, {"name": "森"}], "requester": {"name": "甲"}})";

TEST(FormBlocks, ShowTheFormAsItWasFilledInItsOwnWords) {
    EXPECT_EQ(filled({"f", {}, {}, 2}, variables),
              "件名=件! \n# 作業\n種類=新設 システム=SYS-01 住民記録、SYS-99! 開始=令和8年4月6日 停止=いいえ 費用=1200 \n- 作業者\n氏名|所属|\n林|インフラ|\n森||\n申請者=甲! \n");
}

TEST(FormBlocks, LeaveOutWhatHasNoValueAndWhatIsNotWanted) {
    EXPECT_EQ(filled({"f", {}, {"cost"}, 1}, R"({"title": "", "cost": 3, "workers": [], "systems": [], "kind": null})"), "");
    EXPECT_EQ(filled({"f", {"cost", "kind"}, {}, 1}, variables), "種類=新設 費用=1200 \n");
}

TEST(FormBlocks, SayWhichFieldTheFormLacks) {
    EXPECT_EQ(filled({"f", {"costs"}, {}, 1}, variables), "the form 'f' has no field 'costs'.");
    EXPECT_EQ(blocks_of_form({"f", {}, {}, 1}, "[]", {}, worker::Years::Era).error().text, "the form 'f' is no JSON object.");
    EXPECT_EQ(blocks_of_form({"f", {}, {}, 1}, "{}", {}, worker::Years::Era).error().text,
              "the form 'f' can't be read; a list 'components' is needed.");
}

}  // namespace
}  // namespace dandori::documents
