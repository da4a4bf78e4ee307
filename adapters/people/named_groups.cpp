#include "adapters/people/named_groups.h"

#include "adapters/people/person.h"
#include "bpmn/bpmn.h"

namespace dandori::people {
namespace {

void collect(const bpmn::XmlNode& node, std::set<std::string>& groups) {
    if (const auto* attribute = node.attribute("candidateGroups")) groups.merge(groups_in(*attribute));
    for (const auto& child : node.children) collect(child, groups);
}

/// `iom.operator`, not `.staff` or `ward_dept/`, which an expression joins with what a variable holds.
bool is_whole_name(std::string_view text) {
    const auto dot = text.rfind('.');
    return dot != text.npos && dot != 0 && dot + 1 < text.size() && text.find(' ') == text.npos;
}

}  // namespace

std::set<std::string> groups_in(const std::string& attribute) {
    std::set<std::string> groups;
    const bool is_expression = attribute.starts_with('=');
    const char mark = is_expression ? '"' : ',';
    std::string part;
    bool is_inside = !is_expression;
    for (const char c : attribute + mark) {
        if (c != mark) {
            if (is_inside && (is_expression || c != ' ')) part += c;
            continue;
        }
        if (!part.empty() && (!is_expression || is_whole_name(part))) groups.insert(part);
        part.clear();
        if (is_expression) is_inside = !is_inside;
    }
    return groups;
}

std::map<std::string, std::set<std::string>> named_groups(engine::Reader& reader) {
    std::map<std::string, engine::ProcessDefinition> newest;
    for (auto& definition : all_rows<engine::ProcessDefinition>(reader, engine::Query{}.where_equals("state", engine::DefinitionState::Active))) {
        auto& kept = newest[definition.id];
        if (kept.id.empty() || kept.version < definition.version) kept = std::move(definition);
    }
    std::map<std::string, std::set<std::string>> named;
    for (const auto& [id, definition] : newest) {
        const auto resource = engine::get<engine::Resource>(reader, definition.resource_key);
        const auto read = resource ? bpmn::read(resource->content.value, resource->name) : bpmn::ReadResult{};
        std::set<std::string> groups;
        if (read.definitions) collect(read.definitions->document, groups);
        for (const auto& group : groups) named[group].insert(id);
    }
    return named;
}

}  // namespace dandori::people
