#include "bpmn/read/reader.h"

namespace dandori::bpmn::read_detail {

void Reader::read_definitions(const XmlNode& node) {
    start(*model_, node);
    model_->target_namespace = attribute_or(node, "targetNamespace");
    model_->expression_language = attribute_or(node, "expressionLanguage");
    model_->type_language = attribute_or(node, "typeLanguage");
    model_->exporter = attribute_or(node, "exporter");
    model_->exporter_version = attribute_or(node, "exporterVersion");
    for (const XmlNode& child : node.children) {
        if (is_bpmn(child)) read_root(child);
        if (child.kind == XmlNode::Kind::Element && child.local_name() == "BPMNDiagram") read_diagram(child);
    }
    for (const auto& fill : later_) fill();
    for (Process& process : model_->processes) resolve_links(process);
}

void Reader::read_root(const XmlNode& node) {
    const auto begin = [&](auto& list) -> auto& {
        auto& element = list.emplace_back();
        start(element, node);
        enter(element);
        return element;
    };
    const std::string_view name = node.local_name();
    if (name == "process") return read_process(node);
    if (name == "collaboration" || name == "globalConversation") return read_collaboration(node, false);
    if (name == "choreography" || name == "globalChoreographyTask") return read_collaboration(node, true);
    if (name == "correlationProperty") return read_correlation_property(node);
    if (name.ends_with("EventDefinition")) {
        const std::string id = attribute_or(node, "id");
        root_event_definitions_[id] = &node;
        later_.push_back([this, id, &node] {
            if (auto definition = event_definition(node)) model_->event_definitions.emplace(id, std::move(*definition));
        });
    } else if (name == "message") {
        Message& message = begin(model_->messages);
        later_.push_back([this, &message, &node] { message.item = item(node, "itemRef"); });
    } else if (name == "signal") {
        Signal& signal = begin(model_->signals);
        later_.push_back([this, &signal, &node] { signal.structure = item(node, "structureRef"); });
    } else if (name == "error") {
        Error& found = begin(model_->errors);
        found.error_code = attribute_or(node, "errorCode");
        later_.push_back([this, &found, &node] { found.structure = item(node, "structureRef"); });
    } else if (name == "escalation") {
        Escalation& escalation = begin(model_->escalations);
        escalation.escalation_code = attribute_or(node, "escalationCode");
        later_.push_back([this, &escalation, &node] { escalation.structure = item(node, "structureRef"); });
    } else if (name == "itemDefinition") {
        ItemDefinition& definition = begin(model_->item_definitions);
        definition.structure_ref = attribute_or(node, "structureRef");
        definition.item_kind = attribute_or(node, "itemKind", "Information");
        definition.is_collection = flag_or(node, "isCollection", false);
    } else if (name == "dataStore") {
        DataStore& store = begin(model_->data_stores);
        store.capacity = number(node, "capacity");
        store.is_unlimited = flag_or(node, "isUnlimited", true);
        later_.push_back([this, &store, &node] { store.item = item(node, "itemSubjectRef"); });
    } else if (name == "resource") {
        Resource& resource = begin(model_->resources);
        for (const XmlNode& child : node.children) {
            if (is_bpmn(child, "resourceParameter")) resource.parameters.push_back(attribute_or(child, "name"));
        }
    } else if (name == "category") {
        Category& category = begin(model_->categories);
        for (const XmlNode& child : node.children) {
            if (!is_bpmn(child, "categoryValue")) continue;
            CategoryValue value;
            start(value, child);
            value.value = attribute_or(child, "value");
            category.values.push_back(std::move(value));
        }
        for (const CategoryValue& value : category.values) enter<Element>(value);
    } else if (name.starts_with("global")) {
        begin(model_->global_tasks).element = std::string(name);
    }
}

void Reader::read_correlation_property(const XmlNode& node) {
    CorrelationProperty& property = model_->correlation_properties.emplace_back();
    start(property, node);
    enter(property);
    property.type = attribute_or(node, "type");
    later_.push_back([this, &property, &node] {
        for (const XmlNode& child : node.children) {
            if (!is_bpmn(child, "correlationPropertyRetrievalExpression")) continue;
            property.retrievals.push_back({refer_attribute<Message>(child, "messageRef", "message"),
                                           child_expression(child, "messagePath").value_or(Expression{})});
        }
    });
}

void Reader::read_collaboration(const XmlNode& node, bool choreography) {
    Collaboration& collaboration = model_->collaborations.emplace_back();
    start(collaboration, node);
    enter(collaboration);
    collaboration.is_closed = flag_or(node, "isClosed", false);
    collaboration.is_choreography = choreography;
    Process* drawn = nullptr;  // the flow of a choreography, in the shape of a process that nobody runs
    if (choreography) {
        drawn = &model_->processes.emplace_back();
        drawn->line = node.line;
        drawn->source = &node;
        drawn->process_type = "Choreography";
        drawn->scope.process = drawn;
    }
    for (const XmlNode& child : node.children) {
        if (!is_bpmn(child)) continue;
        const std::string_view name = child.local_name();
        if (name == "participant") {
            Participant& participant = collaboration.participants.emplace_back();
            start(participant, child);
            enter(participant);
            for (const XmlNode& inner : child.children) {
                if (!is_bpmn(inner, "participantMultiplicity")) continue;
                participant.multiplicity_minimum = number(inner, "minimum");
                participant.multiplicity_maximum = number(inner, "maximum");
                if (!participant.multiplicity_maximum) participant.multiplicity_maximum = 1;
            }
            later_.push_back([this, &participant, &child] {
                participant.process = refer_attribute<Process>(child, "processRef", "process");
            });
        } else if (name == "messageFlow" || name == "conversationLink") {
            MessageFlow& flow = collaboration.message_flows.emplace_back();
            start(flow, child);
            enter(flow);
            flow.source_ref = without_prefix(attribute_or(child, "sourceRef"));
            flow.target_ref = without_prefix(attribute_or(child, "targetRef"));
            later_.push_back([this, &flow, &child] {
                for (const std::string* end : {&flow.source_ref, &flow.target_ref}) {
                    if (!model_->elements.contains(*end)) dangling(child, "element", *end);
                }
                flow.message = refer_attribute<Message>(child, "messageRef", "message");
            });
        } else if (name == "conversation" || name == "subConversation" || name == "callConversation") {
            ConversationNode& conversation = collaboration.conversation_nodes.emplace_back();
            start(conversation, child);
            enter(conversation);
            conversation.element = std::string(name);
            for (const XmlNode& inner : child.children) {
                if (is_bpmn(inner, "participantRef")) {
                    conversation.participants.push_back(without_prefix(trimmed(inner.inner_text())));
                }
            }
        } else if (name == "correlationKey") {
            CorrelationKey key;
            start(key, child);
            const std::size_t place = collaboration.correlation_keys.size();
            collaboration.correlation_keys.push_back(std::move(key));
            later_.push_back([this, &collaboration, place, &child] {
                for (const XmlNode& inner : child.children) {
                    if (!is_bpmn(inner, "correlationPropertyRef")) continue;
                    collaboration.correlation_keys[place].properties.push_back(
                        refer<CorrelationProperty>(inner, "correlation property", trimmed(inner.inner_text())));
                }
            });
        } else if (name == "association" || name == "textAnnotation" || name == "group") {
            const auto kind = name == "group"         ? Artifact::Kind::Group
                              : name == "association" ? Artifact::Kind::Association
                                                      : Artifact::Kind::TextAnnotation;
            enter(collaboration.artifacts.emplace_back(artifact(child, kind)));
        } else if (drawn) {
            read_into_scope(child, drawn->scope, *drawn);
        }
    }
}

void Reader::read_process(const XmlNode& node) {
    Process& process = model_->processes.emplace_back();
    start(process, node);
    if (process.id.empty()) error(node, "A process has no id.", "Give it one.");
    enter(process);
    process.process_type = attribute_or(node, "processType", "None");
    process.is_executable = flag_or(node, "isExecutable", false);
    process.is_closed = flag_or(node, "isClosed", false);
    process.scope.process = &process;
    read_scope(node, process.scope, process);
    later_.push_back([this, &process, &node] {
        for (const XmlNode& child : node.children) {
            if (read_role_into(child, process.resources)) continue;
            if (is_bpmn(child, "ioSpecification")) process.io_specification = io_specification(child);
            if (is_bpmn(child, "property")) process.properties.push_back(data_object(child, DataObject::Kind::Property));
            if (!is_bpmn(child, "correlationSubscription")) continue;
            CorrelationSubscription subscription;
            start(subscription, child);
            subscription.correlation_key = without_prefix(attribute_or(child, "correlationKeyRef"));
            for (const XmlNode& inner : child.children) {
                if (!is_bpmn(inner, "correlationPropertyBinding")) continue;
                subscription.bindings.push_back(
                    {refer_attribute<CorrelationProperty>(inner, "correlationPropertyRef", "correlation property"),
                     child_expression(inner, "dataPath").value_or(Expression{})});
            }
            process.correlation_subscriptions.push_back(std::move(subscription));
        }
        for (const DataObject& property : process.properties) enter(property);
    });
}

}  // namespace dandori::bpmn::read_detail
