#include "bpmn/read/reader.h"

namespace dandori::bpmn::read_detail {

DataObject Reader::data_object(const XmlNode& xml, DataObject::Kind kind) {
    DataObject object;
    start(object, xml);
    object.kind = kind;
    object.is_collection = flag_or(xml, "isCollection", false);
    object.item = item(xml, "itemSubjectRef");
    for (const XmlNode& child : xml.children) {
        if (is_bpmn(child, "dataState")) object.state = attribute_or(child, "name");
    }
    return object;
}

DataAssociation Reader::data_association(const XmlNode& xml) {
    DataAssociation association;
    start(association, xml);
    association.transformation = child_expression(xml, "transformation");
    for (const XmlNode& child : xml.children) {
        if (is_bpmn(child, "sourceRef")) association.sources.push_back(without_prefix(trimmed(child.inner_text())));
        if (is_bpmn(child, "targetRef")) association.target = without_prefix(trimmed(child.inner_text()));
        if (is_bpmn(child, "assignment")) {
            association.assignments.push_back({child_expression(child, "from").value_or(Expression{}),
                                               child_expression(child, "to").value_or(Expression{})});
        }
    }
    return association;
}

InputOutputSpecification Reader::io_specification(const XmlNode& xml) {
    InputOutputSpecification specification;
    const auto data_set = [this](const XmlNode& from, std::string_view direction) {
        DataSet set;
        start(set, from);
        for (const XmlNode& child : from.children) {
            if (!is_bpmn(child)) continue;
            const std::string name(child.local_name());
            const std::string id = without_prefix(trimmed(child.inner_text()));
            if (name == "data" + std::string(direction) + "Refs") set.refs.push_back(id);
            if (name == "optional" + std::string(direction) + "Refs") set.optional_refs.push_back(id);
            if (name == "whileExecuting" + std::string(direction) + "Refs") set.while_executing_refs.push_back(id);
        }
        return set;
    };
    for (const XmlNode& child : xml.children) {
        if (is_bpmn(child, "dataInput")) specification.inputs.push_back(data_object(child, DataObject::Kind::Input));
        if (is_bpmn(child, "dataOutput")) specification.outputs.push_back(data_object(child, DataObject::Kind::Output));
        if (is_bpmn(child, "inputSet")) specification.input_sets.push_back(data_set(child, "Input"));
        if (is_bpmn(child, "outputSet")) specification.output_sets.push_back(data_set(child, "Output"));
    }
    return specification;
}

}  // namespace dandori::bpmn::read_detail
