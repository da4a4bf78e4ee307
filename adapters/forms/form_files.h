#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "adapters/forms/fill.h"

namespace dandori::forms {

inline constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

struct FormFile {
    std::string name;  ///< of the template's id and the form's number; no names of people
    std::string content_type;
    std::string bytes;
    std::string format;  ///< xlsx or csv
};

/// The files of a filled form without errors: .xlsx and CSV, and several of each, numbered, where the lines don't fit into the table of one. `original` is
/// the template's own workbook, empty where it names none. The same form gives the same bytes. Fails, naming the cell or the line and column, where
/// the original can't be filled or the CSV's encoding lacks a character.
Result<std::vector<FormFile>> form_files(const FormTemplate&, const FilledForm&, const boost::json::object& variables, const std::string& number,
                                         std::string_view original, const worker::Evaluate&);

}  // namespace dandori::forms
