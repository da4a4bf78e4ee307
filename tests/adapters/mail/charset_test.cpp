#include "adapters/mail/charset.h"

#include <gtest/gtest.h>

#include "adapters/mail/header_text.h"

namespace dandori::mail {
namespace {

struct Sample {
    const char* charset;
    std::string bytes;
    const char* expected;
};

TEST(Charset, ReadsWhatJapaneseMailProgramsWrite) {
    const Sample samples[]{
        {"utf-8", "障害", "障害"},
        {"UTF-8", "障害", "障害"},
        {"iso-2022-jp", "\x1B$B>c32\x1B(B: host1", "障害: host1"},
        {"ISO-2022-JP", "\x1B$B-!-j\x1B(B", "①㈱"},       // NEC row 13, under a label that doesn't have it
        {"iso-2022-jp", "\x1B(I1\x1B(B", "ｱ"},            // half-width kana
        {"iso-2022-jp", "\x1B$B>c32\nabc", "障害\nabc"},  // the escape back is missing
        {"Shift_JIS", "\x8F\xE1\x8AQ", "障害"},
        {"shift_jis", "\x87\x40", "①"},
        {"windows-31j", "\x8F\xE1\x8AQ", "障害"},
        {"euc-jp", "\xBE\xE3\xB3\xB2", "障害"},
        {"iso-8859-1", "caf\xE9", "café"},
        {"", "障害", "障害"},
        {"", "\x8F\xE1\x8AQ\x82\xAA", "障害が"},       // no label: Shift_JIS
        {"", "\xBE\xE3\xB3\xB2\xA4\xAC", "障害が"},    // no label: EUC-JP
        {"", "\x1B$B>c32\x1B(B", "障害"},              // no label: ISO-2022-JP
        {"us-ascii", "\x1B$B>c32\x1B(B", "障害"},      // a label that lies
        {"utf-8", "\x8F\xE1\x8AQ\x82\xAA", "障害が"},  // another one
        {"no-such-set", "plain", "plain"},
        {"", std::string("a\0b\x07", 4), "ab"},
    };
    for (const auto& sample : samples)
        EXPECT_EQ(to_utf8(sample.bytes, sample.charset), sample.expected) << sample.charset;
}

TEST(Charset, ReplacesWhatNobodyCanRead) { EXPECT_EQ(to_utf8("a\xFF\xFF z", ""), "a\uFFFD\uFFFD z"); }

TEST(Charset, CutsBetweenCharacters) {
    EXPECT_EQ(cut_utf8("障害", 6), "障害");
    EXPECT_EQ(cut_utf8("障害", 5), "障");
    EXPECT_EQ(cut_utf8("障害", 2), "");
}

TEST(Charset, BringsWidthAndCaseTogether) {
    EXPECT_EQ(to_nfkc("ＯＫ：ｻｰﾊﾞ１"), "OK:サーバ1");
    EXPECT_EQ(to_lower("HOST Ａ"), "host ａ");
}

TEST(HeaderText, DecodesEncodedWords) {
    const std::pair<std::string, const char*> samples[]{
        {"plain", "plain"},
        {"=?UTF-8?B?6Zqc5a6z?=", "障害"},
        {"=?utf-8?Q?caf=C3=A9_au?= lait", "café au lait"},
        {"=?ISO-2022-JP?B?GyRCPmMzMhsoQg==?= host1", "障害 host1"},
        {"=?Shift_JIS?B?j+GKUQ==?=", "障害"},
        {"Re: =?UTF-8?B?6Zqc?=\r\n =?UTF-8?B?5a6z?=", "Re: 障害"},  // the space between two words is none
        {"=?UTF-8?B?6Zo=?= =?UTF-8?B?nOWusw==?=", "障害"},          // a character cut in two
        {"=?utf-8*ja?B?6Zqc5a6z?=", "障害"},                        // with a language, RFC 2231
        {"=?utf-8?X?abc?=", "=?utf-8?X?abc?="},
        {"=?utf-8?B?6Zqc", "=?utf-8?B?6Zqc"},
        {"\x1B$B>c32\x1B(B", "障害"},  // raw, against the rules
        {"\x8F\xE1\x8AQ\x82\xAA", "障害が"},
        {"folded\r\n value", "folded value"},
        {"=?UTF-8?Q?a=0D=0ABcc:_x?=", "a  Bcc: x"},  // no line end gets through
        {"", ""},
    };
    for (const auto& [raw, expected] : samples) EXPECT_EQ(decoded_header(raw), expected) << raw;
}

TEST(HeaderText, KeepsAddressesApartFromNames) {
    EXPECT_EQ(with_words_in_utf8("=?iso-2022-jp?B?GyRCPmMzMhsoQg==?= <a@b.jp>"), "=?utf-8?B?6Zqc5a6z?= <a@b.jp>");
}

}  // namespace
}  // namespace dandori::mail
