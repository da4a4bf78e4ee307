#include "adapters/mail/html_text.h"

#include <gtest/gtest.h>

namespace dandori::mail {
namespace {

TEST(HtmlText, ReadsAsAPersonWould) {
    const std::pair<const char*, const char*> samples[]{
        {"<p>一</p><p>二</p>", "一\n\n二"},
        {"a<br>b<BR/>c", "a\nb\nc"},
        {"<html><head><title>no</title><style>p{}</style></head><body>yes</body></html>", "yes"},
        {"<script>if (a<b) alert('x')</script>after", "after"},
        {"1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;&#x969c;&#23475;&quot;&nbsp;", "1 < 2 && 3 > 2 \"障害\""},
        {"&unknown; &#0; &", "&unknown; &"},
        {"<table><tr><td>Host</td><td>tax-01</td></tr></table>", "Host tax-01"},
        {"a   \n  b", "a b"},
        {"x<!-- <p>hidden</p> -->y", "xy"},
        {"cut <b", "cut"},
        {"<style>never closed", ""},
        {"", ""},
    };
    for (const auto& [html, text] : samples) EXPECT_EQ(html_to_text(html), text) << html;
}

TEST(HtmlText, WritesATwinWithParagraphsAndLinks) {
    EXPECT_EQ(
        text_to_html("a <b>\nc\n\nhttps://x.example/?a=1&b=2 へ\n"),
        "<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"></head><body>\n<p>a &lt;b&gt;<br>\nc</p>\n<p>"
        "<a href=\"https://x.example/?a=1&amp;b=2\">https://x.example/?a=1&amp;b=2</a> へ</p>\n</body></html>\n");
}

}  // namespace
}  // namespace dandori::mail
