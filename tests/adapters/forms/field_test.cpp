#include "adapters/forms/field.h"

#include <gtest/gtest.h>

namespace dandori::forms {
namespace {

Column column_of(ColumnType type) {
    Column column;
    column.key = "x";
    column.type = type;
    column.codes = {{"small", "小"}, {"large", "大（10人から）"}};
    return column;
}

/// The plain value, or its fault behind `!`.
std::string plain(ColumnType type, std::string_view given) {
    const auto field = read_field(column_of(type), given);
    EXPECT_EQ(field.fault.empty() && field.is_changed, field.fault.empty() && field.value != given) << given;
    return field.fault.empty() ? field.value : "!" + field.fault;
}

TEST(Field, IsMadePlainByItsType) {
    using enum ColumnType;
    for (const auto& [type, given, expected] : std::vector<std::tuple<ColumnType, std::string, std::string>>{
             {Text, "  備考　", "備考"},
             {Text, "=1+1", "=1+1"},
             {Text, "　", ""},
             {Name, "髙橋 　一郎", "髙橋　一郎"},
             {Name, "𠮷田", "𠮷田"},
             {Name, "邉", "邉"},
             {Kana, "ﾀｶﾊｼ ｲﾁﾛｳ", "タカハシ　イチロウ"},
             {Kana, "たかはし", "タカハシ"},
             {Kana, "ヴァイオリン・ー", "ヴァイオリン・ー"},
             {Kana, "高橋", "!全角カタカナで書いてください"},
             {Id, "０１２３４５６７８９０１", "012345678901"},
             {Id, "=cmd()", "!= + - @ で始まる値は書けません"},
             {Mail, "ｕｅｄａ＠ｔａｘ．ｅｘａｍｐｌｅ．ｊｐ", "ueda@tax.example.jp"},
             {Mail, "ueda@localhost", "!メールアドレスではありません"},
             {Mail, "ueda@@tax.jp", "!メールアドレスではありません"},
             {Mail, "a b@tax.jp", "!メールアドレスではありません"},
             {Mail, "+x@tax.jp", "!= + - @ で始まる値は書けません"},
             {Integer, "１２", "12"},
             {Integer, "1.5", "!整数ではありません"},
             {Cidr, "10.0.0.0/16", "10.0.0.0/16"},
             {Cidr, "10.0.0.256/16", "!CIDR（例 10.0.0.0/16）ではありません"},
             {Cidr, "10.0.0/16", "!CIDR（例 10.0.0.0/16）ではありません"},
             {Cidr, "10.0.0.0/33", "!CIDR（例 10.0.0.0/16）ではありません"},
             {Boolean, "はい", "true"},
             {Boolean, "FALSE", "false"},
             {Boolean, "たぶん", "!「はい」か「いいえ」ではありません"},
             {Code, "small", "small"},
             {Code, "大（１０人\nから）", "large"},
             {Code, "中", "!選べる値（小、大（10人から））ではありません"}})
        EXPECT_EQ(plain(type, given), expected) << given;
    EXPECT_EQ(plain(Text, "\xFF"), "!文字として読めません");
}

TEST(Field, HasDatesHoweverTheyAreWritten) {
    for (const char* given : {"2026-04-01", "2026/4/1", "2026.04.01", "２０２６年４月１日", "令和8年4月1日", "R8.4.1", "2026-04-01T00:00:00", "2026-04-01T09:00:00+09:00"})
        EXPECT_EQ(date_in(given), "2026-04-01") << given;
    EXPECT_EQ(date_in("令和元年5月1日"), "2019-05-01");
    for (const char* given : {"", "2026-02-30", "20260401", "4/1", "April", "46113", "2026-04-01x", "12-04-01"}) EXPECT_FALSE(date_in(given)) << given;
}

TEST(Field, IsCountedInCharacters) {
    auto column = column_of(ColumnType::Name);
    column.length_max = 2;
    EXPECT_EQ(read_field(column, "𠮷田").fault, "");
    EXPECT_EQ(read_field(column, "𠮷田邉").fault, "3文字あります。2文字までにしてください");
}

TEST(Field, IsWrittenSoThatNoSpreadsheetTakesItForAFormula) {
    const auto text = column_of(ColumnType::Text);
    EXPECT_EQ(csv_text_of(text, "=1+1"), "'=1+1");
    EXPECT_EQ(csv_text_of(text, "-"), "'-");
    EXPECT_EQ(csv_text_of(text, "a=1"), "a=1");
    EXPECT_EQ(csv_text_of(column_of(ColumnType::Integer), "-3"), "-3");
    EXPECT_EQ(csv_text_of(column_of(ColumnType::Date), "2026-04-01"), "2026/04/01");
    EXPECT_EQ(csv_text_of(column_of(ColumnType::Code), "small"), "小");
    EXPECT_EQ(cell_of(text, "0042"), spreadsheet::CellValue(std::string("0042")));
    EXPECT_EQ(cell_of(text, ""), spreadsheet::CellValue());
}

}  // namespace
}  // namespace dandori::forms
