#pragma once
#include "engine/behavior/step.h"

namespace dandori::engine {

/// Whose a user task is by its model.
struct TaskOwners {
    std::optional<std::string> assignee;
    std::vector<std::string> candidate_groups, candidate_users;
};

/// The owners that the model gives the node of the step, evaluated in the step's scope.
Result<TaskOwners> owners_of(Step&);

/// Those that a run of a multi-instance activity would have for this item of its list.
Result<TaskOwners> owners_for_item(Step& body, const feel::Value& item);

}  // namespace dandori::engine
