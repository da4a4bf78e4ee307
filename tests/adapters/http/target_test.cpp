#include "adapters/http/target.h"

#include <gtest/gtest.h>

#include "adapters/http/utf8.h"

namespace dandori::http {
namespace {

TEST(PercentDecoding, GivesTheBytesThatAreMeant) {
    EXPECT_EQ(percent_decoded("a%20b"), "a b");
    EXPECT_EQ(percent_decoded("%E6%AE%B5%e5%8f%96%E3%82%8A"), "段取り");
    EXPECT_EQ(percent_decoded("a+b"), "a+b");
    EXPECT_EQ(percent_decoded("a+b%2B", true), "a b+");
    EXPECT_EQ(percent_decoded(""), "");
}

TEST(PercentDecoding, RefusesWhatCanNotBeMeant) {
    for (const auto* text : {"%", "%2", "%2x", "%g0", "%00", "%0A", "a%7Fb", "%ff", "%c0%af", "%ed%a0%80"})
        EXPECT_FALSE(percent_decoded(text)) << text;
}

TEST(Utf8, IsToldFromOtherBytes) {
    for (const auto* text : {"", "a", "é", "段取り", "\U0001F600", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(is_utf8(text)) << text;
    for (const auto* text : {"\x80", "\xC1\x81", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80",
                             "\xE6\xAE", "\xFF"})
        EXPECT_FALSE(is_utf8(text));
}

TEST(Target, IsAPathAndAQuery) {
    const auto target = read_target("/v2/user%20tasks?a=1&b&c=x%26y+z&&a=2");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/v2/user tasks");
    const std::vector<std::pair<std::string, std::string>> query{{"a", "1"}, {"b", ""}, {"c", "x&y z"}, {"a", "2"}};
    EXPECT_EQ(target->query, query);
}

TEST(Target, KeepsASlashThatWasSentAsOneOfASegment) {
    const auto target = read_target("/v2/groups/ward%2Fchief/users/%e7%a8%8e");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->segments, (std::vector<std::string>{"v2", "groups", "ward/chief", "users", "税"}));
    EXPECT_EQ(target->path, "/v2/groups/ward/chief/users/税");
    EXPECT_EQ(read_target("http://host")->segments, std::vector<std::string>{""});
    EXPECT_FALSE(read_target("/a/%2E%2E%2Fb")) << "nobody climbs that way either";
}

TEST(Target, MayNameTheServer) {
    EXPECT_EQ(read_target("http://host:1/x?y")->path, "/x");
    EXPECT_EQ(read_target("http://host")->path, "/");
    EXPECT_EQ(read_target("http://host?q=1")->path, "/");
}

TEST(Target, IsRefusedWhereItClimbsOrCanNotBeRead) {
    for (const auto* text : {"", "*", "x", "/a/../b", "/a/%2e%2e/b", "/..", "/.", "/a%", "/a?b=%zz"})
        EXPECT_FALSE(read_target(text)) << text;
    EXPECT_EQ(read_target("/a/../b").error(), "The path of a request has no '.' or '..' between slashes.");
    EXPECT_TRUE(read_target("/a..b/.well-known/..."));
}

}  // namespace
}  // namespace dandori::http
