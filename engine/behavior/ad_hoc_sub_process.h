#pragma once
// What is decided about an ad-hoc sub-process while it runs.

#include <span>

#include "engine/behavior/step.h"

namespace dandori::engine {

/// An element to activate, and the local variables of the inner instance it runs in.
struct AdHocActivation {
    std::string element_id;
    feel::Value variables;
};

/// Whether the ad-hoc sub-process has an element of this id that nothing leads to.
bool can_be_activated(const bpmn::FlowNode& ad_hoc, std::string_view element_id);
/// From outside; where the ordering is sequential, one after the other. All of them can be activated.
void activate_in_ad_hoc(Step& ad_hoc, std::span<const AdHocActivation>);
/// The worker that leads it has decided: to activate these, or, when fulfilled, that nothing more begins.
void ad_hoc_decided(Step& ad_hoc, std::span<const AdHocActivation>, bool is_fulfilled, bool cancel_rest);
/// An event sub-process has ended all else in it: it is over when that one is.
void ad_hoc_interrupted(Step& ad_hoc);
/// Something inside has ended: perhaps it is over, or the next may begin, or its worker is asked.
Result<void> ad_hoc_activity_completed(Step& ad_hoc);

/// JSON: what there is to choose from, as Camunda 8 gives it in `adHocSubProcessElements`.
std::string ad_hoc_elements(const bpmn::FlowNode& ad_hoc);

}  // namespace dandori::engine
