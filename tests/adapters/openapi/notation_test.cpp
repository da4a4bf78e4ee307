#include "adapters/openapi/notation.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

namespace dandori::openapi {
namespace {

std::string schema(std::string_view type) { return boost::json::serialize(schema_of(boost::json::parse(type))); }

TEST(Notation, NamesPlainTypes) {
    EXPECT_EQ(schema(R"("text")"), R"({"type":"string"})");
    EXPECT_EQ(schema(R"("truth")"), R"({"type":"boolean"})");
    EXPECT_EQ(schema(R"("time")"), R"({"type":"string","format":"date-time"})");
    EXPECT_EQ(schema(R"("key")"), R"({"$ref":"#/components/schemas/Key"})");
    EXPECT_EQ(schema(R"("value")"), "{}");
    EXPECT_EQ(schema("\"integer(-1..7)\""), R"({"type":"integer","minimum":-1,"maximum":7})");
}

TEST(Notation, ListsAndNullsGoBehind) {
    EXPECT_EQ(schema(R"("Job[]")"), R"({"type":"array","items":{"$ref":"#/components/schemas/Job"}})");
    EXPECT_EQ(schema(R"("text?")"), R"({"type":["string","null"]})");
    EXPECT_EQ(schema(R"("A|B?")"), R"({"type":["string","null"],"enum":["A","B",null]})");
    EXPECT_EQ(schema(R"("key?")"), R"({"anyOf":[{"$ref":"#/components/schemas/Key"},{"type":"null"}]})");
    EXPECT_EQ(schema(R"("text[]?")"), R"({"type":["array","null"],"items":{"type":"string"}})");
}

TEST(Notation, ObjectsAreClosed) {
    EXPECT_EQ(
        schema(R"({"a": "text", "b?": "integer"})"),
        R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":["integer","null"]}},"additionalProperties":false,"required":["a"]})");
    EXPECT_EQ(schema(R"({"b~": "integer"})"), R"({"type":"object","properties":{"b":{"type":"integer"}},"additionalProperties":false})");
    EXPECT_EQ(schema(R"({"one of": ["text", {"a": "text"}]})").substr(0, 34), R"({"anyOf":[{"type":"string"},{"type)");
    EXPECT_EQ(schema(R"({"json schema": {"const": 1}})"), R"({"const":1})");
}

TEST(Notation, AnObjectWithoutWhatMustBeThereMayBeEmpty) {
    EXPECT_TRUE(may_be_empty(boost::json::parse(R"({"a?": "text", "b~": "text"})")));
    EXPECT_TRUE(may_be_empty(boost::json::parse("{}")));
    EXPECT_FALSE(may_be_empty(boost::json::parse(R"({"a?": "text", "b": "text"})")));
    EXPECT_FALSE(may_be_empty(boost::json::parse(R"({"one of": []})")));
}

TEST(Notation, WhatIsNoTypeIsNamed) {
    for (const auto* type : {R"("txt")", R"("")", "\"integer(1)\"", "1", R"({"a": "txt[]"})"})
        EXPECT_THROW(schema(type), std::invalid_argument) << type;
    try {
        schema(R"({"a": "txt"})");
    } catch (const std::invalid_argument& fault) {
        EXPECT_EQ(std::string(fault.what()), "'txt' is no type of the notation in adapters/openapi/notation.h.");
    }
}

}  // namespace
}  // namespace dandori::openapi
