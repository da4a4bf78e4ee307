#pragma once
// From a job of a service task (`dandori:figures`) to the figures that it counts; README.md has the headers.

#include "adapters/worker/expression.h"
#include "engine/port/store.h"
#include "engine/runtime/command.h"

namespace dandori::figures {

inline constexpr std::string_view figures_job_type = "dandori:figures";

struct Figures {
    std::string variable;  ///< where they go
    boost::json::value value;
};

/// Counts what the job asks for. Fails where a header can't be used, the definition isn't deployed or can't be worked out.
Result<Figures> figures_of_job(const engine::ActivatedJob&, engine::Reader&, const worker::Evaluate&);

}  // namespace dandori::figures
