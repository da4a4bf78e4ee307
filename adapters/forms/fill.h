#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <map>
#include <string>
#include <vector>

#include "adapters/forms/template.h"
#include "adapters/worker/expression.h"

namespace dandori::forms {

/// What a person must mend before the form can be handed in; with `is_warning`, should look at.
struct FormFault {
    std::size_t line = 0;  ///< of the form, from 1; 0: the form as a whole
    std::string column;    ///< its key, and below its header; empty: no single one
    std::string header;
    std::string cell;  ///< "H8", where it will stand
    std::string message;
    bool is_warning = false;
};

/// A value that was made plain; shown, so that nothing changes silently.
struct FormChange {
    std::size_t line = 0;
    std::string header, cell, before, after;
};

struct FilledForm {
    std::vector<std::map<std::string, std::string>> lines;  ///< by the columns' keys, plain (field.h)
    std::vector<FormFault> faults;
    std::vector<FormChange> changes;
    bool has_errors() const;
};

/// Fills a form from variables: one line for each of `lines`, whose members are seen like variables and hide them; `line` is its number unless it has
/// one of its own. Everything wrong is told at once. Fails only where an expression of the template can't be worked out at all.
Result<FilledForm> fill_form(const FormTemplate&, const boost::json::object& variables, const boost::json::array& lines, const worker::Evaluate&);

/// The text of a JSON value as a field takes it; none for lists and contexts.
std::optional<std::string> plain_text(const boost::json::value&);

}  // namespace dandori::forms
