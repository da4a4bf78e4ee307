#include "engine/dmn/read/reader.h"

#include <algorithm>

#include "bpmn/read/xml_tree.h"

namespace dandori::dmn::read_detail {
namespace {

constexpr std::string_view zeebe_namespace = "http://camunda.org/schema/zeebe/1.0";

std::string version_tag(const XmlNode& node) {
    const XmlNode* extensions = child(node, "extensionElements");
    if (!extensions) return "";
    for (const XmlNode& each : extensions->children) {
        if (each.namespace_name == zeebe_namespace && each.local_name() == "versionTag")
            return attribute(each, "value");
    }
    return "";
}

}  // namespace

Reader::Reader(std::string file_name, Library& library, std::vector<bpmn::Problem>& problems)
    : file_(std::move(file_name)), library_(library), problems_(problems), model_(std::make_shared<Compiled>()) {
    model_->file_name = file_;
}

std::shared_ptr<const Compiled> Reader::read(std::string_view xml) {
    const auto document = bpmn::read_detail::parse_xml(xml, file_, problems_);
    if (!document) return nullptr;
    for (const XmlNode& root : document->children) {
        if (root.kind != XmlNode::Kind::Element) continue;
        if (!is_dmn(root, "definitions")) {
            error(root,
                  "The root element is <" + root.name + "> of namespace '" + root.namespace_name +
                      "', not <definitions> of DMN 1.1 to 1.5.",
                  "Save the file as DMN 1.3 or later.");
            return nullptr;
        }
        read_definitions(root);
        return model_;
    }
    problems_.push_back(
        {file_, 0, "", "The file has no root element.", "Save the model again.", bpmn::Problem::Severity::Error});
    return nullptr;
}

void Reader::read_definitions(const XmlNode& root) {
    root_ = &root;
    model_->id = attribute(root, "id");
    model_->name = attribute(root, "name");
    model_->namespace_name = attribute(root, "namespace");
    read_imports(root);
    read_types(root);
    name_types_for_feel();
    declare_elements(root);
    for (auto& [decision, node] : decision_nodes_) read_requirements(*node, decision->requirements);
    for (auto& [knowledge, node] : knowledge_nodes_) read_requirements(*node, knowledge->requirements);
    read_services();
    find_cycles();
    read_logic();
    fill_infos();
}

void Reader::read_imports(const XmlNode& root) {
    for (const XmlNode* node : children(root, "import")) {
        if (const std::string type = attribute(*node, "importType"); !type.empty() && !is_dmn_namespace(type)) {
            warn(*node, "An import of type '" + type + "' is not read.", "Only models of DMN can be imported.");
            continue;
        }
        const std::string namespace_name = attribute(*node, "namespace");
        if (namespace_name == model_->namespace_name) {
            error(*node, "The model imports itself.", "Remove the import.");
            continue;
        }
        std::string name = name_text(attribute(*node, "name"));
        // DMN 1.1 names what is imported by the prefix of its namespace; later an import without a name brings in names
        // as they are.
        if (name.empty() && root.namespace_name == "http://www.omg.org/spec/DMN/20151101/dmn.xsd") {
            for (const bpmn::XmlAttribute& each : root.attributes) {
                if (each.name.starts_with("xmlns:") && each.value == namespace_name) name = each.name.substr(6);
            }
        }
        if (auto imported = library_.find(namespace_name, *node, file_, problems_)) {
            model_->imports.push_back({std::move(name), namespace_name, std::move(imported)});
        }
    }
}

void Reader::declare(Element& element, const XmlNode& node) {
    element.id = attribute(node, "id");
    element.line = node.line;
    element.owner = model_.get();
    const XmlNode* variable = child(node, "variable");
    element.name = name_text(attribute(node, "name"));
    if (variable && !name_text(attribute(*variable, "name")).empty()) {
        element.name = name_text(attribute(*variable, "name"));
    }
    if (element.name.empty()) element.name = element.id;
    element.title = name_text(attribute(node, "name"));
    if (element.title.empty()) element.title = element.name;
    if (element.name.empty()) error(node, "<" + node.name + "> has neither name nor id.", "Give it a name.");
    if (variable) {
        element.type = type_of(*variable);
        element.type_name = attribute(*variable, "typeRef");
    }
    model_->declared_names.push_back(element.name);
    if (element.title != element.name) model_->declared_names.push_back(element.title);
}

void Reader::declare_elements(const XmlNode& root) {
    const auto keep = [&](const XmlNode& node, Required as) {
        const std::string id = attribute(node, "id");
        if (id.empty()) return;
        const auto [first, fresh] = by_id_.emplace(id, Declared{as, &node});
        if (!fresh) {
            error(node,
                  "The id '" + id + "' is used twice, first in line " + std::to_string(first->second.node->line) + ".",
                  "Give one of the two another id.");
        }
    };
    std::size_t count = 0;
    for (const XmlNode& node : root.children) {
        if (node.kind == XmlNode::Kind::Element && ++count > elements_max) {
            error(node, "The model has more than " + std::to_string(elements_max) + " elements.",
                  "Split it into several.");
            break;
        }
        Required as;
        if (is_dmn(node, "inputData")) {
            InputData& made = model_->inputs.emplace_back();
            declare(made, node);
            as.input = &made;
        } else if (is_dmn(node, "decision")) {
            Decision& made = model_->decisions.emplace_back();
            declare(made, node);
            made.version_tag = version_tag(node);
            decision_nodes_.emplace_back(&made, &node);
            as.decision = &made;
        } else if (is_dmn(node, "businessKnowledgeModel")) {
            KnowledgeModel& made = model_->knowledge.emplace_back();
            declare(made, node);
            const ItemType* type = resolved(made.type);
            made.result = type && type->form == ItemType::Form::Function ? type->inner : made.type;
            knowledge_nodes_.emplace_back(&made, &node);
            as.knowledge = &made;
        } else if (is_dmn(node, "decisionService")) {
            Service& made = model_->services.emplace_back();
            declare(made, node);
            const ItemType* type = resolved(made.type);
            made.result = type && type->form == ItemType::Form::Function ? type->inner : made.type;
            service_nodes_.emplace_back(&made, &node);
            as.service = &made;
        } else {
            continue;
        }
        keep(node, as);
    }
    std::sort(model_->declared_names.begin(), model_->declared_names.end());
}

void Reader::problem(bpmn::Problem::Severity severity, const XmlNode& at, std::string what, std::string mend) {
    problems_.push_back({file_, at.line, attribute(at, "id"), std::move(what), std::move(mend), severity});
}

void Reader::error(const XmlNode& at, std::string what, std::string mend) {
    problem(bpmn::Problem::Severity::Error, at, std::move(what), std::move(mend));
}

void Reader::warn(const XmlNode& at, std::string what, std::string mend) {
    problem(bpmn::Problem::Severity::Warning, at, std::move(what), std::move(mend));
}

}  // namespace dandori::dmn::read_detail
