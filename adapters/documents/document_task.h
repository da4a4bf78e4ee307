#pragma once
// From a job of a service task (`dandori:document`) to the document it makes; processes/README.md, "A service task that
// makes a document".

#include "adapters/documents/approvals.h"
#include "adapters/documents/template.h"
#include "adapters/worker/expression.h"
#include "engine/runtime/command.h"
#include "engine/state/document.h"

namespace dandori::documents {

inline constexpr std::string_view document_job_type = "dandori:document";

/// What a document is made of besides the job's variables.
class DocumentRecords {
  public:
    virtual ~DocumentRecords() = default;
    virtual Result<DocumentTemplate> template_of(const std::string& id) = 0;
    /// All decisions on the case, in their order.
    virtual std::vector<Approval> approvals_of(const engine::Job&) = 0;
    /// The newest deployed form of the id; none where there is none.
    virtual std::optional<std::string> form_of(const std::string& id) = 0;
    /// When the task began.
    virtual Instant begin_of(const engine::Job&) = 0;
};

/// What a job comes to.
struct JobDocument {
    engine::Document document;
    std::string content;
    std::string variable;              ///< that takes the reference
    std::size_t letters_missing = 0;  ///< that no font has
};

/// Makes the document of a job. Fails where a header is missing or no text, the template is missing or can't be filled,
/// or the file would have more than 10 MB. The same job with the same values gives the same bytes and the same id.
Result<JobDocument> document_of_job(const engine::ActivatedJob&, DocumentRecords&, const worker::Evaluate&);

/// The reference to a document as `POST /v2/documents` answers it, in JSON.
std::string reference_to(const engine::Document&);

}  // namespace dandori::documents
