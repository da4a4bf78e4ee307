#pragma once
// What returns, pull-backs and take-ups look at alike.

#include <algorithm>

#include "bpmn/model/process.h"
#include "bpmn/model/property.h"
#include "engine/behavior/instance_rows.h"
#include "engine/runtime/command.h"

namespace dandori::engine {

/// A completed activity that compensation would undo; `among` these, if given.
inline std::optional<std::string> first_to_undo(const InstanceRows& rows, const std::vector<ElementInstanceKey>* among = nullptr) {
    std::optional<std::string> found;
    rows.compensables.for_each([&](const Compensable& row) {
        if (!among || std::ranges::find(*among, row.activity_key) != among->end()) found = row.activity_id;
    });
    return found;
}

/// Whether the element instance is one of those that end, or lies in one.
inline bool ends_with(const InstanceRows& rows, const std::vector<ElementInstanceKey>& ended, const ElementInstance& element) {
    for (const ElementInstance* at = &element; at; at = rows.elements.find(ElementInstanceKey{at->scope_key.value})) {
        if (std::ranges::find(ended, at->key) != ended.end()) return true;
    }
    return false;
}

/// A username that stands in a variable as text, or as member `username` or `id` of a context.
std::string person_in(const std::optional<feel::Value>&);

/// Whether an activity is done several times over.
inline bool repeats(const bpmn::FlowNode& node) { return !std::holds_alternative<std::monostate>(node.activity()->loop); }

/// The case that a decision on such a step cancels (取消申請, `approval.cancels`): the variable of that name has its number. Absent: none of that
/// number; an empty property: no step that cancels.
std::optional<ProcessInstance> case_to_cancel(Reader&, InstanceRows&, ScopeKey, const std::string& variable);

inline bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

inline bool is_approval(std::string_view outcome) {
    return outcome == "approved" || outcome == "approved_with_conditions" || outcome == "agreed" || outcome == "agreed_with_opinion" ||
           outcome == "deemed_approved";
}

/// Whether somebody says yes or no on such a step.
inline bool decides(std::string_view step) { return step == "approve" || step == "decide" || step == "agree"; }

/// The keys, as text, of a case's decisions that a later one has taken back.
inline std::vector<std::string> void_among(const std::vector<ApprovalDecision>& decisions) {
    std::vector<std::string> gone;
    for (const ApprovalDecision& each : decisions) {
        gone.insert(gone.end(), each.voids.begin(), each.voids.end());
        std::erase_if(gone, [&](const std::string& key) { return std::ranges::find(each.restores, key) != each.restores.end(); });
    }
    return gone;
}

}  // namespace dandori::engine
