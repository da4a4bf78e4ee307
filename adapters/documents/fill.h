#pragma once
// From a template and the values of a case to a document's content.

#include <boost/json.hpp>
#include <map>

#include "adapters/documents/approvals.h"
#include "adapters/documents/template.h"
#include "adapters/worker/expression.h"

namespace dandori::documents {

/// What a document is made of besides its template.
struct Matter {
    boost::json::object variables;  ///< all that the task sees, and `madeAt`
    std::vector<Approval> approvals;
    std::map<std::string, std::string> forms;  ///< by id, those that the template names
    std::string case_number;
    Instant made_at;
};

/// Works out all values. Fails where an expression does, a condition is no truth, a table's list is none, (Bounds) above
/// 5,000 rows a table or 1 MB of values; always naming the template and the place in it.
Result<Content> fill(const DocumentTemplate&, const Matter&, const worker::Evaluate&);

/// One text with placeholders, or FEEL as a whole.
Result<std::string> filled_text(const Wording&, const boost::json::object& variables, const worker::Evaluate&);

}  // namespace dandori::documents
