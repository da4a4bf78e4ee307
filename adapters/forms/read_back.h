#pragma once
// From a file that came back to lines: whatever the order of its columns, and with columns that nobody asked for.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/forms/template.h"

namespace dandori::forms {

struct ReadLine {
    std::string place;                            ///< "'申請一覧'!8行" or "3行"
    std::map<std::string, std::string> request;   ///< by the columns' keys, plain; what the file has of them
    std::map<std::string, std::string> answer;    ///< by the answer's keys; result as issued, changed, ..; dates as 2026-04-01
    std::map<std::string, std::string> others;    ///< by header: kept as they stand
    std::vector<std::string> faults;              ///< in Japanese, each naming its cell
};

struct ReadForm {
    std::vector<ReadLine> lines;
    std::vector<std::string> notes;   ///< what a person should know
    std::size_t headers_matched = 0;  ///< how sure it is that the file is of this template
};

/// What is wanted of a file: the lines that we sent, or the answers to them.
enum class Wanted { Request, Answer };

/// Reads .xlsx or CSV by a template. Fails where it is neither, or no row of the first fifty holds the headers; a field that can't be read is a fault of
/// its line. Rows without anything in the known columns are left out.
Result<ReadForm> read_back(const FormTemplate&, std::string_view bytes, Wanted);

}  // namespace dandori::forms
