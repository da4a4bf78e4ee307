#include "bpmn/diagram/text.h"

#include <gtest/gtest.h>

namespace dandori::bpmn::diagram_detail {
namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : "|") + line;
    return all;
}

TEST(Text, CountsFullWidthAsTheFontSizeAndHalfWidthLess) {
    EXPECT_DOUBLE_EQ(text_width("申請", 12), 24);
    EXPECT_DOUBLE_EQ(text_width("ｼﾝｾｲ", 12), 24);
    EXPECT_DOUBLE_EQ(text_width("葛\xF3\xA0\x84\x80", 12), 12) << "a variation selector has no width of its own";
    EXPECT_LT(text_width("mail", 12), 48);
    EXPECT_DOUBLE_EQ(text_width("", 12), 0);
}

struct Wrapping {
    const char *text, *lines;
    double width;
};

TEST(Text, BreaksLinesAsJapaneseDoes) {
    const Wrapping table[]{
        {"申請書を確認する", "申請書を|確認する", 60},
        {"A12 受付を連絡する", "A12 受付を|連絡する", 90},
        {"B15 申請内容を直す", "B15 申請内容を|直す", 90},
        {"電話を記録した", "電話を|記録した", 70},
        {"統合運用管理補助機能", "統合運用管|理補助機能", 72},
        {"確認する。", "確認す|る。", 48},
        {"はい、そうです。", "はい、|そうで|す。", 40},
        {"見積（概算）を出す", "見積|（概|算）を|出す", 40},
        {"チェックする", "チェック|する", 50},
        {"エスカレーション", "エスカレ|ーション", 50},
        {"Incident management", "Incident|management", 80},
        {"A/B Test", "A/B|Test", 30},
        {"1行目\n2行目", "1行目|2行目", 200},
        {"a  b\t c", "a b c", 200},
        {"", "", 50},
        {"   ", "", 50},
    };
    for (const Wrapping& each : table) EXPECT_EQ(joined(wrapped(each.text, each.width, 12)), each.lines) << each.text;
}

TEST(Text, NeverBeginsALineWithClosingPunctuation) {
    for (double width = 12; width < 200; width += 7) {
        for (const std::string& line : wrapped("「申請」、『承認』。（差戻し）・ちょっと待って！", width, 12)) {
            if (width < 60) continue;  // three characters that stay together need their room
            for (const char* mark : {"」", "、", "』", "。", "）", "・", "ょ", "っ", "！"}) {
                EXPECT_FALSE(line.starts_with(mark)) << line << " at " << width;
            }
            for (const char* mark : {"「", "『", "（"}) EXPECT_FALSE(line.ends_with(mark)) << line << " at " << width;
        }
    }
}

TEST(Text, StaysWithinItsBoxWhateverTheText) {
    const char* const texts[]{"申請書の記載内容を確認し、不備があれば差し戻す",
                              "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", "短い",
                              "ﾃﾞｰﾀﾍﾞｰｽの更新とチェックリスト（第2版）の確認を同時に行う作業", "a b c d e f g h i j k"};
    for (const char* text : texts) {
        for (const double width : {20.0, 40.0, 90.0, 200.0}) {
            for (const double height : {10.0, 30.0, 72.0}) {
                const FittedText found = fitted(text, width, height);
                EXPECT_GE(found.size, 7);
                EXPECT_LE(static_cast<double>(found.lines.size()) * found.size * line_height, height + 0.02) << text;
                for (const std::string& line : found.lines) {
                    EXPECT_LE(text_width(line, found.size), width + 0.02) << line << " in " << width;
                }
            }
        }
    }
}

TEST(Text, ShrinksBeforeItCutsOff) {
    EXPECT_EQ(fitted("確認する", 90, 72).size, 12);
    const FittedText smaller = fitted("申請書の記載内容を確認し、不備があれば差し戻す", 60, 50);
    EXPECT_LT(smaller.size, 12);
    EXPECT_EQ(joined(smaller.lines).find("…"), std::string::npos);
    const FittedText cut = fitted("申請書の記載内容を確認し、不備があれば差し戻す", 40, 20);
    EXPECT_EQ(cut.size, 7);
    EXPECT_TRUE(cut.lines.back().ends_with("…")) << cut.lines.back();
}

TEST(Text, ReplacesWhatIsNoUtf8) {
    EXPECT_EQ(joined(wrapped("a\xFF\xC0\x80\xED\xA0\x80z", 500, 12)),
              "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz");
}

}  // namespace
}  // namespace dandori::bpmn::diagram_detail
