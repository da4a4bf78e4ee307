#pragma once
// A request form as data: what it asks, what it must hold, where it stands in the file. See processes/README.md, "A request form".

#include <boost/json/value.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/spreadsheet/cell.h"
#include "adapters/spreadsheet/csv.h"
#include "engine/failure.h"

namespace dandori::forms {

/// What stands in a column. An `Id` is a text of which every character counts: it is written in plain letters and digits.
enum class ColumnType { Text, Name, Id, Integer, Date, Code, Mail, Kana, Cidr, Boolean };

struct CodeOfList {
    std::string code;   ///< what processes know it by
    std::string label;  ///< what stands in the file
};

struct Column {
    std::string key;
    std::string header;
    std::vector<std::string> other_headers;  ///< under which others write the same: of programs whose lists are read
    ColumnType type = ColumnType::Text;
    bool is_required = false;
    std::string required_if_column, required_if_value;  ///< required when that column has that value
    std::size_t length_max = 0;                         ///< in characters; 0: as many as a cell holds
    std::string pattern;                                ///< for FEEL's matches()
    std::string pattern_by;                             ///< the column whose value says which of `patterns` holds
    std::map<std::string, std::string> patterns;
    std::vector<CodeOfList> codes;
    std::string from;  ///< FEEL over the variables and the line's own; empty in a list that is only read
};

/// FEEL that must be true. Of a line: over its values by the columns' keys, asked where the column `at` has a value. Of the form: over `lines`.
struct Rule {
    std::string expression;
    std::string message;
    std::string at;
    bool is_of_form = false;
    bool is_warning = false;
};

struct Layout {
    std::string original;  ///< file beside the template that is filled; empty: a fresh sheet is made
    std::string sheet;
    std::vector<std::pair<spreadsheet::CellPosition, std::string>> cells;  ///< FEEL over the variables, or a text as it stands
    std::uint32_t first_row = 1, last_row = 1;                             ///< of the table; the headers stand above
    std::map<std::string, std::uint32_t> columns;                          ///< by key
    bool dates_as_text = false;
};

/// How an answer is read: by its header row, whatever the order.
struct AnswerLayout {
    std::map<std::string, std::string> headers;  ///< request_no, line_no, receipt_no, result, issued_id, answered_on, message: to the header
    std::map<std::string, std::string> results;  ///< what may stand as the result: to issued, changed, stopped, rejected, question
    std::string message;           ///< that tells a case its lines, correlated by the request's number
    std::string earlier_variable;  ///< of the case: a list of the lines answered so far, {lineNo, result, issuedId}; empty: none
    std::string receipt_variable;  ///< of the case: the number that the other side gave at submission; empty: none
};

struct FormTemplate {
    std::string id;
    int version = 1;
    std::string title;
    std::string valid_from, valid_to;  ///< ISO dates, both included; empty: open
    std::vector<Column> columns;
    std::vector<Rule> rules;
    std::vector<std::string> natural_key;  ///< columns that tell a line from others where numbers are missing
    Layout layout;
    spreadsheet::CsvEncoding encoding = spreadsheet::CsvEncoding::Utf8WithMark;
    AnswerLayout answer;
    std::vector<std::string> checklist;  ///< what the person who hands it in looks at
    std::string portal_url;

    /// A list that others make and that is only read: nothing is filled, no answer comes.
    bool is_list() const { return answer.headers.empty(); }
    const Column* find(std::string_view key) const;
    bool is_valid_on(std::string_view iso_date) const;
};

/// Reads a template from JSON. A fault names the member and what is needed there; a member that isn't known is a fault.
Result<FormTemplate> read_template(std::string_view json);

}  // namespace dandori::forms
