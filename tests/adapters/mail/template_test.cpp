#include "adapters/mail/template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/plain_expressions.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;
using testing::ElementsAre;
using testing::HasSubstr;

MailTemplate read_text(const std::string& text, std::optional<std::string> html = {}) {
    auto outcome = read_template("ML-a-x", text, std::move(html));
    EXPECT_TRUE(outcome.has_value()) << (outcome ? "" : outcome.error().text);
    return outcome.value_or(MailTemplate{});
}

RenderedMail rendered(const MailTemplate& wording, const json::object& variables) {
    auto outcome = render(wording, variables, test::evaluate_plainly);
    EXPECT_TRUE(outcome.has_value()) << (outcome ? "" : outcome.error().text);
    return outcome.value_or(RenderedMail{});
}

const std::string handover =
    "Subject: [{{= caseNo }}] 対応をお願いします: {{= title }}\nImportance: high\n\n"
    "{{= name }} 様\n\n検知日時  {{= detectedAt }}\n回避策    {{= workaround }}\n{{= a }} と {{= b }}\nおわり\n";

TEST(Template, FillsItsPlaceholders) {
    const auto mail = rendered(read_text(handover), {{"caseNo", "INC-R08-00001"},
                                                {"title", "tax-01"},
                                                {"name", "林"},
                                                {"detectedAt", "2026-04-06T01:00:00Z"},
                                                {"workaround", nullptr},
                                                {"a", nullptr},
                                                {"b", "乙"}});
    EXPECT_EQ(mail.subject, "[INC-R08-00001] 対応をお願いします: tax-01");
    EXPECT_EQ(mail.text, "林 様\n\n検知日時  2026年4月6日（月）10:00\n と 乙\nおわり\n");  // 回避策 had nothing to say
    EXPECT_THAT(mail.html, HasSubstr("<p>林 様</p>"));
    EXPECT_THAT(mail.empty_placeholders, ElementsAre("workaround", "a"));
    EXPECT_TRUE(read_text(handover).is_important);
}

TEST(Template, LeavesOutLinesOnlyWhenAllTheirPlaceholdersAreEmpty) {
    const auto wording = read_text("Subject: s\n\n{{= a }}{{= b }}\n\n{{= a }} {{= c }}\nplain\n{{= a }}");
    EXPECT_EQ(rendered(wording, {{"a", nullptr}, {"b", ""}, {"c", "x"}}).text, "\n x\nplain\n");
}

TEST(Template, LetsNoValueAddAHeaderOrATag) {
    const auto wording = read_text("Subject: {{= v }}\n\n{{= v }}\n", "<p>{{= v }}</p>\n");
    const auto mail = rendered(wording, {{"v", "x\r\nBcc: <b>evil</b>"}});
    EXPECT_EQ(mail.subject, "x  Bcc: <b>evil</b>");
    EXPECT_EQ(mail.html, "<p>x\r\nBcc: &lt;b&gt;evil&lt;/b&gt;</p>\n");
}

TEST(Template, DoesNotFillValuesAgain) {
    EXPECT_EQ(rendered(read_text("Subject: {{= v }}\n\n"), {{"v", "{{= secret }}"}, {"secret", "s"}}).subject,
              "{{= secret }}");
}

TEST(Template, KnowsTextsAndContextsInExpressions) {
    std::vector<std::string> asked;
    const Evaluate listen = [&](std::string_view expression, const json::object&) -> Result<json::value> {
        asked.emplace_back(expression);
        return json::value("v");
    };
    const auto mail =
        render(read_text("Subject: s\n\n{{= {a: {b: 1}} }}|{{= \"}} \\\" }}\" }}|{{=\n  x\n}}|\n"), {}, listen);
    ASSERT_TRUE(mail.has_value());
    EXPECT_EQ(mail->text, "v|v|v|\n");
    EXPECT_THAT(asked, ElementsAre("{a: {b: 1}}", "\"}} \\\" }}\"", "x"));
}

TEST(Template, FailsWithTheExpressionThatFails) {
    const auto outcome = render(read_text("Subject: s\n\n{{= fail() }}"), {}, test::evaluate_plainly);
    ASSERT_FALSE(outcome.has_value());
    EXPECT_EQ(outcome.error().text, "{{= fail() }}: It was asked to fail.");
}

TEST(Template, SaysWhatIsFaulty) {
    const std::pair<const char*, const char*> samples[]{
        {"", "Mail template 'ML-a-x': a line 'Subject: ...' is needed."},
        {"\nSubject: late", "Mail template 'ML-a-x': a line 'Subject: ...' is needed."},
        {"Subject: s\nBcc: x@y.jp\n\n",
         "Mail template 'ML-a-x': the header line 'Bcc: x@y.jp' is neither one Subject nor Importance (high, normal)."},
        {"Subject: a\nSubject: b\n\n",
         "Mail template 'ML-a-x': the header line 'Subject: b' is neither one Subject nor Importance (high, normal)."},
        {"Subject: s\n\n{{= open", "Mail template 'ML-a-x': The placeholder '{{= open' has no end."},
    };
    for (const auto& [text, fault] : samples) {
        const auto outcome = read_template("ML-a-x", text);
        ASSERT_FALSE(outcome.has_value()) << text;
        EXPECT_EQ(outcome.error().text, fault);
    }
}

}  // namespace
}  // namespace dandori::mail
