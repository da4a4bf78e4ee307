#pragma once
// BPMN 2.0.2, 9 Collaboration; choreographies and conversations are kept in the same struct, to be drawn.

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "bpmn/model/flow.h"
#include "bpmn/model/root.h"

namespace dandori::bpmn {

struct Participant : Element {
    const Process* process = nullptr;  ///< null: a black box
    std::optional<int> multiplicity_minimum, multiplicity_maximum;
};

/// conversation, subConversation, callConversation.
struct ConversationNode : Element {
    std::string element;
    std::vector<std::string> participants;  ///< ids
};

struct Collaboration : Element {
    bool is_closed = false;
    bool is_choreography = false;
    std::deque<Participant> participants;
    std::deque<MessageFlow> message_flows;
    std::deque<ConversationNode> conversation_nodes;
    std::vector<CorrelationKey> correlation_keys;
    std::deque<Artifact> artifacts;
};

}  // namespace dandori::bpmn
