#include "adapters/documents/pdf.h"

#include <gtest/gtest.h>

#include "tests/adapters/documents/reading.h"

namespace dandori::documents {
namespace {

using test::output_of;
using test::times_in;

Content content_of(std::vector<Block> blocks) {
    Content content;
    content.title = "試験";
    content.header = "頭書き";
    content.case_number = "MIN-R08-00001";
    content.made_at = *instant_from_iso8601("2026-04-06T10:00:00+09:00");
    content.blocks = std::move(blocks);
    return content;
}

Value text(std::string words) { return {std::move(words), {}, {}}; }

std::string text_of(const std::string& name, const Content& content) {
    const auto made = pdf_of(content);
    EXPECT_TRUE(made) << made.error().text;
    return made ? output_of("pdftotext -layout " + test::kept(name, made->bytes) + " -") : "";
}

TEST(Pdf, RepeatsTheTitlesOfATableOnEachPageAndCountsThePages) {
    Table table{{{"番号", 1}, {"内容", 5}}, {}, "", false};
    for (int row = 1; row <= 100; ++row) table.rows.push_back({text(std::to_string(row)), text("行の内容 第" + std::to_string(row) + "号")});
    const auto read = text_of("hundred-rows.pdf", content_of({table}));
    for (int row = 1; row <= 100; ++row) EXPECT_EQ(times_in(read, "第" + std::to_string(row) + "号"), 1U) << row;
    EXPECT_EQ(times_in(read, "番号"), 3U);
    EXPECT_EQ(times_in(read, "3/3"), 1U);
    EXPECT_EQ(times_in(read, "MIN-R08-00001"), 3U);
}

TEST(Pdf, BreaksARowHigherThanAPageBetweenLines) {
    std::string lines;
    for (int line = 1; line <= 120; ++line) lines += "長い欄の第" + std::to_string(line) + "行\n";
    const auto read = text_of("high-row.pdf", content_of({Table{{{"番号", 1}, {"内容", 5}}, {{text("1"), text(lines)}, {text("2"), text("次の行")}}, "", false}}));
    for (int line = 1; line <= 120; ++line) EXPECT_EQ(times_in(read, "第" + std::to_string(line) + "行"), 1U) << line;
    EXPECT_EQ(times_in(read, "次の行"), 1U);
}

TEST(Pdf, WritesRareNamesAndMarksWhatNoFontHas) {
    const auto content = content_of({Paragraph{"髙橋 𠮷田 渡邉 \U0001F600 \u202Eひっくり返し", Align::Left, TextSize::Normal, false, false},
                                     Heading{"辻󠄀と𠮷村の件"}});  // the gothic face has no 𠮷: the other lends it
    EXPECT_EQ(pdf_of(content)->letters_missing, 1U);
    const auto read = text_of("names.pdf", content);
    for (const char* name : {"髙橋", "𠮷田", "渡邉", "〓", "ひっくり返し", "𠮷村の件"}) EXPECT_NE(read.find(name), std::string::npos) << name << read;
}

TEST(Pdf, DrawsWhatIsEmptyAsAFormToFillIn) {
    Content content = content_of({Title{"様式"}, Facts{{{"", {}, false}, {"空欄", {}, true}}, 2}, Table{{{"欄", 1}}, {}, "該当なし", false},
                                  Table{{{"欄", 1}}, std::vector<std::vector<Value>>(12, {Value{}}), "", false}, Seals{{{"検査員", {}}}}, Space{20}});
    content.is_landscape = true;
    const auto read = text_of("empty.pdf", content);
    EXPECT_NE(read.find("該当なし"), std::string::npos);
    EXPECT_NE(read.find("検査員"), std::string::npos);
    EXPECT_NE(output_of("pdfinfo " + test::kept("empty.pdf", pdf_of(content)->bytes)).find("841.89 x 595.276"), std::string::npos);
}

TEST(Pdf, HasNoMoreThanFiveHundredPages) {
    const auto made = pdf_of(content_of(std::vector<Block>(501, NewPage{})));
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().text, "The document '試験' would have more than 500 pages; put less into its tables and texts.");
}

TEST(Pdf, IsFitForTheArchiveAsFarAsCanBeSeen) {
    const auto content = content_of({Paragraph{"本文 <&>", Align::Left, TextSize::Normal, false, false}, Seals{{{"課長", Seal{"情報システム課", "8.4.6", "髙橋", "代", false}}}}});
    const auto path = test::kept("archive.pdf", pdf_of(content)->bytes);
    const auto inside = output_of("qpdf --qdf --object-streams=disable --decode-level=all " + path + " -");
    for (const char* part : {"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>", "/S /GTS_PDFA1", "/Lang (ja-JP)",
                             "<xmp:CreateDate>2026-04-06T10:00:00+09:00</xmp:CreateDate>", "(D:20260406100000+09'00')", "%PDF-1.7", "/ID ["})
        EXPECT_NE(inside.find(part), std::string::npos) << part;
    for (const char* forbidden : {"/Encrypt", "/JavaScript", "/LZWDecode", "/Interpolate true"})
        EXPECT_EQ(inside.find(forbidden), std::string::npos) << forbidden;
    EXPECT_NE(output_of("qpdf --check " + path).find("No syntax or stream encoding errors"), std::string::npos);
}

}  // namespace
}  // namespace dandori::documents
