#include "engine/dmn/read/reader.h"

#include <algorithm>

#include "bpmn/read/xml_tree.h"

namespace dandori::dmn::read_detail {
namespace {

constexpr std::string_view zeebe_namespace = "http://camunda.org/schema/zeebe/1.0";

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

std::string version_tag(const XmlNode& node) {
    const XmlNode* extensions = child(node, "extensionElements");
    if (!extensions) return "";
    for (const XmlNode& each : extensions->children) {
        if (each.namespace_name == zeebe_namespace && each.local_name() == "versionTag")
            return attribute(each, "value");
    }
    return "";
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

std::shared_ptr<const Compiled> Library::find(const std::string& namespace_name, const XmlNode& at,
                                              const std::string& file, std::vector<bpmn::Problem>& problems) {
    const auto tell = [&](std::string what, std::string mend) {
        problems.push_back(
            {file, at.line, attribute(at, "id"), std::move(what), std::move(mend), bpmn::Problem::Severity::Error});
    };
    if (const auto known = read_.find(namespace_name); known != read_.end()) return known->second;
    if (!indexed_) {
        indexed_ = true;
        for (std::size_t index = 0; index < sources_.size(); ++index) {
            std::vector<bpmn::Problem> unused;
            const auto document = bpmn::read_detail::parse_xml(sources_[index].xml, sources_[index].file_name, unused);
            if (!document) continue;
            for (const XmlNode& root : document->children) {
                if (is_dmn(root, "definitions")) by_namespace_.emplace(attribute(root, "namespace"), index);
            }
        }
    }
    const auto source = by_namespace_.find(namespace_name);
    if (source == by_namespace_.end()) {
        tell("The model with namespace '" + namespace_name + "' is imported, but no such file was given.",
             "Give the imported file too.");
        return nullptr;
    }
    if (on_the_way_.size() >= import_depth_max || !on_the_way_.insert(namespace_name).second) {
        tell("The import of '" + namespace_name + "' leads back to itself or deeper than " +
                 std::to_string(import_depth_max) + " models.",
             "Move what both models need into a third one.");
        return nullptr;
    }
    const Source& file_to_read = sources_[source->second];
    auto model = Reader(file_to_read.file_name, *this, problems).read(file_to_read.xml);
    on_the_way_.erase(namespace_name);
    read_.emplace(namespace_name, model);
    return model;
}

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

void Reader::read_requirements(const XmlNode& node, std::vector<Required>& requirements) {
    for (const XmlNode* each : children(node, "informationRequirement")) {
        if (const XmlNode* input = child(*each, "requiredInput")) require(*input, "input data", *each, requirements);
        if (const XmlNode* decision = child(*each, "requiredDecision"))
            require(*decision, "decision", *each, requirements);
    }
    for (const XmlNode* each : children(node, "knowledgeRequirement")) {
        if (const XmlNode* knowledge = child(*each, "requiredKnowledge")) {
            require(*knowledge, "knowledge model", *each, requirements);
        }
    }
}

void Reader::require(const XmlNode& node, std::string_view kind, const XmlNode& at,
                     std::vector<Required>& requirements) {
    const std::string reference = attribute(node, "href");
    const auto hash = reference.find('#');
    const std::string id = hash == std::string::npos ? reference : reference.substr(hash + 1);
    const std::string namespace_name = hash == std::string::npos ? "" : reference.substr(0, hash);
    if (namespace_name.empty() || namespace_name == model_->namespace_name) {
        const auto found = by_id_.find(id);
        if (found != by_id_.end()) return requirements.push_back(found->second.as);
    }
    for (const Import& import : model_->imports) {
        if (import.namespace_name != namespace_name) continue;
        Required as;
        as.import_name = import.name;
        for (const InputData& each : import.model->inputs)
            if (each.id == id) as.input = &each;
        for (const Decision& each : import.model->decisions)
            if (each.id == id) as.decision = &each;
        for (const KnowledgeModel& each : import.model->knowledge)
            if (each.id == id) as.knowledge = &each;
        for (const Service& each : import.model->services)
            if (each.id == id) as.service = &each;
        if (as.input || as.decision || as.knowledge || as.service) return requirements.push_back(as);
    }
    error(at, "The " + std::string(kind) + " '" + reference + "' is required, but is not there.",
          "Correct the reference or draw the " + std::string(kind) + ".");
}

void Reader::read_services() {
    for (auto& [service, node] : service_nodes_) {
        for (const XmlNode* each : children(*node, "outputDecision"))
            require(*each, "decision", *each, service->outputs);
        for (const XmlNode* each : children(*node, "inputData")) require(*each, "input data", *each, service->inputs);
        for (const XmlNode* each : children(*node, "inputDecision")) require(*each, "decision", *each, service->inputs);
        std::erase_if(service->outputs, [](const Required& each) { return !each.decision; });
        std::erase_if(service->inputs, [](const Required& each) { return !each.decision && !each.input; });
        if (service->outputs.empty()) {
            error(*node, "The decision service '" + service->name + "' has no output decision.",
                  "Put a decision into its upper part.");
        }
    }
}

// Only decisions can lead back to themselves; a knowledge model may call itself.
void Reader::find_cycles() {
    std::map<const Decision*, int> state;  // 1: on the way, 2: done
    struct Step {
        const Decision* decision;
        std::size_t next = 0;
    };
    for (auto& [start, start_node] : decision_nodes_) {
        std::vector<Step> way;
        if (state[start] == 0) way.push_back({start});
        while (!way.empty()) {
            Step& step = way.back();
            state[step.decision] = 1;
            if (step.next == step.decision->requirements.size()) {
                state[step.decision] = 2;
                way.pop_back();
                continue;
            }
            const Decision* next = step.decision->requirements[step.next++].decision;
            if (!next || next->owner != model_.get() || state[next] == 2) continue;
            if (state[next] == 0 && way.size() < decision_depth_max) {
                way.push_back({next});
                continue;
            }
            std::string names;
            for (const Step& each : way) {
                if (!names.empty() || each.decision == next) names += "'" + each.decision->name + "' -> ";
            }
            const XmlNode& at = *by_id_.at(way.back().decision->id).node;
            if (state[next] == 1) {
                error(at, "Decisions require one another in a circle: " + names + "'" + next->name + "'.",
                      "Remove one of the requirements.");
            } else {
                error(at,
                      "More than " + std::to_string(decision_depth_max) + " decisions require one another in a chain.",
                      "Put several into one context.");
                state[next] = 2;
            }
        }
    }
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

void Reader::fill_infos() {
    for (const Decision& decision : model_->decisions) {
        DecisionInfo info{decision.id, decision.title, logic_of(decision.logic.get()), decision.version_tag, {}};
        std::vector<const Decision*> open = {&decision};
        std::set<const Element*> seen = {&decision};
        while (!open.empty()) {
            const Decision* next = open.back();
            open.pop_back();
            for (const Required& each : next->requirements) {
                if (each.knowledge || each.service || !seen.insert(&each.element()).second) continue;
                if (each.decision) open.push_back(each.decision);
                if (!each.input) continue;
                const bool imported = each.input->owner != model_.get();
                info.required_inputs.push_back({each.input->id, each.input->name, each.input->type_name,
                                                imported ? each.input->owner->namespace_name : ""});
            }
        }
        model_->decision_infos.push_back(std::move(info));
    }
    for (const Service& service : model_->services) {
        InvocableInfo info{service.id, service.title, {}};
        for (const Required& each : service.inputs) info.parameters.push_back(each.element().name);
        model_->service_infos.push_back(std::move(info));
    }
    for (const KnowledgeModel& knowledge : model_->knowledge) {
        InvocableInfo info{knowledge.id, knowledge.title, {}};
        if (knowledge.function) {
            for (const Parameter& each : knowledge.function->parameters) info.parameters.push_back(each.name);
        }
        model_->knowledge_infos.push_back(std::move(info));
    }
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
