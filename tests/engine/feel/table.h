#pragma once
// Tests of FEEL are tables: an expression, the text of what it gives.

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "engine/feel/expression.h"
#include "engine/feel/json.h"

namespace dandori::feel::test {

/// The surroundings of all tables: 2026-04-02 10:00 in Tokyo.
inline Surroundings surroundings() {
    Surroundings known;
    known.now = Instant{1'775'091'600'000};
    return known;
}

inline Value value_of_json(const std::string& json) {
    auto value = from_json(json);
    EXPECT_TRUE(value.has_value()) << json;
    return value ? std::move(*value) : Value();
}

/// The literal of what the expression gives over a context; a Failure's text if it can't be read.
inline std::string evaluated(const std::string& expression, const std::string& context = "{}") {
    const auto parsed = Expression::parse(expression);
    if (!parsed) return parsed.error().text;
    return to_literal(parsed->evaluate(ContextScope(value_of_json(context)), surroundings()).value);
}

/// The texts of the warnings, one a line.
inline std::string warned(const std::string& expression, const std::string& context = "{}") {
    const auto parsed = Expression::parse(expression);
    if (!parsed) return parsed.error().text;
    std::string text;
    for (const Warning& warning : parsed->evaluate(ContextScope(value_of_json(context)), surroundings()).warnings) {
        text += (text.empty() ? "" : "\n") + warning.text;
    }
    return text;
}

struct Row {
    const char* expression;
    const char* expected;
};

inline void expect(std::initializer_list<Row> rows, const std::string& context = "{}") {
    for (const Row& row : rows) EXPECT_EQ(evaluated(row.expression, context), row.expected) << row.expression;
}

inline void expect_warnings(std::initializer_list<Row> rows, const std::string& context = "{}") {
    for (const Row& row : rows) EXPECT_EQ(warned(row.expression, context), row.expected) << row.expression;
}

}  // namespace dandori::feel::test
