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

}  // namespace dandori::engine
