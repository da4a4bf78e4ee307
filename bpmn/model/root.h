#pragma once
// What stands beside the processes and is referred to from them: BPMN 2.0.2, 8.4 common elements.

#include <string>
#include <vector>

#include "bpmn/model/data.h"
#include "bpmn/model/element.h"

namespace dandori::bpmn {

struct Message : Element {
    const ItemDefinition* item = nullptr;  ///< its correlation key is in extension.subscription
};

struct Signal : Element {
    const ItemDefinition* structure = nullptr;
};

struct Error : Element {
    std::string error_code;  ///< empty: none given
    const ItemDefinition* structure = nullptr;
};

struct Escalation : Element {
    std::string escalation_code;  ///< empty: none given
    const ItemDefinition* structure = nullptr;
};

struct Resource : Element {
    std::vector<std::string> parameters;  ///< names
};

struct ResourceParameterBinding {
    std::string parameter;  ///< id of the resource's parameter
    Expression expression;
};

/// potentialOwner, humanPerformer, performer or plain resourceRole: 10.3.1.
struct ResourceRole : Element {
    enum class Kind { ResourceRole, Performer, HumanPerformer, PotentialOwner };
    Kind kind = Kind::ResourceRole;
    const Resource* resource = nullptr;
    std::vector<ResourceParameterBinding> parameter_bindings;
    std::optional<Expression> assignment_expression;
};

struct CorrelationPropertyRetrieval {
    const Message* message = nullptr;
    Expression message_path;
};

struct CorrelationProperty : Element {
    std::string type;
    std::vector<CorrelationPropertyRetrieval> retrievals;
};

struct CorrelationKey : Element {
    std::vector<const CorrelationProperty*> properties;
};

struct CorrelationPropertyBinding {
    const CorrelationProperty* property = nullptr;
    Expression data_path;
};

struct CorrelationSubscription : Element {
    std::string correlation_key;  ///< id of a CorrelationKey
    std::vector<CorrelationPropertyBinding> bindings;
};

struct CategoryValue : Element {
    std::string value;
};

struct Category : Element {
    std::vector<CategoryValue> values;
};

/// globalTask and its kinds; `element` is the name in the file, e.g. "globalUserTask".
struct GlobalTask : Element {
    std::string element;
};

}  // namespace dandori::bpmn
