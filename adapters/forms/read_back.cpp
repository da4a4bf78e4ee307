#include "adapters/forms/read_back.h"

#include <algorithm>

#include "adapters/forms/field.h"
#include "adapters/spreadsheet/workbook.h"

namespace dandori::forms {
namespace {

constexpr std::size_t header_rows_searched = 50;

struct GridCell {
    std::string text;
    bool is_formula = false, is_error = false;
};

/// A sheet or a CSV file as rows of texts.
struct Grid {
    std::string sheet;  ///< empty: a CSV file
    std::vector<std::pair<std::size_t, std::map<std::uint32_t, GridCell>>> rows;
    std::vector<spreadsheet::CellRange> merged;

    std::string place_of_row(std::size_t row) const { return (sheet.empty() ? "" : "'" + sheet + "'!") + std::to_string(row) + "行"; }
    std::string place_of_cell(std::size_t row, std::uint32_t column) const {
        if (sheet.empty()) return std::to_string(row) + "行" + std::to_string(column) + "列";
        return "'" + sheet + "'!" + spreadsheet::to_text(spreadsheet::CellPosition{static_cast<std::uint32_t>(row), column});
    }
};

Grid grid_of(const spreadsheet::Sheet& sheet) {
    Grid grid{sheet.name, {}, sheet.merged};
    for (const auto& row : sheet.rows) {
        auto& cells = grid.rows.emplace_back(row.number, std::map<std::uint32_t, GridCell>{}).second;
        for (const auto& cell : row.cells) cells[cell.column] = {spreadsheet::to_text(cell.value), cell.is_formula, std::holds_alternative<spreadsheet::CellError>(cell.value)};
    }
    return grid;
}

/// Without the `'` that keeps a spreadsheet from taking a text for a formula.
std::string without_guard(const std::string& text) {
    const bool is_guarded = text.size() > 1 && text[0] == '\'' && std::string_view("=+-@\t\r").find(text[1]) != std::string_view::npos;
    return is_guarded ? text.substr(1) : text;
}

Result<std::vector<Grid>> grids_of(std::string_view bytes, std::vector<std::string>& notes) {
    std::vector<Grid> grids;
    if (bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
        auto workbook = TRY(spreadsheet::read_workbook(bytes));
        for (const auto& sheet : workbook.sheets) grids.push_back(grid_of(sheet));
        notes = std::move(workbook.notes);
        return grids;
    }
    const auto table = TRY(spreadsheet::read_csv(bytes));
    auto& grid = grids.emplace_back();
    for (const auto& row : table.rows) {
        auto& cells = grid.rows.emplace_back(row.line, std::map<std::uint32_t, GridCell>{}).second;
        for (std::uint32_t column = 0; column < row.cells.size(); ++column)
            if (!row.cells[column].empty()) cells[column + 1] = {without_guard(row.cells[column]), false, false};
    }
    return grids;
}

/// Which column of the file holds what.
struct Headers {
    std::size_t row_index = 0;
    std::map<std::string, std::uint32_t> request, answer;
    std::map<std::uint32_t, std::string> others;
    std::size_t matched() const { return request.size() + answer.size(); }
};

Headers headers_in(const FormTemplate& form, const Grid& grid, std::size_t index) {
    Headers headers{index, {}, {}, {}};
    for (const auto& [column, cell] : grid.rows[index].second) {
        const auto header = comparable(cell.text);
        bool is_known = false;
        for (const auto& asked : form.columns) {
            const bool is_called_so = comparable(asked.header) == header || std::ranges::any_of(asked.other_headers, [&](const auto& other) { return comparable(other) == header; });
            if (is_called_so) is_known = headers.request.emplace(asked.key, column).second || is_known;
        }
        for (const auto& [key, wanted] : form.answer.headers) {
            if (comparable(wanted) == header) is_known = headers.answer.emplace(key, column).second || is_known;
        }
        if (!is_known && !header.empty()) headers.others[column] = cell.text;
    }
    return headers;
}

bool is_enough(const FormTemplate& form, const Headers& headers, Wanted wanted) {
    const bool has_natural_key = !form.natural_key.empty() && std::ranges::all_of(form.natural_key, [&](const auto& key) { return headers.request.contains(key); });
    if (wanted == Wanted::Request) return headers.request.size() * 2 > form.columns.size();
    return headers.answer.contains("result") && (headers.answer.contains("request_no") || has_natural_key);
}

std::string wanted_headers(const FormTemplate& form, Wanted wanted) {
    std::string all;
    const auto add = [&](const std::string& header) { all += "「" + header + "」"; };
    if (wanted == Wanted::Request) {
        for (const auto& column : form.columns) add(column.header);
    } else {
        for (const auto& [key, header] : form.answer.headers) add(header);
    }
    return all;
}

class LineReading {
  public:
    LineReading(const FormTemplate& form, const Grid& grid, const Headers& headers) : form_(form), grid_(grid), headers_(headers) {}

    ReadLine read(std::size_t index) {
        row_ = grid_.rows[index].first;
        cells_ = &grid_.rows[index].second;
        line_ = {};
        line_.place = grid_.place_of_row(row_);
        for (const auto& [key, column] : headers_.request) read_asked(*form_.find(key), column);
        for (const auto& [key, column] : headers_.answer) read_answered(key, column);
        for (const auto& [column, header] : headers_.others)
            if (const auto cell = cells_->find(column); cell != cells_->end()) line_.others[header] = cell->second.text;
        return std::move(line_);
    }

  private:
    void fault(std::uint32_t column, const std::string& what) { line_.faults.push_back(grid_.place_of_cell(row_, column) + ": " + what); }

    /// None, with its fault, where nothing can be taken from the cell.
    std::optional<std::string> text_at(std::uint32_t column) {
        const auto cell = cells_->find(column);
        if (cell == cells_->end()) {
            const spreadsheet::CellPosition at{static_cast<std::uint32_t>(row_), column};
            for (const auto& range : grid_.merged)
                if (range.contains(at) && range.first != at) fault(column, "結合されたセル（" + spreadsheet::to_text(range) + "）の中にあり、値を読めません");
            return std::nullopt;
        }
        if (cell->second.is_error) {
            fault(column, "値の代わりに「" + cell->second.text + "」があります");
            return std::nullopt;
        }
        return cell->second.text;
    }

    void read_asked(const Column& column, std::uint32_t at) {
        const auto text = text_at(at);
        if (!text) return;
        const auto field = read_field(column, *text);
        if (!field.fault.empty()) fault(at, "「" + *text + "」: " + field.fault);
        line_.request[column.key] = field.value;
    }

    void read_answered(const std::string& key, std::uint32_t at) {
        const auto text = text_at(at);
        if (!text || comparable(*text).empty()) return;
        if (key == "result") {
            const auto found = form_.answer.results.find(comparable(*text));
            if (found == form_.answer.results.end()) return fault(at, "結果「" + *text + "」は知られていません");
            line_.answer[key] = found->second;
        } else if (key == "answered_on") {
            const auto date = date_in(*text);
            if (!date) return fault(at, "「" + *text + "」: 日付（例 2026/04/01）ではありません");
            line_.answer[key] = *date;
        } else {
            line_.answer[key] = key == "message" ? *text : comparable(*text);
        }
        if (cells_->at(at).is_formula && (key == "result" || key == "issued_id")) fault(at, "式の結果です。値を確かめて書き直してください");
    }

    const FormTemplate& form_;
    const Grid& grid_;
    const Headers& headers_;
    std::size_t row_ = 0;
    const std::map<std::uint32_t, GridCell>* cells_ = nullptr;
    ReadLine line_;
};

/// Whether the row says anything of what is wanted: rows that were sent and not answered yet are no answers.
bool says_something(const ReadLine& line, Wanted wanted) {
    if (!line.faults.empty()) return true;
    if (wanted == Wanted::Answer) return line.answer.contains("result") || line.answer.contains("issued_id");
    return std::ranges::any_of(line.request, [](const auto& field) { return !field.second.empty(); });
}

}  // namespace

Result<ReadForm> read_back(const FormTemplate& form, std::string_view bytes, Wanted wanted) {
    ReadForm read;
    const auto grids = TRY(grids_of(bytes, read.notes));
    const Grid* grid = nullptr;
    Headers headers;
    for (const auto& candidate : grids) {
        for (std::size_t index = 0; index < std::min(candidate.rows.size(), header_rows_searched); ++index) {
            auto found = headers_in(form, candidate, index);
            const bool is_named = candidate.sheet == form.layout.sheet && grid && grid->sheet != form.layout.sheet && found.matched() == headers.matched();
            if (!is_enough(form, found, wanted) || (found.matched() <= headers.matched() && !is_named)) continue;
            headers = std::move(found);
            grid = &candidate;
        }
    }
    if (!grid)
        return fail(Failure::Kind::Syntax, "No row of the first " + std::to_string(header_rows_searched) + " holds the headers of '" + form.title + "' version " + std::to_string(form.version) + ": " +
                                               wanted_headers(form, wanted) + " are needed.");
    read.headers_matched = headers.matched();
    LineReading reading(form, *grid, headers);
    for (std::size_t index = headers.row_index + 1; index < grid->rows.size(); ++index) {
        auto line = reading.read(index);
        if (says_something(line, wanted)) read.lines.push_back(std::move(line));
    }
    return read;
}

}  // namespace dandori::forms
