#pragma once
// Undoing what has completed: BPMN 2.0.2, 10.7 and 13.5.5. Handlers run one after the other, the latest activity first, inside
// the element that asks for it.

#include "engine/behavior/step.h"

namespace dandori::engine {

/// An activity has completed: it is remembered if something could undo it. Called while its variables are still there.
void remember_compensable(Step& completed);

/// The scope is over for good: nothing in it can be undone any more.
void forget_compensables(InstanceRows&, ScopeKey);

/// A throwing compensation event, or a cancel end event, begins: `activity_id` empty = all of the scope. False: nothing to undo.
bool begin_compensation(Step& thrower, const std::string& activity_id);

/// A user task begins to undo these completed activities before its token returns to `target_id`, an element that the token has
/// passed; `variables` are those to be set then. False: there is nothing to undo.
bool begin_undoing(Step& user_task, std::span<const ElementInstanceKey> completed, const std::string& target_id,
                   const feel::Context& variables);

/// Where a user task's token returns to once all is undone.
struct Returning {
    std::string target_id;
    feel::Context variables;
};
/// Absent for whatever undoes nothing for a return.
std::optional<Returning> returning(const ElementInstance&);

/// The user task goes on as if nobody had asked for a return.
void forget_return(ElementInstance&);

/// A user task that a return went to comes straight back to `element_id` when it is completed.
void resume_at(ElementInstance& user_task, const std::string& element_id);
/// Where to; empty: on by its flows.
std::string resuming_at(const ElementInstance&);

/// Whether the model says how to undo the activity.
bool has_compensation(const bpmn::FlowNode&);

/// One handler has ended: the next begins. False: all is undone.
bool continue_compensation(Step& thrower);

/// Whether an element instance is one that runs handlers inside: an event, or a user task that is returned.
bool runs_compensation(const ElementInstance&);

}  // namespace dandori::engine
