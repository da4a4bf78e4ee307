#pragma once
// Small decision models, written short.

#include <string>
#include <string_view>
#include <vector>

#include "engine/dmn/dmn.h"
#include "engine/feel/json.h"

namespace dandori::dmn::test {

inline std::string model(const std::string& body, const std::string& name = "test") {
    return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"" + name + "\" name=\"" + name +
           "\" namespace=\"urn:" + name + "\">\n" + body + "\n</definitions>";
}

inline std::string escaped(std::string_view text) {
    std::string made;
    for (const char c : text) {
        if (c == '<')
            made += "&lt;";
        else if (c == '&')
            made += "&amp;";
        else if (c == '>')
            made += "&gt;";
        else if (c == '"')
            made += "&quot;";
        else
            made += c;
    }
    return made;
}

inline std::string type_attribute(const std::string& type) { return type.empty() ? "" : " typeRef=\"" + type + "\""; }

inline std::string literal(std::string_view feel, const std::string& type = "") {
    return "<literalExpression" + type_attribute(type) + "><text>" + escaped(feel) + "</text></literalExpression>";
}

inline std::string input(const std::string& name, const std::string& type = "") {
    return "<inputData id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name + "\"" +
           type_attribute(type) + "/></inputData>\n";
}

/// A decision of that name and id; what it requires is named with what it is: `+data`, `*decision`, `$knowledge`.
inline std::string decision(const std::string& name, const std::vector<std::string>& requires_,
                            const std::string& logic, const std::string& type = "") {
    std::string text = "<decision id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name + "\"" +
                       type_attribute(type) + "/>\n";
    for (const std::string& each : requires_) {
        const std::string id = each.substr(1);
        if (each[0] == '$') {
            text += "<knowledgeRequirement><requiredKnowledge href=\"#" + id + "\"/></knowledgeRequirement>\n";
        } else {
            const std::string kind = each[0] == '+' ? "requiredInput" : "requiredDecision";
            text += "<informationRequirement><" + kind + " href=\"#" + id + "\"/></informationRequirement>\n";
        }
    }
    return text + logic + "\n</decision>\n";
}

struct Column {
    std::string name;  ///< of an input its expression, of an output its name
    std::string type;
    std::string values;     ///< allowed ones
    std::string otherwise;  ///< default output
};

/// A decision table; each rule has its input cells, then its output cells.
inline std::string table(const std::string& policy, const std::vector<Column>& inputs,
                         const std::vector<Column>& outputs, const std::vector<std::vector<std::string>>& rules) {
    std::string text = "<decisionTable " + policy + ">\n";
    const auto values = [](const char* kind, const std::string& allowed) {
        if (allowed.empty()) return std::string();
        return "<" + std::string(kind) + "><text>" + escaped(allowed) + "</text></" + kind + ">";
    };
    for (const Column& each : inputs) {
        text += "<input><inputExpression" + type_attribute(each.type) + "><text>" + escaped(each.name) +
                "</text></inputExpression>" + values("inputValues", each.values) + "</input>\n";
    }
    for (const Column& each : outputs) {
        text += "<output name=\"" + each.name + "\"" + type_attribute(each.type) + ">" +
                values("outputValues", each.values) + values("defaultOutputEntry", each.otherwise) + "</output>\n";
    }
    for (const auto& rule : rules) {
        text += "<rule>";
        for (std::size_t cell = 0; cell < rule.size(); ++cell) {
            const std::string kind = cell < inputs.size() ? "inputEntry" : "outputEntry";
            text += "<" + kind + "><text>" + escaped(rule[cell]) + "</text></" + kind + ">";
        }
        text += "</rule>\n";
    }
    return text + "</decisionTable>";
}

inline DecisionResult evaluated(const std::string& xml, const std::string& name,
                                const std::string& inputs_json = "{}") {
    const ReadResult read = dmn::read(xml, "test.dmn");
    const auto inputs = feel::from_json(inputs_json);
    if (!read.model || !inputs) return {};
    feel::Surroundings surroundings;
    surroundings.zone = "Asia/Tokyo";
    auto result = evaluate(*read.model, name, feel::ContextScope(*inputs), surroundings);
    if (!result) return {feel::Value(result.error().text), {}, {}};
    return std::move(*result);
}

/// The value as FEEL writes it, then each message on a line of its own: `E ` an error, `W ` a warning.
inline std::string outcome(const std::string& xml, const std::string& name, const std::string& inputs_json = "{}") {
    const DecisionResult result = evaluated(xml, name, inputs_json);
    std::string text = feel::to_literal(result.value);
    for (const Message& message : result.messages) {
        text += message.severity == Message::Severity::Error ? "\nE " : "\nW ";
        text += message.text;
    }
    return text;
}

/// All problems of reading, one a line.
inline std::string problems(const std::string& xml) {
    std::string text;
    for (const bpmn::Problem& problem : dmn::read(xml, "test.dmn").problems) text += bpmn::to_string(problem) + "\n";
    return text;
}

/// All that the checker tells, one a line.
inline std::string findings(const std::string& xml) {
    const ReadResult read = dmn::read(xml, "test.dmn");
    std::string text;
    if (!read.model) return "unreadable";
    for (const bpmn::Problem& problem : check(*read.model)) text += bpmn::to_string(problem) + "\n";
    return text;
}

}  // namespace dandori::dmn::test
