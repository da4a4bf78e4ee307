#pragma once
#include <boost/json/fwd.hpp>

#include "adapters/inbox/case_model.h"

namespace dandori::inbox {

/// The process instances as CASE of API.md, in their order.
boost::json::array cases_as_json(engine::Reader&, CaseModels&, const std::vector<engine::ProcessInstance>&);

/// How a case is called: its number, else its key.
std::string case_number_of(const engine::ProcessInstance&);

}  // namespace dandori::inbox
