// What elements require of one another, and what follows from it.
#include <map>
#include <set>

#include "engine/dmn/read/reader.h"

namespace dandori::dmn::read_detail {

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

}  // namespace dandori::dmn::read_detail
