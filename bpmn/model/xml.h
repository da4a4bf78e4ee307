#pragma once
// The file as it stood: what is unknown to us is kept here and written back unchanged.

#include <string>
#include <string_view>
#include <vector>

namespace dandori::bpmn {

struct XmlAttribute {
    std::string name;            ///< as in the file, with its prefix
    std::string namespace_name;  ///< empty: none
    std::string value;
    bool operator==(const XmlAttribute&) const = default;
};

/// One node of the source: an element, or what stands between elements.
struct XmlNode {
    enum class Kind { Element, Text, CharacterData, Comment, ProcessingInstruction };

    Kind kind = Kind::Element;
    std::string name;            ///< element: with prefix; processing instruction: its target
    std::string namespace_name;  ///< element only
    std::string text;            ///< all but elements
    int line = 0;
    std::vector<XmlAttribute> attributes;
    std::vector<XmlNode> children;

    /// The name without its prefix.
    std::string_view local_name() const {
        const std::string_view whole = name;
        const auto colon = whole.find(':');
        return colon == whole.npos ? whole : whole.substr(colon + 1);
    }

    /// The value of an attribute without namespace; nullptr when absent.
    const std::string* attribute(std::string_view wanted) const {
        for (const XmlAttribute& each : attributes) {
            if (each.name == wanted) return &each.value;
        }
        return nullptr;
    }

    /// All text below, comments left out.
    std::string inner_text() const {
        std::string all;
        for (const XmlNode& child : children) {
            if (child.kind == Kind::Text || child.kind == Kind::CharacterData) all += child.text;
            if (child.kind == Kind::Element) all += child.inner_text();
        }
        return all;
    }
};

/// Equal but for the lines where things stand.
inline bool operator==(const XmlNode& left, const XmlNode& right) {
    return left.kind == right.kind && left.name == right.name && left.namespace_name == right.namespace_name &&
           left.text == right.text && left.attributes == right.attributes && left.children == right.children;
}

}  // namespace dandori::bpmn
