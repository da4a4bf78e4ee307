// The logic of decisions and knowledge models, and the names that their expressions may use.
#include <algorithm>

#include "engine/dmn/read/reader.h"

namespace dandori::dmn::read_detail {
namespace {

bool is_keyword(std::string_view word) {
    static constexpr std::string_view keywords[] = {
        "and",   "or",        "in",       "between", "if",       "then",     "else", "for",  "return", "some",
        "every", "satisfies", "instance", "of",      "function", "external", "not",  "null", "true",   "false"};
    return std::find(std::begin(keywords), std::end(keywords), word) != std::end(keywords);
}

bool is_plain(std::string_view name) {
    std::size_t at = 0;
    while (at <= name.size()) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        const std::string_view word = name.substr(at, end - at);
        if (word.empty() || is_keyword(word) || (word[0] >= '0' && word[0] <= '9')) return false;
        for (const char c : word) {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
            if (!letter) return false;
        }
        at = end + 1;
    }
    return true;
}

void add_types_names(const ItemType* type, Names& names, std::set<const ItemType*>& seen) {
    if (!type || !seen.insert(type).second) return;
    for (const ItemType::Member& member : type->members) {
        names.add(member.name);
        add_types_names(member.type, names, seen);
    }
    add_types_names(type->inner, names, seen);
}

// The entries a boxed expression makes are members that others may name.
void add_entry_names(const XmlNode& node, Names& names) {
    for (const XmlNode& each : node.children) {
        if (each.kind != XmlNode::Kind::Element) continue;
        const std::string_view kind = each.local_name();
        const std::string name = name_text(attribute(each, "name"));
        // A parameter named like a path is only known inside of its function; outside the path is meant.
        const bool parameter = kind == "formalParameter" && name.find('.') == std::string::npos;
        if (kind == "variable" || kind == "column" || kind == "output" || parameter) names.add(name);
        if (kind != "rule" && kind != "text") add_entry_names(each, names);
    }
}

}  // namespace

void Names::add(std::string_view name) {
    if (name.empty() || is_plain(name)) return;
    if (known_.emplace(name).second) names_.emplace_back(name);
}

Names Reader::names_for(const std::vector<Required>& requirements, const XmlNode& node) const {
    Names names;
    std::set<const ItemType*> seen;
    for (const Required& each : requirements) {
        names.add(each.import_name);
        names.add(each.element().name);
        add_types_names(each.element().type, names, seen);
        if (!each.import_name.empty()) continue;
        const auto found = by_id_.find(each.element().id);
        if (found != by_id_.end() && !each.input) add_entry_names(*found->second.node, names);
    }
    add_entry_names(node, names);
    return names;
}

void Reader::read_logic() {
    for (auto& [decision, node] : decision_nodes_) {
        current_ = decision->name;
        current_type_ = decision->type;
        decision->logic = read_boxed(*node, names_for(decision->requirements, *node), "decision");
    }
    for (auto& [knowledge, node] : knowledge_nodes_) {
        current_ = knowledge->name;
        current_type_ = knowledge->result;
        const XmlNode* logic = child(*node, "encapsulatedLogic");
        if (!logic) continue;
        Names names = names_for(knowledge->requirements, *node);
        names.add(knowledge->name);
        std::set<const ItemType*> seen;
        for (const XmlNode* each : children(*logic, "formalParameter")) add_types_names(type_of(*each), names, seen);
        knowledge->function = read_function(*logic, names);
        knowledge->function->result = knowledge->function->result ? knowledge->function->result : knowledge->result;
    }
}

}  // namespace dandori::dmn::read_detail
