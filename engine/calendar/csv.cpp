#include "engine/calendar/csv.h"

#include <algorithm>

namespace dandori::calendar {
namespace {

/// The fields of the line that begins at `at`, which moves behind its end; none if a quote stays open.
bool take_line(std::string_view text, std::size_t& at, std::vector<std::string>& fields) {
    fields.assign(1, {});
    bool quoted = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c != '"') {
                fields.back() += c;
            } else if (at + 1 < text.size() && text[at + 1] == '"') {
                fields.back() += '"';
                ++at;
            } else {
                quoted = false;
            }
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            fields.emplace_back();
        } else if (c == '\n') {
            ++at;
            break;
        } else if (c != '\r') {
            fields.back() += c;
        }
    }
    return !quoted;
}

}  // namespace

const std::string& CsvRow::operator[](std::string_view column) const {
    static const std::string none;
    const auto found = fields.find(column);
    return found != fields.end() ? found->second : none;
}

Result<std::vector<CsvRow>> read_csv(std::string_view text, const std::vector<std::string>& columns,
                                     std::string_view what) {
    const std::string table(what);
    if (text.size() > csv_size_max) return fail(Failure::Kind::Bounds, table + ": larger than 1 MiB.");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<CsvRow> rows;
    std::vector<std::string> heading;
    std::vector<std::string> fields;
    int line = 1;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (!take_line(text, at, fields)) {
            return fail(Failure::Kind::Syntax,
                        table + ": line " + std::to_string(line) + " opens a quote that stays open.");
        }
        const int here = line;
        line += static_cast<int>(std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                            text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        if (fields.size() == 1 && fields.front().empty()) continue;
        if (heading.empty()) {
            heading = fields;
            for (const std::string& column : columns) {
                if (std::find(heading.begin(), heading.end(), column) == heading.end()) {
                    return fail(Failure::Kind::Syntax, table + ": the heading has no column '" + column + "'.");
                }
            }
            continue;
        }
        CsvRow row{here, {}};
        for (std::size_t index = 0; index < std::min(heading.size(), fields.size()); ++index)
            row.fields[heading[index]] = fields[index];
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace dandori::calendar
