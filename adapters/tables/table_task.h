#pragma once
// From a job of a service task (`dandori:table`) to the rows it reads and what it writes; README.md has the headers.

#include "adapters/worker/expression.h"
#include "engine/port/store.h"
#include "engine/runtime/command.h"

namespace dandori::tables {

inline constexpr std::string_view table_job_type = "dandori:table";

struct TableWork {
    boost::json::object variables;              ///< what was read, by the name it goes to
    std::optional<engine::TableChange> change;  ///< none: it only reads
    std::string conflict_error;                 ///< BPMN error for a row that is there already, or isn't there; empty: an incident
};

/// Reads what the job asks for, and works out what it writes. Fails where a header can't be used or there is no such table.
Result<TableWork> work_of_job(const engine::ActivatedJob&, engine::Reader&, const worker::Evaluate&);

}  // namespace dandori::tables
