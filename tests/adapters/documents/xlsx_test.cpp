#include "adapters/documents/xlsx.h"

#include <gtest/gtest.h>

#include "adapters/spreadsheet/workbook.h"
#include "tests/adapters/documents/reading.h"

namespace dandori::documents {
namespace {

Value text(std::string words) { return {std::move(words), {}, {}}; }

Content content_of(std::vector<Block> blocks) {
    Content content;
    content.title = "月次統合運用報告書";
    content.case_number = "REP-R08-00001";
    content.blocks = std::move(blocks);
    return content;
}

/// Sheets as `name: A1=..., B1=...; `.
std::string told(const Content& content) {
    const auto made = xlsx_of(content);
    if (!made) return made.error().text;
    const auto read = spreadsheet::read_workbook(made->bytes);
    if (!read) return read.error().text;
    std::string all;
    for (const auto& sheet : read->sheets) {
        all += sheet.name + ":";
        for (const auto& row : sheet.rows) {
            for (const auto& cell : row.cells)
                all += " " + spreadsheet::to_text(spreadsheet::CellPosition{row.number, cell.column}) + "=" + spreadsheet::to_text(cell.value);
        }
        all += "\n";
    }
    return all;
}

const Table table{{{"日", 1}, {"件数", 1}, {"備考", 2}},
                  {{{"令和8年4月6日", {}, worker::tokyo_time_in("2026-04-06")}, {"12", 12, {}}, text("=1+1")},
                   {{"", {}, worker::tokyo_time_in("2026-04-06T10:30:00+09:00")}, {"1.5", 1.5, {}}, text("0042")}},
                  "",
                  false};

TEST(Xlsx, WritesEachTableAsASheetAndAllElseOnOne) {
    EXPECT_EQ(told(content_of({Title{"報告書"}, Heading{"アラート"}, table, Facts{{{"対象月", text("4月"), false}, {"提出", {"", {}, worker::tokyo_time_in("2026-04-06")}, false}}, 1},
                               Heading{"所見"}, Paragraph{"良好\n以下同じ", Align::Left, TextSize::Normal, false, false}, Sheet{"決裁"},
                               Table{{{"日時", 1}}, {}, "なし", false}, Heading{"以上"}})),
              "月次統合運用報告書: A1=項目 B1=内容 A2=受付番号 B2=REP-R08-00001 A3=報告書 A4=対象月 B4=4月 A5=提出 B5=2026-04-06 A6=所見 B6=良好 B7=以下同じ\n"
              "アラート: A1=日 B1=件数 C1=備考 A2=2026-04-06 B2=12 C2==1+1 A3=2026-04-06T10:30:00 B3=1.5 C3=0042\n"
              "決裁: A1=日時 A2=なし\n"
              "決裁 2: A1=項目 B1=内容 A2=以上\n");
}

TEST(Xlsx, NamesSheetsAsSheetsMayBeNamed) {
    auto content = content_of({Sheet{"a/b:c*[d]"}, Title{"x"}, Sheet{"あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほ"}, Title{"y"}, Sheet{"///"}, Title{"z"}});
    content.case_number = "";
    EXPECT_EQ(told(content), "a b c  d: A1=項目 B1=内容 A2=x\nあいうえおかきくけこさしすせそたちつてとなにぬねのはひふ: A1=項目 B1=内容 A2=y\n表: A1=項目 B1=内容 A2=z\n");
}

TEST(Xlsx, MakesTheSameBytesEachTime) {
    const auto content = content_of({table});
    EXPECT_EQ(xlsx_of(content)->bytes, xlsx_of(content)->bytes);
}

TEST(Xlsx, IsReadByOtherPrograms) {
    const auto path = test::kept("other.xlsx", xlsx_of(content_of({Heading{"表"}, table}))->bytes);
    EXPECT_EQ(test::output_of("/usr/bin/python3 -c \"import openpyxl,sys; s=openpyxl.load_workbook(sys.argv[1])['表']; "
                              "print(s['A2'].value, s['B2'].value, s['C2'].value, s['C2'].data_type, s.page_setup.paperSize)\" " + path),
              "2026-04-06 00:00:00 12 =1+1 s 9\n");
}

}  // namespace
}  // namespace dandori::documents
