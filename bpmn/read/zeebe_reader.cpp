#include "bpmn/read/zeebe_reader.h"

#include <functional>
#include <map>
#include <string_view>

namespace dandori::bpmn::read_detail {
namespace {

std::string text_of(const XmlNode& node, std::string_view name, std::string absent = "") {
    const std::string* value = node.attribute(name);
    return value ? *value : absent;
}

bool flag_of(const XmlNode& node, std::string_view name, bool absent) {
    const std::string* value = node.attribute(name);
    return value ? *value == "true" || *value == "1" : absent;
}

zeebe::Binding binding_of(const XmlNode& node) {
    const std::string type = text_of(node, "bindingType");
    const auto binding = type == "deployment"   ? zeebe::BindingType::Deployment
                         : type == "versionTag" ? zeebe::BindingType::VersionTag
                                                : zeebe::BindingType::Latest;
    return {binding, text_of(node, "versionTag")};
}

template <class Visit>
void each_child(const XmlNode& node, std::string_view name, Visit visit) {
    for (const XmlNode& child : node.children) {
        if (child.namespace_name == zeebe::namespace_name && child.local_name() == name) visit(child);
    }
}

std::vector<zeebe::Header> headers_of(const XmlNode& node) {
    std::vector<zeebe::Header> headers;
    each_child(node, "header", [&](const XmlNode& header) {
        headers.push_back({text_of(header, "key"), text_of(header, "value")});
    });
    return headers;
}

template <class Listener>
void read_listeners(const XmlNode& node, std::string_view name, std::vector<Listener>& listeners) {
    each_child(node, name, [&](const XmlNode& each) {
        Listener listener;
        listener.event_type = text_of(each, "eventType");
        listener.type = text_of(each, "type");
        listener.retries = text_of(each, "retries", "3");
        listener.line = each.line;
        each_child(each, "taskHeaders", [&](const XmlNode& headers) { listener.headers = headers_of(headers); });
        listeners.push_back(std::move(listener));
    });
}

using ReadOne = void (*)(const XmlNode&, zeebe::Extension&);

const std::map<std::string_view, ReadOne>& vocabulary() {
    static const std::map<std::string_view, ReadOne> table{
        {"taskDefinition",
         [](const XmlNode& n, zeebe::Extension& e) {
             e.task_definition = zeebe::TaskDefinition{text_of(n, "type"), text_of(n, "retries", "3")};
         }},
        {"taskHeaders", [](const XmlNode& n, zeebe::Extension& e) { e.task_headers = headers_of(n); }},
        {"ioMapping",
         [](const XmlNode& n, zeebe::Extension& e) {
             const auto into = [](std::vector<zeebe::Mapping>& list) {
                 return [&list](const XmlNode& m) { list.push_back({text_of(m, "source"), text_of(m, "target")}); };
             };
             each_child(n, "input", into(e.io_mapping.inputs));
             each_child(n, "output", into(e.io_mapping.outputs));
         }},
        {"subscription",
         [](const XmlNode& n, zeebe::Extension& e) {
             e.subscription = zeebe::Subscription{text_of(n, "correlationKey")};
         }},
        {"loopCharacteristics",
         [](const XmlNode& n, zeebe::Extension& e) {
             e.loop_characteristics = zeebe::LoopCharacteristics{text_of(n, "inputCollection"), text_of(n, "inputElement"),
                                                                 text_of(n, "outputCollection"), text_of(n, "outputElement")};
         }},
        {"calledElement",
         [](const XmlNode& n, zeebe::Extension& e) {
             zeebe::CalledElement called;
             called.process_id = text_of(n, "processId");
             const std::string expression = text_of(n, "processIdExpression");
             if (called.process_id.empty() && !expression.empty()) {
                 called.process_id = expression.starts_with("=") ? expression : "=" + expression;
             }
             called.propagate_all_child_variables = flag_of(n, "propagateAllChildVariables", true);
             called.propagate_all_parent_variables = flag_of(n, "propagateAllParentVariables", true);
             called.binding = binding_of(n);
             called.business_id = text_of(n, "businessId");
             e.called_element = std::move(called);
         }},
        {"calledDecision",
         [](const XmlNode& n, zeebe::Extension& e) {
             e.called_decision =
                 zeebe::CalledDecision{text_of(n, "decisionId"), text_of(n, "resultVariable"), binding_of(n)};
         }},
        {"script",
         [](const XmlNode& n, zeebe::Extension& e) {
             e.script = zeebe::Script{text_of(n, "expression"), text_of(n, "resultVariable")};
         }},
        {"userTask", [](const XmlNode&, zeebe::Extension& e) { e.user_task = true; }},
        {"formDefinition",
         [](const XmlNode& n, zeebe::Extension& e) {
             e.form_definition = zeebe::FormDefinition{text_of(n, "formId"), text_of(n, "formKey"),
                                                       text_of(n, "externalReference"), binding_of(n)};
         }},
        {"userTaskForm",
         [](const XmlNode& n, zeebe::Extension& e) {
             e.user_task_forms.push_back({text_of(n, "id"), n.inner_text()});
         }},
        {"assignmentDefinition",
         [](const XmlNode& n, zeebe::Extension& e) {
             e.assignment_definition = zeebe::AssignmentDefinition{text_of(n, "assignee"), text_of(n, "candidateGroups"),
                                                                   text_of(n, "candidateUsers")};
         }},
        {"taskSchedule",
         [](const XmlNode& n, zeebe::Extension& e) {
             e.task_schedule = zeebe::TaskSchedule{text_of(n, "dueDate"), text_of(n, "followUpDate")};
         }},
        {"priorityDefinition",
         [](const XmlNode& n, zeebe::Extension& e) { e.priority = text_of(n, "priority", "50"); }},
        {"jobPriorityDefinition", [](const XmlNode& n, zeebe::Extension& e) { e.job_priority = text_of(n, "priority"); }},
        {"executionListeners",
         [](const XmlNode& n, zeebe::Extension& e) {
             read_listeners(n, "executionListener", e.execution_listeners);
         }},
        {"taskListeners",
         [](const XmlNode& n, zeebe::Extension& e) { read_listeners(n, "taskListener", e.task_listeners); }},
        {"properties",
         [](const XmlNode& n, zeebe::Extension& e) {
             each_child(n, "property", [&](const XmlNode& p) {
                 e.properties.push_back({text_of(p, "name"), text_of(p, "value")});
             });
         }},
        {"versionTag", [](const XmlNode& n, zeebe::Extension& e) { e.version_tag = text_of(n, "value"); }},
        {"linkedResources",
         [](const XmlNode& n, zeebe::Extension& e) {
             each_child(n, "linkedResource", [&](const XmlNode& r) {
                 e.linked_resources.push_back(
                     {text_of(r, "resourceId"), text_of(r, "resourceType"), text_of(r, "linkName"), binding_of(r)});
             });
         }},
        {"adHoc",
         [](const XmlNode& n, zeebe::Extension& e) {
             e.ad_hoc = zeebe::AdHoc{text_of(n, "activeElementsCollection"), text_of(n, "outputCollection"),
                                     text_of(n, "outputElement")};
         }},
        {"conditionalFilter",
         [](const XmlNode& n, zeebe::Extension& e) {
             e.conditional_filter = zeebe::ConditionalFilter{text_of(n, "variableNames"), text_of(n, "variableEvents")};
         }},
        {"agentDefinition", [](const XmlNode& n, zeebe::Extension& e) { e.agent_type = text_of(n, "agentType"); }},
    };
    return table;
}

}  // namespace

zeebe::Extension read_extension(const XmlNode& element) {
    zeebe::Extension extension;
    for (const XmlNode& child : element.children) {
        if (child.local_name() != "extensionElements") continue;
        for (const XmlNode& each : child.children) {
            if (each.namespace_name != zeebe::namespace_name) continue;
            const auto found = vocabulary().find(each.local_name());
            if (found != vocabulary().end()) found->second(each, extension);
        }
    }
    return extension;
}

}  // namespace dandori::bpmn::read_detail
