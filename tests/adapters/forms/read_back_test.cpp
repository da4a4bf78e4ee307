#include "adapters/forms/read_back.h"

#include <gtest/gtest.h>

#include "adapters/spreadsheet/encoding.h"
#include "adapters/spreadsheet/write_workbook.h"
#include "tests/adapters/forms/sample_forms.h"
#include "tests/adapters/spreadsheet/zip_of.h"

namespace dandori::forms {
namespace {

ReadForm answers_in(const std::string& bytes, const std::string& form = test::every_type) {
    const auto read = read_back(*read_template(form), bytes, Wanted::Answer);
    EXPECT_TRUE(read) << read.error().text;
    return read.value_or(ReadForm{});
}

std::string told(const ReadForm& read) {
    std::string all;
    for (const auto& line : read.lines) {
        all += line.place + ":";
        for (const auto& [key, value] : line.answer) all += " " + key + "=" + value;
        for (const auto& [header, value] : line.others) all += " +" + header + "=" + value;
        all += "\n";
        for (const auto& fault : line.faults) all += "  ! " + fault + "\n";
    }
    return all;
}

TEST(Answer, IsReadByItsHeadersWhateverTheirOrder) {
    const std::string text =
        "提出先,デジタル庁\r\n\r\n結果,発行 ＩＤ,\"依頼\n番号\",行番号,回答日,連絡事項,受付番号,国の備考\r\n完了,０１２３４５６７８９０１,ACC-R08-00001,1,2026/4/20,,G-555,x\r\n"
        "却下,,ACC-R08-00002,2,令和8年4月20日,\"所属が,不明\",,\r\n,,ACC-R08-00003,1,,,,\r\n";
    auto form = test::every_type;
    form.replace(form.find("\"発行ID\""), 10, "\"発行 ID\"");
    const std::string expected =  // the header row has two lines of the file
        "5行: answered_on=2026-04-20 issued_id=012345678901 line_no=1 receipt_no=G-555 request_no=ACC-R08-00001 result=issued +国の備考=x\n"
        "6行: answered_on=2026-04-20 line_no=2 message=所属が,不明 request_no=ACC-R08-00002 result=rejected\n";
    EXPECT_EQ(told(answers_in(text, form)), expected);
    EXPECT_EQ(told(answers_in(*spreadsheet::cp932_of_utf8(text), form)), expected);
}

TEST(Answer, IsReadFromAWorkbookWithItsFaultsTold) {
    spreadsheet::NewSheet first{.name = "説明", .columns = {{"この表の書き方"}}}, second{.name = "一覧", .header_row = 3};
    second.columns = {{"依頼番号"}, {"行番号"}, {"結果"}, {"発行ID"}, {"回答日"}};
    second.rows = {{std::string("ACC-R08-00001"), 1.0, std::string("発行済"), std::string("012345678901"), std::chrono::year_month_day{std::chrono::year(2026), std::chrono::April, std::chrono::day(20)}},
                   {std::string("ACC-R08-00001"), 2.0, std::string("保留"), std::monostate{}, std::string("来週")}};
    EXPECT_EQ(told(answers_in(*spreadsheet::write_workbook({first, second}))),
              "'一覧'!4行: answered_on=2026-04-20 issued_id=012345678901 line_no=1 request_no=ACC-R08-00001 result=issued\n"
              "'一覧'!5行: line_no=2 request_no=ACC-R08-00001\n"
              "  ! '一覧'!E5: 「来週」: 日付（例 2026/04/01）ではありません\n"
              "  ! '一覧'!C5: 結果「保留」は知られていません\n");
}

TEST(Answer, TellsFormulasErrorsAndMergedCells) {
    const auto cell = [](const char* at, const char* text) { return "<c r=\"" + std::string(at) + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>"; };
    const auto bytes = test::workbook_of("<row r=\"1\">" + cell("A1", "依頼番号") + cell("B1", "結果") + cell("C1", "発行ID") + "</row>" +  //
                                             "<row r=\"2\">" + cell("A2", "ACC-R08-00001") + "<c r=\"B2\" t=\"str\"><f>X1</f><v>発行済</v></c><c r=\"C2\" t=\"e\"><v>#REF!</v></c></row>" +
                                             "<row r=\"3\">" + cell("C3", "u-1") + "</row>",
                                         "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>");
    EXPECT_EQ(told(answers_in(bytes)),
              "'申請'!2行: request_no=ACC-R08-00001 result=issued\n"
              "  ! '申請'!C2: 値の代わりに「#REF!」があります\n"
              "  ! '申請'!B2: 式の結果です。値を確かめて書き直してください\n"
              "'申請'!3行: issued_id=u-1\n"
              "  ! '申請'!B3: 結合されたセル（B2:B3）の中にあり、値を読めません\n");
}

TEST(Answer, IsRefusedWhereItsHeadersAreMissing) {
    const auto read = read_back(*read_template(test::every_type), "氏名,メール\r\na,b\r\n", Wanted::Answer);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().text,
              "No row of the first 50 holds the headers of 'すべての型' version 1: 「回答日」「発行ID」「行番号」「連絡事項」「受付番号」「依頼番号」「結果」 are needed.");
}

}  // namespace
}  // namespace dandori::forms
