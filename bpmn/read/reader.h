#pragma once
// From the tree to the model, in two passes: all that can be referred to is made and registered, then it is filled.

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bpmn/bpmn.h"

namespace dandori::bpmn::read_detail {

inline constexpr const char* bpmn_namespace = "http://www.omg.org/spec/BPMN/20100524/MODEL";

/// Every element name of the standard's model namespace.
const std::set<std::string_view>& known_elements();

class Reader {
  public:
    explicit Reader(std::string file_name);

    ReadResult read(std::string_view xml);

  private:
    // What every part uses: reader.cpp
    void report(Problem::Severity, const XmlNode&, std::string what, std::string mend);
    void error(const XmlNode& at, std::string what, std::string mend);
    void warn(const XmlNode& at, std::string what, std::string mend);
    void start(Element&, const XmlNode&);
    template <class T>
    void enter(const T& element) {
        if (!element.id.empty()) model_->elements.emplace(element.id, &element);
    }
    void check_names(const XmlNode&);
    template <class T>
    const T* refer(const XmlNode& at, std::string_view kind, const std::string& text) {
        const T* found = model_->find_as<T>(text);
        if (!found) found = model_->find_as<T>(without_prefix(text));
        if (!found) dangling(at, kind, text);
        return found;
    }
    template <class T>
    const T* refer_attribute(const XmlNode& at, std::string_view name, std::string_view kind) {
        const std::string* value = at.attribute(name);
        return value ? refer<T>(at, kind, *value) : nullptr;
    }
    const ItemDefinition* item(const XmlNode& at, std::string_view name);
    void dangling(const XmlNode& at, std::string_view kind, const std::string& text);
    static std::string without_prefix(const std::string& text);

    // definitions_reader.cpp
    void read_definitions(const XmlNode&);
    void read_root(const XmlNode&);
    void read_correlation_property(const XmlNode&);
    void read_collaboration(const XmlNode&, bool choreography);
    void read_process(const XmlNode&);

    // scope_reader.cpp
    bool read_into_scope(const XmlNode&, Scope&, Process&);
    void read_scope(const XmlNode&, Scope&, Process&);
    void read_node(const XmlNode&, FlowNodeKind, Scope&, Process&);
    void read_flow(const XmlNode&, Scope&, Process&);
    LaneSet lane_set(const XmlNode&);
    void enter_lanes(const LaneSet&);
    void fill_lanes(LaneSet&, std::vector<const Lane*> above);
    Artifact artifact(const XmlNode&, Artifact::Kind);
    void resolve_links(Process&);

    // activity_reader.cpp
    void fill_activity(FlowNode&, const XmlNode&);
    void fill_gateway(FlowNode&, const XmlNode&);
    MultiInstanceLoopCharacteristics multi_instance(const XmlNode&);
    ResourceRole resource_role(const XmlNode&, ResourceRole::Kind);
    bool read_role_into(const XmlNode&, std::vector<ResourceRole>&);

    // event_reader.cpp
    void fill_event(FlowNode&, const XmlNode&);
    std::optional<EventDefinition> event_definition(const XmlNode&);

    // data_reader.cpp
    DataObject data_object(const XmlNode&, DataObject::Kind);
    DataAssociation data_association(const XmlNode&);
    InputOutputSpecification io_specification(const XmlNode&);

    // diagram_reader.cpp
    void read_diagram(const XmlNode&);

    std::string file_;
    std::shared_ptr<Definitions> model_;
    std::vector<Problem> problems_;
    std::vector<std::function<void()>> later_;  ///< the second pass, in document order
    std::map<std::string, const XmlNode*, std::less<>> ids_;
    std::map<std::string, const XmlNode*, std::less<>> root_event_definitions_;
    std::map<const Scope*, std::vector<Artifact*>> associations_;
};

inline bool is_bpmn(const XmlNode& node) {
    return node.kind == XmlNode::Kind::Element && node.namespace_name == bpmn_namespace;
}
inline bool is_bpmn(const XmlNode& node, std::string_view name) { return is_bpmn(node) && node.local_name() == name; }
std::string attribute_or(const XmlNode&, std::string_view name, std::string absent = "");
bool flag_or(const XmlNode&, std::string_view name, bool absent);
std::optional<int> number(const XmlNode&, std::string_view name);
/// The text without white space around it.
std::string trimmed(const std::string& text);
Expression expression(const XmlNode&);
/// Of the first child of that name.
std::optional<Expression> child_expression(const XmlNode&, std::string_view name);

}  // namespace dandori::bpmn::read_detail
