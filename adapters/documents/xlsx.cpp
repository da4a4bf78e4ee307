#include "adapters/documents/xlsx.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "adapters/spreadsheet/write_workbook.h"

namespace dandori::documents {
namespace {

using spreadsheet::CellValue;
using spreadsheet::NewSheet;

constexpr double characters_in_line = 120;  ///< that fit on A4 landscape at a size that can be read
constexpr std::size_t sheet_letters_max = 28;  ///< Excel takes 31; room for a number behind it

CellValue cell_of(const Value& value) {
    if (value.number) return *value.number;
    if (!value.time) return value.text.empty() ? CellValue() : CellValue(value.text);
    const std::chrono::year_month_day date{std::chrono::year{value.time->year}, std::chrono::month{value.time->month},
                                           std::chrono::day{value.time->day}};
    if (!value.time->minute_of_day) return date;
    return std::chrono::local_seconds(std::chrono::local_days{date}) + std::chrono::minutes{*value.time->minute_of_day} +
           std::chrono::seconds{value.time->second};
}

/// A name that a sheet may have.
std::string sheet_name_of(std::string_view text) {
    std::string name;
    std::size_t letters = 0;
    for (const char letter : text) {
        const bool begins = (static_cast<unsigned char>(letter) & 0xC0) != 0x80;
        if (begins && ++letters > sheet_letters_max) break;
        const bool is_forbidden = static_cast<unsigned char>(letter) < 0x20 || std::string_view("[]:*?/\\'").find(letter) != std::string_view::npos;
        name += is_forbidden ? ' ' : letter;
    }
    const auto first = name.find_first_not_of(' ');
    if (first == std::string::npos) return "表";
    return name.substr(first, name.find_last_not_of(' ') - first + 1);
}

/// Lays the blocks out sheet by sheet.
class Workbook {
  public:
    explicit Workbook(const Content& content) {
        begin(content.title);
        if (content.case_number.empty()) return;
        write("受付番号", content.case_number);
        is_fresh_ = true;
    }

    void operator()(const Title& one) { tell(one.text); }
    void operator()(const Paragraph& one) { tell(one.text); }
    void operator()(const Space&) {}
    void operator()(const NewPage&) {}
    void operator()(const Sheet& one) {
        tell_heading();
        begin(one.name);
    }

    /// Told once it is known what follows: a table's heading names its sheet.
    void operator()(const Heading& one) {
        tell_heading();
        heading_ = one.text;
    }

    void operator()(const Facts& one) {
        tell_heading();
        for (const auto& fact : one.facts) write(fact.label, cell_of(fact.value));
    }

    void operator()(const Seals& one) {
        tell_heading();
        for (const auto& box : one.boxes) {
            if (box.seal) write(box.label, box.seal->section + " " + box.seal->date + " " + box.seal->name + " " + box.seal->mark);
        }
    }

    void operator()(const Table& one) {
        if (!heading_.empty()) {
            begin(heading_);
            tell_heading();
        } else if (has_table_) {
            begin(name_);
        }
        has_table_ = true;
        is_fresh_ = false;
        auto& sheet = sheets_.back();
        double shares = 0;
        for (const auto& column : one.columns) shares += column.width;
        for (const auto& column : one.columns)
            sheet.columns.push_back({column.title, std::max(6.0, characters_in_line * column.width / shares)});
        for (const auto& values : one.rows) {
            auto& cells = sheet.rows.emplace_back();
            for (const auto& value : values) cells.push_back(cell_of(value));
        }
        if (one.rows.empty() && !one.empty.empty()) sheet.rows.push_back({one.empty});
    }

    std::vector<NewSheet> take() {
        tell_heading();
        for (auto& sheet : sheets_) {
            for (const auto& [at, value] : sheet.above) sheet.header_row = std::max(sheet.header_row, at.row + 2);
        }
        return std::move(sheets_);
    }

  private:
    void name(const std::string& text) {
        name_ = sheet_name_of(text);
        const auto is_taken = [&](const std::string& wanted) {
            return std::any_of(sheets_.begin(), sheets_.end() - 1, [&](const auto& sheet) { return sheet.name == wanted; });
        };
        auto unused = name_;
        for (int count = 2; is_taken(unused); ++count) unused = name_ + " " + std::to_string(count);
        sheets_.back().name = unused;
    }

    void begin(const std::string& text) {
        if (!is_fresh_) {
            sheets_.emplace_back();
            row_ = 1;
        }
        has_table_ = false;
        is_fresh_ = true;
        name(text);
    }

    /// A row above the table; one behind a table begins a sheet of its own.
    std::uint32_t row() {
        if (has_table_) begin(name_);
        is_fresh_ = false;
        return row_++;
    }
    void tell_heading() {
        if (heading_.empty()) return;
        const auto heading = std::exchange(heading_, {});
        if (has_table_) begin(heading);
        write_line(heading);
    }
    void tell(const std::string& text) {
        tell_heading();
        write_line(text);
    }
    void write_line(const std::string& text) {
        if (text.empty()) return;
        const auto at = row();  // first: it may begin a sheet
        sheets_.back().above.push_back({{at, 1}, text});
    }
    void write(const std::string& label, CellValue value) {
        const auto at = row();
        sheets_.back().above.push_back({{at, 1}, label});
        if (!std::holds_alternative<std::monostate>(value)) sheets_.back().above.push_back({{at, 2}, std::move(value)});
    }

    std::vector<NewSheet> sheets_;
    std::string name_, heading_;
    bool is_fresh_ = false;      ///< nothing of the blocks is on the sheet yet
    bool has_table_ = false;
    std::uint32_t row_ = 1;
};

}  // namespace

Result<MadeFile> xlsx_of(const Content& content) {
    Workbook workbook(content);
    for (const auto& block : content.blocks) std::visit(workbook, block);
    return MadeFile{TRY(spreadsheet::write_workbook(workbook.take())), 0};
}

}  // namespace dandori::documents
