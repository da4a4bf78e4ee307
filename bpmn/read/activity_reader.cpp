#include "bpmn/read/reader.h"
#include "bpmn/read/zeebe_reader.h"

namespace dandori::bpmn::read_detail {
namespace {

void fill_task(TaskDetail& task, const XmlNode& xml) {
    task.implementation = attribute_or(xml, "implementation");
    task.operation_ref = attribute_or(xml, "operationRef");
    task.instantiate = flag_or(xml, "instantiate", false);
    task.script_format = attribute_or(xml, "scriptFormat");
    for (const XmlNode& child : xml.children) {
        if (is_bpmn(child, "script")) task.script = child.inner_text();
    }
}

void fill_sub_process(SubProcess& inner, const XmlNode& xml) {
    inner.transaction_method = attribute_or(xml, "method");
    if (attribute_or(xml, "ordering") == "Sequential") inner.ordering = SubProcess::Ordering::Sequential;
    inner.cancel_remaining_instances = flag_or(xml, "cancelRemainingInstances", true);
    inner.completion_condition = child_expression(xml, "completionCondition");
}

}  // namespace

void Reader::fill_activity(FlowNode& node, const XmlNode& xml) {
    Activity& activity = std::get<Activity>(node.detail);
    activity.is_for_compensation = flag_or(xml, "isForCompensation", false);
    activity.start_quantity = number(xml, "startQuantity").value_or(1);
    activity.completion_quantity = number(xml, "completionQuantity").value_or(1);
    activity.default_flow = refer_attribute<SequenceFlow>(xml, "default", "sequence flow");
    if (auto* task = std::get_if<TaskDetail>(&activity.detail)) {
        fill_task(*task, xml);
        task->message = refer_attribute<Message>(xml, "messageRef", "message");
    }
    if (auto* inner = std::get_if<SubProcess>(&activity.detail)) fill_sub_process(*inner, xml);
    for (const XmlNode& child : xml.children) {
        if (!is_bpmn(child) || read_role_into(child, activity.resources)) continue;
        const std::string_view name = child.local_name();
        if (name == "standardLoopCharacteristics") {
            activity.loop = StandardLoopCharacteristics{flag_or(child, "testBefore", false),
                                                        child_expression(child, "loopCondition"),
                                                        number(child, "loopMaximum")};
        } else if (name == "multiInstanceLoopCharacteristics") {
            activity.loop = multi_instance(child);
        } else if (name == "ioSpecification") {
            activity.io_specification = io_specification(child);
        } else if (name == "dataInputAssociation") {
            activity.data_input_associations.push_back(data_association(child));
        } else if (name == "dataOutputAssociation") {
            activity.data_output_associations.push_back(data_association(child));
        } else if (name == "property") {
            activity.properties.push_back(data_object(child, DataObject::Kind::Property));
        }
    }
}

void Reader::fill_gateway(FlowNode& node, const XmlNode& xml) {
    Gateway& gateway = std::get<Gateway>(node.detail);
    const std::string direction = attribute_or(xml, "gatewayDirection");
    if (direction == "Converging") gateway.direction = Gateway::Direction::Converging;
    if (direction == "Diverging") gateway.direction = Gateway::Direction::Diverging;
    if (direction == "Mixed") gateway.direction = Gateway::Direction::Mixed;
    gateway.default_flow = refer_attribute<SequenceFlow>(xml, "default", "sequence flow");
    gateway.instantiate = flag_or(xml, "instantiate", false);
    if (attribute_or(xml, "eventGatewayType") == "Parallel") {
        gateway.event_gateway_type = Gateway::EventGatewayType::Parallel;
    }
    gateway.activation_condition = child_expression(xml, "activationCondition");
}

MultiInstanceLoopCharacteristics Reader::multi_instance(const XmlNode& xml) {
    MultiInstanceLoopCharacteristics loop;
    loop.line = xml.line;
    loop.is_sequential = flag_or(xml, "isSequential", false);
    loop.loop_cardinality = child_expression(xml, "loopCardinality");
    loop.completion_condition = child_expression(xml, "completionCondition");
    loop.zeebe = read_extension(xml).loop_characteristics;
    const std::string behavior = attribute_or(xml, "behavior", "All");
    loop.behavior = behavior == "None"      ? MultiInstanceLoopCharacteristics::Behavior::None
                    : behavior == "One"     ? MultiInstanceLoopCharacteristics::Behavior::One
                    : behavior == "Complex" ? MultiInstanceLoopCharacteristics::Behavior::Complex
                                            : MultiInstanceLoopCharacteristics::Behavior::All;
    loop.one_behavior_event_ref = without_prefix(attribute_or(xml, "oneBehaviorEventRef"));
    loop.none_behavior_event_ref = without_prefix(attribute_or(xml, "noneBehaviorEventRef"));
    for (const XmlNode& child : xml.children) {
        if (is_bpmn(child, "loopDataInputRef")) loop.loop_data_input_ref = trimmed(child.inner_text());
        if (is_bpmn(child, "loopDataOutputRef")) loop.loop_data_output_ref = trimmed(child.inner_text());
        if (is_bpmn(child, "inputDataItem")) loop.input_data_item = data_object(child, DataObject::Kind::Input);
        if (is_bpmn(child, "outputDataItem")) loop.output_data_item = data_object(child, DataObject::Kind::Output);
        if (!is_bpmn(child, "complexBehaviorDefinition")) continue;
        ComplexBehaviorDefinition complex{child_expression(child, "condition").value_or(Expression{}), {}};
        for (const XmlNode& thrown : child.children) {
            if (!is_bpmn(thrown, "event")) continue;
            for (const XmlNode& inner : thrown.children) {
                if (auto definition = event_definition(inner)) complex.events.push_back(std::move(*definition));
            }
        }
        loop.complex_behaviors.push_back(std::move(complex));
    }
    return loop;
}

bool Reader::read_role_into(const XmlNode& xml, std::vector<ResourceRole>& roles) {
    if (!is_bpmn(xml)) return false;
    const std::string_view name = xml.local_name();
    if (name == "resourceRole") roles.push_back(resource_role(xml, ResourceRole::Kind::ResourceRole));
    else if (name == "performer") roles.push_back(resource_role(xml, ResourceRole::Kind::Performer));
    else if (name == "humanPerformer") roles.push_back(resource_role(xml, ResourceRole::Kind::HumanPerformer));
    else if (name == "potentialOwner") roles.push_back(resource_role(xml, ResourceRole::Kind::PotentialOwner));
    else return false;
    return true;
}

ResourceRole Reader::resource_role(const XmlNode& xml, ResourceRole::Kind kind) {
    ResourceRole role;
    start(role, xml);
    role.kind = kind;
    for (const XmlNode& child : xml.children) {
        if (is_bpmn(child, "resourceRef")) {
            role.resource = refer<Resource>(child, "resource", trimmed(child.inner_text()));
        } else if (is_bpmn(child, "resourceAssignmentExpression")) {
            role.assignment_expression = expression(child);
        } else if (is_bpmn(child, "resourceParameterBinding")) {
            role.parameter_bindings.push_back({without_prefix(attribute_or(child, "parameterRef")), expression(child)});
        }
    }
    return role;
}

}  // namespace dandori::bpmn::read_detail
