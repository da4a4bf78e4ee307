#include "adapters/forms/template.h"

#include <gtest/gtest.h>

#include "tests/adapters/forms/sample_forms.h"

namespace dandori::forms {
namespace {

std::string changed(const std::string& from, const std::string& to) {
    auto text = test::every_type;
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return text.replace(at, from.size(), to);
}

std::string template_fault(const std::string& json) {
    const auto form = read_template(json);
    return form ? "" : form.error().text;
}

TEST(FormTemplate, AreAllFourOfTheProcessReadable) {
    for (const auto& [id, columns] : std::vector<std::pair<std::string, std::size_t>>{{"gcas_env", 17}, {"gcas_user", 16}, {"gcas_right", 10}, {"gcas_break_glass", 5}}) {
        const auto form = read_template(test::shipped_template(id));
        ASSERT_TRUE(form) << id << ": " << form.error().text;
        EXPECT_EQ(form->id, id);
        EXPECT_EQ(form->columns.size(), columns);
        EXPECT_EQ(form->answer.headers.size(), 7U);
        EXPECT_FALSE(form->checklist.empty());
        EXPECT_TRUE(form->is_valid_on("2026-04-01"));
        EXPECT_FALSE(form->is_valid_on("2026-03-31"));
    }
}

TEST(FormTemplate, GivesItsColumnsPlacesWhereItNamesNone) {
    const auto form = read_template(test::every_type);
    ASSERT_TRUE(form) << form.error().text;
    EXPECT_EQ(form->layout.columns.at("request_no"), 1U);
    EXPECT_EQ(form->layout.columns.at("note"), 11U);
    const auto placed = read_template(changed("\"lastRow\": 7}", "\"lastRow\": 7, \"columns\": {\"mail\": \"AB\"}}"));
    ASSERT_TRUE(placed);
    EXPECT_EQ(placed->layout.columns, (std::map<std::string, std::uint32_t>{{"mail", 28}}));
}

TEST(FormTemplate, SaysWhatIsWrongAndWhere) {
    EXPECT_EQ(template_fault("{"), "The request form is no JSON: incomplete JSON.");
    EXPECT_EQ(template_fault(changed("\"title\"", "\"titel\"")), "'title' of the request form is missing; a text is needed.");
    EXPECT_EQ(template_fault(changed("\"naturalKey\"", "\"key\"")), "'key' of the request form is not known; is it misspelt?");
    EXPECT_EQ(template_fault(changed("\"type\": \"kana\"", "\"type\": \"hiragana\"")),
              "'columns[3].type' of the request form is 'hiragana'; text, name, id, integer, date, code, mail, kana, cidr or boolean is needed.");
    EXPECT_EQ(template_fault(changed("\"if:size=large\"", "\"always\"")), "'columns[8].required' of the request form is 'always'; must, optional or if:COLUMN=VALUE is needed.");
    EXPECT_EQ(template_fault(changed("if:size=large", "if:weight=large")), "'columns.until.required' of the request form names the column 'weight', which the form doesn't have.");
    EXPECT_EQ(template_fault(changed("\"codeList\": \"size\"", "\"codeList\": \"sizes\"")), "'columns[7].codeList' of the request form is 'sizes', which codeLists doesn't hold.");
    EXPECT_EQ(template_fault(changed("\"=kana\"", "\"kana\"")), "'columns[3].from' of the request form is 'kana'; FEEL behind '=' is needed.");
    EXPECT_EQ(template_fault(changed("\"B2\"", "\"2B\"")), "'xlsx.cells.2B' of the request form is no cell; one like B2 is needed.");
    EXPECT_EQ(template_fault(changed("\"却下\": \"rejected\"", "\"却下\": \"refused\"")),
              "'answer.results.却下' of the request form is 'refused'; issued, changed, stopped, rejected or question is needed.");
    EXPECT_EQ(template_fault(changed("\"key\": \"kana\"", "\"key\": \"name\"")), "'columns' of the request form has 'name' twice.");
}

}  // namespace
}  // namespace dandori::forms
