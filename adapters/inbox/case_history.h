#pragma once
#include <boost/json/fwd.hpp>

#include "adapters/inbox/accounts.h"
#include "adapters/inbox/case_model.h"

namespace dandori::inbox {

/// What happened in a case, as a list of ENTRY of API.md, oldest first.
boost::json::array history_as_json(engine::Reader&, const Accounts&, const CaseModel&, const engine::ProcessInstance&);

}  // namespace dandori::inbox
