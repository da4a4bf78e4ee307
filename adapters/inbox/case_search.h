#pragma once
#include <boost/json/fwd.hpp>

#include "adapters/inbox/case_model.h"
#include "engine/failure.h"

namespace dandori::inbox {

/// The search for cases that `POST /api/cases/search` asks for, newest first unless `sort` says otherwise; without the
/// rights of who asks. A failure names what can't be searched for.
Result<engine::Query> case_query(CaseModels&, const boost::json::object& request);

/// The case of this number, or of this key as its digits: the newest where several have the number.
std::optional<engine::ProcessInstance> find_case(engine::Reader&, const std::string& case_number);

}  // namespace dandori::inbox
