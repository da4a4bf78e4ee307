#pragma once
// Expressions and decision tables as processes have them: what is measured, and what a test sees to that it asks for no
// memory.

#include <array>
#include <string>
#include <vector>

#include "engine/feel/expression.h"
#include "engine/feel/json.h"

namespace dandori::bench {

/// The first four need no memory to be evaluated.
inline constexpr std::array expressions{"x = 21",
                                        "order.customer.rank = \"gold\"",
                                        "starts with(name, \"青\")",
                                        "due < @\"2026-04-02\"",
                                        "if x > 20 then \"a\" else \"b\"",
                                        "x in [10..30]",
                                        "amount * 1.1 / 3",
                                        "count(list[item > 5])",
                                        "sum(for i in list return i * 2)"};
inline constexpr std::size_t expressions_without_memory = 4;

/// Besides these the expressions know `due`, the date 2026-04-01.
inline constexpr const char* variables_json =
    R"({"x": 21, "name": "青木", "amount": 1200.5, "order": {"customer": {"rank": "gold"}}, "list": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]})";

inline feel::Value variables() {
    feel::Context context = feel::from_json(variables_json)->as_context();
    context.put("due", feel::Date{2026, 4, 1});
    return context;
}

/// A decision table of two inputs, `amount` and `kind`, and one output. The rule that matches is in its middle.
struct Table {
    std::string name;
    std::vector<std::array<std::string, 3>> rules;  ///< tests of amount and kind, the output
    int amount = 0;
    std::string kind = "a";
};

inline Table table_of(int rules, bool intervals) {
    Table table;
    table.name = std::to_string(rules) + (intervals ? " rules, intervals" : " rules, equalities");
    table.amount = rules / 2 * 10 + (intervals ? 5 : 0);
    for (int rule = 0; rule < rules; ++rule) {
        const std::string low = std::to_string(rule * 10);
        table.rules.push_back({intervals ? "[" + low + ".." + std::to_string(rule * 10 + 10) + ")" : low,
                               rule % 2 == 0 ? "\"a\", \"b\"" : "-", std::to_string(rule)});
    }
    return table;
}

inline std::vector<Table> tables() {
    return {table_of(10, true), table_of(1000, true), table_of(10, false), table_of(1000, false)};
}

inline std::string in_xml(std::string text) {
    for (std::size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 6) text.replace(at, 1, "&quot;");
    return text;
}

inline std::string dmn_of(const Table& table) {
    std::string text =
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"m\" name=\"m\" namespace=\"urn:m\">"
        "<inputData id=\"i\" name=\"amount\"><variable name=\"amount\" typeRef=\"number\"/></inputData>"
        "<inputData id=\"k\" name=\"kind\"><variable name=\"kind\" typeRef=\"string\"/></inputData>"
        "<decision id=\"D\" name=\"D\"><variable name=\"D\" typeRef=\"number\"/>"
        "<informationRequirement><requiredInput href=\"#i\"/></informationRequirement>"
        "<informationRequirement><requiredInput href=\"#k\"/></informationRequirement>"
        "<decisionTable><input><inputExpression typeRef=\"number\"><text>amount</text></inputExpression></input>"
        "<input><inputExpression typeRef=\"string\"><text>kind</text></inputExpression></input>"
        "<output name=\"fee\" typeRef=\"number\"/>";
    for (const auto& [amount, kind, output] : table.rules) {
        text += "<rule><inputEntry><text>" + in_xml(amount) + "</text></inputEntry><inputEntry><text>" + in_xml(kind) +
                "</text></inputEntry><outputEntry><text>" + output + "</text></outputEntry></rule>";
    }
    return text + "</decisionTable></decision></definitions>";
}

inline feel::Value inputs_of(const Table& table) {
    return feel::Context({{"amount", table.amount}, {"kind", table.kind}});
}

}  // namespace dandori::bench
