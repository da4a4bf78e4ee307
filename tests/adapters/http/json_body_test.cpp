#include "adapters/http/json_body.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

namespace dandori::http {
namespace {

Request request_with(std::string body, std::string type = "application/json") {
    Request request;
    request.path = "/x";
    request.headers = {{"Content-Type", std::move(type)}};
    request.body = std::move(body);
    return request;
}

std::string refusal(std::string body) {
    const auto value = json_body(request_with(std::move(body)));
    return value ? "" : value.error().body;
}

TEST(JsonBody, IsReadWhateverJsonTypeItIsSaidToBe) {
    for (const auto* type : {"application/json", "Application/JSON; charset=utf-8", "application/merge-patch+json"}) {
        const auto value = json_body(request_with(R"({"a": [1, "段"]} )", type));
        ASSERT_TRUE(value) << type;
        EXPECT_EQ(value->at("a").at(1).as_string(), "段");
    }
    EXPECT_TRUE(json_body(request_with(" \t", "text/plain"))->is_null());
}

TEST(JsonBody, OfAnotherTypeIsRefusedWith415) {
    const auto value = json_body(request_with("a=1", "application/x-www-form-urlencoded"));
    ASSERT_FALSE(value);
    EXPECT_EQ(value.error().status, 415);
}

TEST(JsonBody, ThatIsBrokenIsRefusedWithThePlace) {
    EXPECT_NE(refusal("{\n  \"a\": 1,\n  b: 2}").find("line 3, column 3"), std::string::npos)
        << refusal("{\n  \"a\": 1,\n  b: 2}");
    EXPECT_NE(refusal("{\"a\": 1} x").find("The body is not JSON"), std::string::npos);
    EXPECT_NE(refusal("{\"a\": ").find("The body is not JSON"), std::string::npos);
    EXPECT_NE(refusal("\"\xff\"").find("The body is not JSON"), std::string::npos);
    EXPECT_NE(refusal(std::string(json_depth_max + 1, '[') + std::string(json_depth_max + 1, ']')).find("too deep"),
              std::string::npos);
    EXPECT_EQ(refusal(std::string(json_depth_max, '[') + std::string(json_depth_max, ']')), "");
}

TEST(JsonMemberText, IsTheValueAsItCame) {
    const std::string body =
        R"( { "a" : "x}\",", "variables": { "sum" : 0.10, "deep": [1, {"variables": 2}] } , "last":12345678901234567890.5 } )";
    EXPECT_EQ(json_member_text(body, "variables"), R"({ "sum" : 0.10, "deep": [1, {"variables": 2}] })");
    EXPECT_EQ(json_member_text(body, "a"), R"("x}\",")");
    EXPECT_EQ(json_member_text(body, "last"), "12345678901234567890.5");
    EXPECT_FALSE(json_member_text(body, "deep"));
    EXPECT_FALSE(json_member_text("{}", "a"));
    EXPECT_EQ(json_member_text(R"({"\u0061": 1, "a": 2})", "a"), "2");
    EXPECT_EQ(json_member_text(R"({"\u0061": 1})", "a"), "1");
}

TEST(JsonElementTexts, AreTheElementsAsTheyCame) {
    const std::vector<std::string_view> texts{"1.0", R"({"a": [1, 2]})", R"("],")", "[ ]"};
    EXPECT_EQ(json_element_texts(R"( [1.0 , {"a": [1, 2]},"],",  [ ] ] )"), texts);
    EXPECT_TRUE(json_element_texts("[ ]").empty());
    EXPECT_TRUE(json_element_texts("{}").empty());
}

}  // namespace
}  // namespace dandori::http
