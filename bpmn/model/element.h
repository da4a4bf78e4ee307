#pragma once
// What every element of the notation has, and the names the others use for one another.

#include <string>
#include <vector>

#include "bpmn/model/xml.h"
#include "bpmn/model/zeebe.h"

namespace dandori::bpmn {

struct Collaboration;
struct DataObject;
struct DataStore;
struct Definitions;
struct Error;
struct Escalation;
struct FlowNode;
struct ItemDefinition;
struct Lane;
struct Message;
struct Participant;
struct Process;
struct Resource;
struct Scope;
struct SequenceFlow;
struct Signal;

/// BPMN 2.0.2, 8.3.1 BaseElement. `source` never is null in a model that was read.
struct Element {
    std::string id;  ///< empty where the file gives none
    std::string name;
    int line = 0;
    std::string documentation;
    zeebe::Extension extension;
    const XmlNode* source = nullptr;  ///< with everything unknown to us
};

/// 8.4.7 Expression or FormalExpression.
struct Expression {
    std::string body;
    std::string language;  ///< empty: that of the definitions
    int line = 0;
};

}  // namespace dandori::bpmn
