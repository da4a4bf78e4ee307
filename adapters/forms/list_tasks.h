#pragma once
// Lists that others make: read out of files (`dandori:read-list`) and laid side by side (`dandori:join-lists`); processes/README.md,
// "Service tasks that read and compare lists".

#include <boost/json/object.hpp>

#include "adapters/forms/engine_access.h"
#include "adapters/worker/expression.h"

namespace dandori::forms {

inline constexpr std::string_view read_list_job_type = "dandori:read-list";
inline constexpr std::string_view join_lists_job_type = "dandori:join-lists";

/// What the documents of a job hold, by the template that fits each best. What a person must mend is told in the variables; a Failure is what only the
/// modeller can mend.
Result<engine::Json> list_of_job(const engine::ActivatedJob&, engine::Reader&, const worker::Evaluate&, Instant now);

/// Lists by name, and by which member's value their rows belong together: one group for each value, in the values' order, `{key, NAME: rows ..}`.
/// Values are the same where a reader can't tell them apart (full-width, upper case). Rows without a value are groups of their own, last.
Result<boost::json::array> joined(const boost::json::object& lists, const boost::json::object& keys);
Result<engine::Json> groups_of_job(const engine::ActivatedJob&, const worker::Evaluate&);

/// Works one job of either type.
void work_list_job(const engine::ActivatedJob&, const EngineAccess&, const worker::Evaluate&, const worker::Log&);

}  // namespace dandori::forms
