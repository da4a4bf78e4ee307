#pragma once
// From a job of a service task (`dandori:form`) to the files of a request form; processes/README.md, "A service task that makes a request form".

#include "adapters/forms/engine_access.h"
#include "adapters/worker/expression.h"

namespace dandori::forms {

inline constexpr std::string_view form_job_type = "dandori:form";

/// What a job comes to: the variables to set, and the documents to put aside first.
struct MadeForm {
    engine::Json variables;
    std::vector<engine::PutDocument> documents;  ///< none where the form has errors
};

/// Fills the form of a job. What a person must mend is told in the variables; a Failure is what only the modeller can mend: no such form, a header or an
/// expression that can't be worked out, an original that can't be filled. The same job gives the same documents, by id and by byte.
Result<MadeForm> form_of_job(const engine::ActivatedJob&, engine::Reader&, const worker::Evaluate&, Instant now);

/// Works one job: puts the files aside and completes it, or fails it. Done twice, it puts them aside once.
void work_form_job(const engine::ActivatedJob&, const EngineAccess&, const worker::Evaluate&, const worker::Log&);

}  // namespace dandori::forms
