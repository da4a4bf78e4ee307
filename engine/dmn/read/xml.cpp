#include "engine/dmn/read/xml.h"

#include <algorithm>
#include <array>

namespace dandori::dmn::read_detail {

bool is_dmn_namespace(std::string_view name) {
    static constexpr std::array<std::string_view, 5> known = {
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/"};
    return std::find(known.begin(), known.end(), name) != known.end();
}

bool is_dmn(const XmlNode& node, std::string_view local_name) {
    return node.kind == XmlNode::Kind::Element && node.local_name() == local_name &&
           is_dmn_namespace(node.namespace_name);
}

const XmlNode* child(const XmlNode& node, std::string_view local_name) {
    for (const XmlNode& each : node.children) {
        if (is_dmn(each, local_name)) return &each;
    }
    return nullptr;
}

std::vector<const XmlNode*> children(const XmlNode& node, std::string_view local_name) {
    std::vector<const XmlNode*> found;
    for (const XmlNode& each : node.children) {
        if (is_dmn(each, local_name)) found.push_back(&each);
    }
    return found;
}

std::string attribute(const XmlNode& node, std::string_view name) {
    const std::string* value = node.attribute(name);
    return value ? *value : "";
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return "";
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::string name_text(std::string_view text) {
    std::string made;
    for (const char c : trimmed(text)) {
        const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!space)
            made += c;
        else if (made.back() != ' ')
            made += ' ';
    }
    return made;
}

std::string formula_text(const XmlNode& node) {
    const XmlNode* text = child(node, "text");
    return text ? trimmed(text->inner_text()) : "";
}

}  // namespace dandori::dmn::read_detail
