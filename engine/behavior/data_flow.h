#pragma once
// The standard's data flow (BPMN 2.0.2, 10.4): data associations of elements that have an ioSpecification, or of events that name
// data inputs or outputs, become mappings; data objects become variables of their scope.

#include <functional>

#include "engine/behavior/executable.h"

namespace dandori::engine {

/// What is told of a fault: what was found, and how to mend it.
using TellProblem = std::function<void(std::string what, std::string mend)>;

/// Adds the mappings, the input and output sets of an element. A bare association, as modelers draw it, has no effect.
void compile_data_flow(const bpmn::Definitions&, const bpmn::FlowNode&, ExecutableNode&, const TellProblem&);

/// The data objects of a scope that an executed association reads or writes.
std::vector<CompiledDataObject> data_objects_of(const bpmn::Definitions&, const bpmn::Scope&);

/// The variable that holds the states of a scope's data objects, by their names.
inline constexpr const char* data_states_variable = "dataStates";

}  // namespace dandori::engine
