#pragma once
// A whole file: read once, shared, never changed.

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "bpmn/model/collaboration.h"
#include "bpmn/model/diagram.h"
#include "bpmn/model/process.h"

namespace dandori::bpmn {

/// Everything that can be found by its id.
using ElementReference =
    std::variant<std::monostate, const FlowNode*, const SequenceFlow*, const Process*, const Collaboration*,
                 const Participant*, const MessageFlow*, const ConversationNode*, const Lane*, const Artifact*,
                 const DataObject*, const DataStore*, const Message*, const Signal*, const Error*, const Escalation*,
                 const ItemDefinition*, const Resource*, const Category*, const CorrelationProperty*,
                 const GlobalTask*, const Element*>;

/// Lives behind a std::shared_ptr<const Definitions>; the pointers inside never leave it.
struct Definitions : Element {
    Definitions() = default;
    Definitions(const Definitions&) = delete;
    Definitions& operator=(const Definitions&) = delete;

    std::string file_name;
    std::string target_namespace, expression_language, type_language, exporter, exporter_version;
    XmlNode document;  ///< the file as it stood; its children are the prologue and the root element

    std::deque<Process> processes;
    std::deque<Collaboration> collaborations;
    std::deque<Message> messages;
    std::deque<Signal> signals;
    std::deque<Error> errors;
    std::deque<Escalation> escalations;
    std::deque<ItemDefinition> item_definitions;
    std::deque<DataStore> data_stores;
    std::deque<Resource> resources;
    std::deque<Category> categories;
    std::deque<CorrelationProperty> correlation_properties;
    std::deque<GlobalTask> global_tasks;
    std::map<std::string, EventDefinition, std::less<>> event_definitions;  ///< those that stand at the top, by id
    std::vector<Diagram> diagrams;

    std::map<std::string, ElementReference, std::less<>> elements;

    /// monostate when there is none.
    ElementReference find(std::string_view id) const {
        const auto found = elements.find(id);
        return found == elements.end() ? ElementReference{} : found->second;
    }
    /// Of those at the top; the id may carry a namespace prefix. Null pointer when there is none.
    const EventDefinition* find_event_definition(std::string_view id) const {
        auto found = event_definitions.find(id);
        const auto colon = id.find(':');
        if (found == event_definitions.end() && colon != id.npos) found = event_definitions.find(id.substr(colon + 1));
        return found == event_definitions.end() ? nullptr : &found->second;
    }
    /// The element of that id when it is of that type, else nullptr: find_as<FlowNode>("approve").
    template <class Wanted>
    const Wanted* find_as(std::string_view id) const {
        const ElementReference found = find(id);
        const auto* pointer = std::get_if<const Wanted*>(&found);
        return pointer ? *pointer : nullptr;
    }
};

}  // namespace dandori::bpmn
