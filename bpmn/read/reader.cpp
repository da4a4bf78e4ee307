#include "bpmn/read/reader.h"

#include <charconv>

#include "bpmn/read/xml_tree.h"
#include "bpmn/read/zeebe_reader.h"

namespace dandori::bpmn {

ReadResult read(std::string_view xml, std::string file_name) {
    return read_detail::Reader(std::move(file_name)).read(xml);
}

namespace read_detail {

std::string attribute_or(const XmlNode& node, std::string_view name, std::string absent) {
    const std::string* value = node.attribute(name);
    return value ? *value : absent;
}

bool flag_or(const XmlNode& node, std::string_view name, bool absent) {
    const std::string* value = node.attribute(name);
    return value ? *value == "true" || *value == "1" : absent;
}

std::optional<int> number(const XmlNode& node, std::string_view name) {
    const std::string* value = node.attribute(name);
    if (!value) return std::nullopt;
    int result = 0;
    const auto [end, failed] = std::from_chars(value->data(), value->data() + value->size(), result);
    if (failed != std::errc{} || end != value->data() + value->size()) return std::nullopt;
    return result;
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Expression expression(const XmlNode& node) {
    return {trimmed(node.inner_text()), attribute_or(node, "language"), node.line};
}

std::optional<Expression> child_expression(const XmlNode& node, std::string_view name) {
    for (const XmlNode& child : node.children) {
        if (is_bpmn(child, name)) return expression(child);
    }
    return std::nullopt;
}

Reader::Reader(std::string file_name) : file_(std::move(file_name)), model_(std::make_shared<Definitions>()) {
    model_->file_name = file_;
}

ReadResult Reader::read(std::string_view xml) {
    auto document = parse_xml(xml, file_, problems_);
    if (!document) return {nullptr, std::move(problems_)};
    model_->document = std::move(*document);
    for (const XmlNode& root : model_->document.children) {
        if (root.kind != XmlNode::Kind::Element) continue;
        if (!is_bpmn(root, "definitions")) {
            error(root, "The root element is <" + root.name + ">, not <definitions> of BPMN 2.0.",
                  "Save the file as BPMN 2.0 (namespace " + std::string(bpmn_namespace) + ").");
            return {nullptr, std::move(problems_)};
        }
        check_names(root);
        read_definitions(root);
        return {model_, std::move(problems_)};
    }
    problems_.push_back({file_, 0, "", "The file has no root element.", "Save the model again.", Problem::Severity::Error});
    return {nullptr, std::move(problems_)};
}

void Reader::report(Problem::Severity severity, const XmlNode& at, std::string what, std::string mend) {
    problems_.push_back({file_, at.line, attribute_or(at, "id"), std::move(what), std::move(mend), severity});
}

void Reader::error(const XmlNode& at, std::string what, std::string mend) {
    report(Problem::Severity::Error, at, std::move(what), std::move(mend));
}

void Reader::warn(const XmlNode& at, std::string what, std::string mend) {
    report(Problem::Severity::Warning, at, std::move(what), std::move(mend));
}

void Reader::start(Element& element, const XmlNode& node) {
    element.id = attribute_or(node, "id");
    element.name = attribute_or(node, "name");
    element.line = node.line;
    element.source = &node;
    element.extension = read_extension(node);
    for (const XmlNode& child : node.children) {
        if (!is_bpmn(child, "documentation")) continue;
        if (!element.documentation.empty()) element.documentation += "\n";
        element.documentation += child.inner_text();
    }
}

// What stands in extensionElements is somebody else's and isn't looked at.
void Reader::check_names(const XmlNode& node) {
    if (is_bpmn(node) && !known_elements().contains(node.local_name())) {
        error(node, "<" + node.name + "> is no element of BPMN 2.0.", "Correct the name or remove the element.");
    }
    if (const std::string* id = node.attribute("id"); id && !id->empty()) {
        const auto [first, fresh] = ids_.emplace(*id, &node);
        if (!fresh) {
            error(node, "The id '" + *id + "' is used twice, first in line " + std::to_string(first->second->line) + ".",
                  "Give one of the two another id.");
        }
    }
    if (is_bpmn(node, "extensionElements")) return;
    for (const XmlNode& child : node.children) {
        if (child.kind == XmlNode::Kind::Element) check_names(child);
    }
}

const ItemDefinition* Reader::item(const XmlNode& at, std::string_view name) {
    const std::string* text = at.attribute(name);
    if (!text) return nullptr;
    const auto* found = model_->find_as<ItemDefinition>(*text);
    // A type of an imported schema has no item definition here, and nothing depends on it.
    return found ? found : model_->find_as<ItemDefinition>(without_prefix(*text));
}

void Reader::dangling(const XmlNode& at, std::string_view kind, const std::string& text) {
    error(at, "<" + at.name + "> refers to " + std::string(kind) + " '" + text + "', which is not in the file.",
          "Correct the reference or add the " + std::string(kind) + ".");
}

std::string Reader::without_prefix(const std::string& text) {
    const auto colon = text.find(':');
    return colon == std::string::npos ? text : text.substr(colon + 1);
}

}  // namespace read_detail
}  // namespace dandori::bpmn
