// The list that the worker or person who leads an ad-hoc sub-process chooses from. What an element needs is said by fromAi(...)
// in its input mappings; found by evaluating them with a fromAi that notes what it is given.
#include "engine/behavior/ad_hoc_sub_process.h"
#include "engine/feel/json.h"

namespace dandori::engine {
namespace {

/// The last name of the path that a call's first argument is: `city` of `fromAi(toolCall.city, ...)`.
std::vector<std::string> names_of_parameters(std::string_view text) {
    constexpr std::string_view call = "fromAi(";
    std::vector<std::string> names;
    for (auto at = text.find(call); at != std::string_view::npos; at = text.find(call, at + call.size())) {
        std::string_view argument = text.substr(at + call.size());
        argument = argument.substr(0, argument.find_first_of(",)"));
        const auto begin = argument.find_last_of(".: ") ;
        std::string_view name = begin == std::string_view::npos ? argument : argument.substr(begin + 1);
        const auto blank = [](char letter) { return letter == ' ' || letter == '\n' || letter == '\t'; };
        while (!name.empty() && blank(name.back())) name.remove_suffix(1);
        names.emplace_back(name);
    }
    return names;
}

void add_parameters(const bpmn::zeebe::Mapping& mapping, feel::List& parameters) {
    std::string_view text = mapping.source;
    if (text.empty() || text.front() != '=' || text.find("fromAi") == std::string_view::npos) return;
    const auto expression = feel::Expression::parse(text.substr(1));
    if (!expression) return;  // told as a problem of the mapping
    const std::vector<std::string> names = names_of_parameters(text);
    std::size_t next = 0;
    feel::FunctionLibrary noting;
    noting.add(
        "fromAi", {"value", "description", "type", "schema", "options"},
        [&](feel::Call& call) {
            constexpr std::string_view members[] = {"description", "type", "schema", "options"};
            feel::Context parameter;
            parameter.put("name", next < names.size() ? names[next] : std::string{});
            ++next;
            for (std::size_t i = 0; i < std::size(members); ++i) {
                if (!call[i + 1].is_null()) parameter.put(std::string(members[i]), call[i + 1]);
            }
            parameters.push_back(feel::Value(std::move(parameter)));
            return call[0];
        },
        1);
    feel::Surroundings surroundings;
    surroundings.functions = &noting;
    static_cast<void>(expression->evaluate(feel::ContextScope(feel::Value(feel::Context{})), surroundings));
}

}  // namespace

std::string ad_hoc_elements(const bpmn::FlowNode& ad_hoc) {
    feel::List elements;
    for (const bpmn::FlowNode* node : bpmn::nodes_without_incoming(*ad_hoc.scope())) {
        feel::Context element;
        element.put("elementId", node->id);
        element.put("elementName", node->name.empty() ? node->id : node->name);
        element.put("documentation", node->documentation.empty() ? feel::Value{} : feel::Value(node->documentation));
        feel::Context properties;
        for (const auto& property : node->extension.properties) properties.put(property.name, property.value);
        element.put("properties", feel::Value(std::move(properties)));
        feel::List parameters;
        for (const auto& mapping : node->extension.io_mapping.inputs) add_parameters(mapping, parameters);
        element.put("parameters", std::move(parameters));
        elements.push_back(feel::Value(std::move(element)));
    }
    return feel::to_json(feel::Value(std::move(elements)));
}

}  // namespace dandori::engine
