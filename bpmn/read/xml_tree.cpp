#include "bpmn/read/xml_tree.h"

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <set>

namespace dandori::bpmn::read_detail {
namespace {

using Namespaces = std::map<std::string, std::string, std::less<>>;

class TreeBuilder {
  public:
    TreeBuilder(std::string_view text, const std::string& file, std::vector<Problem>& problems)
        : file_(file), problems_(problems) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '\n') line_starts_.push_back(at);
        }
    }

    int line_at(std::ptrdiff_t offset) const {
        if (offset < 0) return 0;
        const auto after = std::lower_bound(line_starts_.begin(), line_starts_.end(), static_cast<std::size_t>(offset));
        return static_cast<int>(after - line_starts_.begin()) + 1;
    }

    void report(int line, std::string what, std::string mend) {
        problems_.push_back({file_, line, "", std::move(what), std::move(mend), Problem::Severity::Error});
    }

    bool add(const pugi::xml_node& from, XmlNode& parent, const Namespaces& outer, int depth) {
        const int line = line_at(from.offset_debug());
        if (depth > depth_max) {
            report(line, "Elements are nested more than " + std::to_string(depth_max) + " deep.", "Flatten the model.");
            return false;
        }
        XmlNode node;
        node.line = line;
        switch (from.type()) {
            case pugi::node_element: return add_element(from, std::move(node), parent, outer, depth);
            case pugi::node_pcdata: node.kind = XmlNode::Kind::Text; break;
            case pugi::node_cdata: node.kind = XmlNode::Kind::CharacterData; break;
            case pugi::node_comment: node.kind = XmlNode::Kind::Comment; break;
            case pugi::node_pi: node.kind = XmlNode::Kind::ProcessingInstruction; node.name = from.name(); break;
            case pugi::node_doctype:
                report(line, "The file has a document type declaration.", "Remove <!DOCTYPE ...>; it is never read.");
                return true;
            default: return true;  // the XML declaration is written anew
        }
        node.text = from.value();
        parent.children.push_back(std::move(node));
        return true;
    }

  private:
    bool add_element(const pugi::xml_node& from, XmlNode node, XmlNode& parent, const Namespaces& outer, int depth) {
        node.name = from.name();
        Namespaces declared = outer;
        std::set<std::string> names;
        for (const pugi::xml_attribute& attribute : from.attributes()) {
            const std::string name = attribute.name();
            if (!names.insert(name).second) {
                report(node.line, "Attribute '" + name + "' stands twice on <" + node.name + ">.", "Remove one.");
            }
            if (name == "xmlns") declared[""] = attribute.value();
            if (name.starts_with("xmlns:")) declared[name.substr(6)] = attribute.value();
        }
        for (const pugi::xml_attribute& attribute : from.attributes()) {
            node.attributes.push_back(
                {attribute.name(), name_space(attribute.name(), declared, node, false), attribute.value()});
        }
        node.namespace_name = name_space(node.name, declared, node, true);
        for (const pugi::xml_node& child : from.children()) {
            if (!add(child, node, declared, depth + 1)) return false;
        }
        parent.children.push_back(std::move(node));
        return true;
    }

    std::string name_space(const std::string& name, const Namespaces& declared, const XmlNode& node, bool element) {
        const auto colon = name.find(':');
        const std::string prefix = colon == std::string::npos ? "" : name.substr(0, colon);
        if (prefix.empty() && !element) return "";
        if (prefix == "xml" || prefix == "xmlns") return prefix;
        const auto found = declared.find(prefix);
        if (found != declared.end()) return found->second;
        if (!prefix.empty()) {
            report(node.line, "Prefix '" + prefix + "' of '" + name + "' is not declared.",
                   "Add xmlns:" + prefix + "=\"...\" to the root element.");
        }
        return "";
    }

    const std::string& file_;
    std::vector<Problem>& problems_;
    std::vector<std::size_t> line_starts_;
};

}  // namespace

std::optional<XmlNode> parse_xml(std::string_view text, const std::string& file, std::vector<Problem>& problems) {
    if (text.size() > size_max) {
        problems.push_back({file, 0, "", "The file is larger than 16 MiB.", "Split it.", Problem::Severity::Error});
        return std::nullopt;
    }
    TreeBuilder builder(text, file, problems);
    pugi::xml_document document;
    const auto parsed = document.load_buffer(text.data(), text.size(), pugi::parse_full | pugi::parse_ws_pcdata);
    if (!parsed) {
        builder.report(builder.line_at(parsed.offset), std::string("The XML is broken here: ") + parsed.description() + ".",
                       "Open and close every element, quote every attribute.");
        return std::nullopt;
    }
    XmlNode root;
    root.name = "#document";
    for (const pugi::xml_node& child : document.children()) {
        if (!builder.add(child, root, {}, 0)) return std::nullopt;
    }
    return root;
}

}  // namespace dandori::bpmn::read_detail
