#include "adapters/forms/fill.h"

#include <gtest/gtest.h>

#include "adapters/forms/form_files.h"
#include "adapters/forms/read_back.h"
#include "adapters/spreadsheet/workbook.h"
#include "adapters/spreadsheet/write_workbook.h"
#include "tests/adapters/forms/feel_expressions.h"
#include "tests/adapters/forms/sample_forms.h"

namespace dandori::forms {
namespace {

namespace json = boost::json;

const json::object variables{{"caseNo", "ACC-R08-00001"}, {"start", "2026-04-01"}, {"formNumber", "FR-1"}};

FilledForm filled(const std::string& lines, const std::string& form = test::every_type, const json::object& seen = variables) {
    const auto result = fill_form(*read_template(form), seen, json::parse(lines).as_array(), test::feel_expressions());
    EXPECT_TRUE(result) << result.error().text;
    return result.value_or(FilledForm{});
}

/// "2行「カナ」D6: message", one a line.
std::string faults_of(const FilledForm& form) {
    std::string all;
    for (const auto& fault : form.faults)
        all += std::to_string(fault.line) + "行「" + fault.header + "」" + fault.cell + ": " + fault.message + (fault.is_warning ? " (warning)" : "") + "\n";
    return all;
}

TEST(FilledForm, HasALineForEachWithWhatWasMadePlainShown) {
    const auto form = filled(R"json([{"name": "髙橋 一郎", "kana": "ﾀｶﾊｼ", "mail": "t@a.example.jp", "account": "012345678901", "size": "小", "note": "=1+1", "ok": true},
                                 {"name": "𠮷田", "mail": "y@a.example.jp", "line": 7}])json");
    EXPECT_EQ(faults_of(form), "");
    ASSERT_EQ(form.lines.size(), 2U);
    EXPECT_EQ(form.lines[0].at("request_no"), "ACC-R08-00001");
    EXPECT_EQ(form.lines[0].at("line_no"), "1");
    EXPECT_EQ(form.lines[1].at("line_no"), "7");  // a number of its own
    EXPECT_EQ(form.lines[0].at("kana"), "タカハシ");
    std::string changes;
    for (const auto& change : form.changes) changes += std::to_string(change.line) + " " + change.cell + " " + change.header + ": " + change.before + " > " + change.after + "\n";
    EXPECT_EQ(changes, "1 C5 氏名: 髙橋 一郎 > 髙橋　一郎\n1 D5 カナ: ﾀｶﾊｼ > タカハシ\n1 H5 規模: 小 > small\n");
}

TEST(FilledForm, TellsAllFaultsWithLineHeaderAndCell) {
    const auto form = filled(R"json([{"name": "髙橋一郎という長い名前", "kana": "高橋", "mail": "x", "size": "large"},
                                 {"mail": "y@a.example.jp", "account": "1", "size": "small", "until": "2026-03-31"},
                                 {"name": ["a"], "mail": "y@a.example.jp", "size": "large", "until": "2026-05-01", "cidr": "10.0.0.0"}])json");
    EXPECT_EQ(faults_of(form),
              "1行「氏名」C5: 11文字あります。10文字までにしてください\n"
              "1行「カナ」D5: 全角カタカナで書いてください\n"
              "1行「メール」E5: メールアドレスではありません\n"
              "3行「氏名」C7: 一つの値ではありません\n"
              "3行「CIDR」G7: CIDR（例 10.0.0.0/16）ではありません\n"
              "1行「終了日」I5: 必ず書いてください\n"
              "1行「規模」H5: 大は珍しい (warning)\n"
              "2行「氏名」C6: 必ず書いてください\n"
              "2行「環境ID」F6: 「1」は決まった形（^[0-9]{12}$）ではありません\n"
              "2行「終了日」I6: 開始より前です\n"
              "3行「規模」H7: 大は珍しい (warning)\n"
              "0行「メール」: 同じ方が二度あります\n");
    EXPECT_TRUE(form.has_errors());
    EXPECT_FALSE(filled(R"json([{"name": "a", "mail": "y@a.example.jp", "size": "large", "until": "2026-05-01"}])json").has_errors());  // a warning alone
    EXPECT_EQ(faults_of(filled("[]")), "0行「」: 行がありません\n");
}

TEST(FilledForm, FailsWhereTheTemplateCantBeWorkedOut) {
    auto text = test::every_type;
    text.replace(text.find("\"=kana\""), 7, "\"=kana +\"");
    const auto form = fill_form(*read_template(text), variables, json::parse("[{}]").as_array(), test::feel_expressions());
    ASSERT_FALSE(form);
    EXPECT_TRUE(form.error().text.starts_with("The form 'every', column 'カナ': ")) << form.error().text;
    EXPECT_EQ(fill_form(*read_template(test::every_type), variables, json::parse("[1]").as_array(), test::feel_expressions()).error().text,
              "Line 1 of the form 'every' is no context; one like {mail: \"a@b.jp\"} is needed.");
}

constexpr const char* every_value =
    R"json([{"name": "髙橋 一郎", "kana": "ﾀｶﾊｼ ｲﾁﾛｳ", "mail": "t@a.example.jp", "account": "012345678901", "cidr": "10.0.0.0/16", "size": "small", "until": "2026-05-01", "ok": true, "note": "=1+1"},
        {"name": "𠮷田", "kana": "ﾖｼﾀﾞ", "mail": "y@a.example.jp", "size": "large", "until": "2027-03-31", "ok": false, "note": "二行\nの\"備考\", カンマ"},
        {"name": "邉", "mail": "b@a.example.jp"}])json";

TEST(FormFiles, ComeBackWithTheSameValuesForEveryType) {
    const auto form = *read_template(test::every_type);
    const auto values = filled(every_value);
    ASSERT_FALSE(values.has_errors()) << faults_of(values);
    const auto files = form_files(form, values, variables, "FR-1", "", test::feel_expressions());
    ASSERT_TRUE(files) << files.error().text;
    ASSERT_EQ(files->size(), 2U);
    EXPECT_EQ(files->at(0).name, "every_FR-1.xlsx");
    EXPECT_EQ(files->at(1).name, "every_FR-1.csv");
    for (const auto& file : *files) {
        const auto read = read_back(form, file.bytes, Wanted::Request);
        ASSERT_TRUE(read) << read.error().text;
        ASSERT_EQ(read->lines.size(), values.lines.size());
        for (std::size_t line = 0; line < values.lines.size(); ++line) {
            EXPECT_EQ(read->lines[line].faults, std::vector<std::string>{});
            for (const auto& [key, value] : values.lines[line]) {
                const auto found = read->lines[line].request.find(key);
                EXPECT_EQ(found == read->lines[line].request.end() ? "" : found->second, value) << file.name << " " << line << " " << key;
            }
        }
    }
    // The same form gives the same bytes.
    const auto again = form_files(form, values, variables, "FR-1", "", test::feel_expressions());
    EXPECT_EQ(again->at(0).bytes, files->at(0).bytes);
    EXPECT_EQ(again->at(1).bytes, files->at(1).bytes);
}

TEST(FormFiles, AreSeveralWhereOneTableIsTooSmall) {
    std::string lines;
    for (int line = 1; line <= 7; ++line) lines += std::string(line > 1 ? "," : "") + R"json({"name": "n", "mail": "m)json" + std::to_string(line) + R"json(@a.example.jp"})json";
    const auto form = *read_template(test::every_type);
    const auto files = form_files(form, filled("[" + lines + "]"), variables, "FR-2", "", test::feel_expressions());
    ASSERT_TRUE(files);
    std::string names;
    std::size_t count = 0;
    for (const auto& file : *files) {
        names += file.name + " ";
        if (file.format == "xlsx") count += read_back(form, file.bytes, Wanted::Request)->lines.size();
    }
    EXPECT_EQ(names, "every_FR-2-1.xlsx every_FR-2-1.csv every_FR-2-2.xlsx every_FR-2-2.csv every_FR-2-3.xlsx every_FR-2-3.csv ");
    EXPECT_EQ(count, 7U);
}

TEST(FormFiles, FillTheOriginalWhereThereIsOne) {
    spreadsheet::NewSheet own;
    own.name = "一覧";
    own.header_row = 4;
    own.columns = {{"依頼番号"}, {"行番号"}, {"氏名"}, {"カナ"}, {"メール"}, {"環境ID"}, {"CIDR"}, {"規模"}, {"終了日"}, {"同意"}, {"備考"}, {"国の欄"}};
    const auto someday = std::chrono::year_month_day{std::chrono::year(2000), std::chrono::January, std::chrono::day(1)};
    own.rows.assign(3, std::vector<spreadsheet::CellValue>(12, std::string("x")));
    for (auto& row : own.rows) row[8] = someday;  // cells formatted as dates
    const auto form = *read_template(test::every_type);
    const auto files = form_files(form, filled(every_value), variables, "FR-1", *spreadsheet::write_workbook({own}), test::feel_expressions());
    ASSERT_TRUE(files) << files.error().text;
    const auto workbook = spreadsheet::read_workbook(files->at(0).bytes);
    ASSERT_TRUE(workbook);
    const auto& sheet = workbook->sheets[0];
    EXPECT_EQ(sheet.find({5, 3})->value, spreadsheet::CellValue(std::string("髙橋　一郎")));
    EXPECT_EQ(spreadsheet::to_text(sheet.find({5, 9})->value), "2026-05-01");
    EXPECT_EQ(sheet.find({7, 12})->value, spreadsheet::CellValue(std::string("x")));  // a column that isn't ours
    EXPECT_EQ(sheet.find({7, 9}), nullptr);                                            // no date given: emptied
    own.rows[0][8] = std::string("x");
    const auto refused = form_files(form, filled(every_value), variables, "FR-1", *spreadsheet::write_workbook({own}), test::feel_expressions());
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().text.starts_with("Cell '一覧'!I5 of the original isn't formatted as a date")) << refused.error().text;
}

TEST(FormFiles, SayWhatTheirEncodingLacks) {
    auto text = test::every_type;
    text.replace(text.find("\"answer\""), 8, "\"csvEncoding\": \"cp932\", \"answer\"");
    const auto files = form_files(*read_template(text), filled(every_value, text), variables, "FR-1", "", test::feel_expressions());
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error().text, "Line 3, column 3: Shift_JIS has no '𠮷' (U+20BB7). Write it in another way, or hand in UTF-8.");
    EXPECT_FALSE(form_files(*read_template(test::every_type), filled(every_value), variables, "../x", "", test::feel_expressions()));
}

TEST(ShippedForm, OfAUserIsFilledAndChecked) {
    const auto lines = R"json([{"action": "register", "person": {"familyName": "髙橋", "givenName": "一郎", "familyKana": "ﾀｶﾊｼ", "givenKana": "ｲﾁﾛｳ",
        "mail": "t@tax.example.jp", "organisation": "税務株式会社", "orgKind": "vendor", "mfa": null}, "system": {"name": "税務"}, "role": "member",
        "from": "2026-04-10", "to": "2027-03-31", "remark": null}])json";
    const auto text = test::shipped_template("gcas_user");
    EXPECT_EQ(faults_of(filled(lines, text)), "");
    EXPECT_EQ(faults_of(filled(lines, text, {{"caseNo", "ACC-R08-00001"}, {"contractEnd", "2027-03-30"}})), "1行「利用終了日」N8: 契約の終わりを過ぎています\n");
    EXPECT_EQ(faults_of(filled(R"json([{"person": {"mail": "a@gmail.com"}, "to": "2026-01-01", "from": "2026-02-01", "action": "register"}])json", text)),
              "1行「姓」D8: 必ず書いてください\n1行「名」E8: 必ず書いてください\n1行「姓（カナ）」F8: 必ず書いてください\n1行「名（カナ）」G8: 必ず書いてください\n"
              "1行「所属組織」I8: 必ず書いてください\n1行「所属区分」J8: 必ず書いてください\n1行「プロジェクト（利用システム）」K8: 必ず書いてください\n1行「役割」L8: 必ず書いてください\n"
              "1行「利用終了日」N8: 終わりの日は始まりの日以降にしてください\n1行「メールアドレス」H8: 組織のメールアドレスが必要です\n");
}

}  // namespace
}  // namespace dandori::forms
