// The tree the model was read from is written back whole: what isn't ours to understand isn't ours to lose.
#include "bpmn/bpmn.h"

namespace dandori::bpmn {
namespace {

void append_escaped(std::string& out, std::string_view text, bool in_attribute) {
    for (const char each : text) {
        switch (each) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '\r': out += "&#13;"; break;
            case '"': out += in_attribute ? "&quot;" : "\""; break;
            case '\n': out += in_attribute ? "&#10;" : "\n"; break;
            case '\t': out += in_attribute ? "&#9;" : "\t"; break;
            default: out += each;
        }
    }
}

void append(std::string& out, const XmlNode& node);

void append_element(std::string& out, const XmlNode& node) {
    out += "<" + node.name;
    for (const XmlAttribute& each : node.attributes) {
        out += " " + each.name + "=\"";
        append_escaped(out, each.value, true);
        out += '"';
    }
    if (node.children.empty()) {
        out += "/>";
        return;
    }
    out += '>';
    for (const XmlNode& child : node.children) append(out, child);
    out += "</" + node.name + ">";
}

void append(std::string& out, const XmlNode& node) {
    switch (node.kind) {
        case XmlNode::Kind::Element: return append_element(out, node);
        case XmlNode::Kind::Text: return append_escaped(out, node.text, false);
        case XmlNode::Kind::CharacterData: out += "<![CDATA[" + node.text + "]]>"; return;
        case XmlNode::Kind::Comment: out += "<!--" + node.text + "-->"; return;
        case XmlNode::Kind::ProcessingInstruction:
            out += "<?" + node.name + (node.text.empty() ? "" : " " + node.text) + "?>";
            return;
    }
}

}  // namespace

std::string write(const Definitions& definitions) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    for (const XmlNode& child : definitions.document.children) {
        if (child.kind == XmlNode::Kind::Text) continue;  // white space around the root
        append(out, child);
        out += '\n';
    }
    return out;
}

}  // namespace dandori::bpmn
