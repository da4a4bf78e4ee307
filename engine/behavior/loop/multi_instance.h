#pragma once
#include "engine/behavior/step.h"

namespace dandori::engine {

/// An inner instance of a multi-instance activity is done: its output is collected, and the body goes on or ends the others.
/// The inner instance itself is finished by the caller.
Result<void> inner_instance_completes(Step& inner);

/// One of its runs is terminated from outside: the counters that a completion condition asks for follow, and in a sequence the
/// next run begins.
void note_terminated_run(Step& body);
bool has_completed_run(Step& body);

/// A run that has answered is asked again, its answer is taken out; in a sequence what runs after it ends, which nobody may have completed.
/// Failure: its item isn't there any more.
Result<void> run_again(Step& body, std::int32_t counter);

/// One more run, for this item, while the others go on; in a sequence it is the last. Failure: it repeats by a number, not for the items of a list.
Result<void> add_run(Step& body, const feel::Value& item);

}  // namespace dandori::engine
