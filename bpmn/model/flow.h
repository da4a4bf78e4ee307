#pragma once
// What connects: BPMN 2.0.2, 8.4.13 Sequence Flow, 9.4 Message Flow, 8.4.1 Artifacts.

#include <cstddef>
#include <optional>
#include <string>

#include "bpmn/model/element.h"

namespace dandori::bpmn {

struct SequenceFlow : Element {
    std::size_t index = 0;  ///< dense within the process, document order
    const FlowNode* source_node = nullptr;
    const FlowNode* target = nullptr;
    const Scope* parent = nullptr;
    std::optional<Expression> condition;
    std::optional<bool> is_immediate;
};

struct MessageFlow : Element {
    std::string source_ref, target_ref;  ///< ids of participants, flow nodes or lanes
    const Message* message = nullptr;
};

/// association, textAnnotation, group.
struct Artifact : Element {
    enum class Kind { Association, TextAnnotation, Group };
    enum class AssociationDirection { None, One, Both };

    Kind kind = Kind::Association;
    std::string source_ref, target_ref;  ///< association
    AssociationDirection direction = AssociationDirection::None;
    std::string text;                    ///< annotation; of a group the value of its category
};

}  // namespace dandori::bpmn
