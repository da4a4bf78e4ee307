#include "adapters/documents/xlsx.h"

#include <algorithm>
#include <chrono>
#include <string_view>
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

/// Lays the blocks out: tables on sheets of their own, all else line by line on the sheet of their section.
class Workbook {
  public:
    explicit Workbook(const Content& content) : section_(content.title) {
        if (!content.case_number.empty()) write("受付番号", content.case_number);
    }

    void operator()(const Title& one) { write(one.text, {}); }
    void operator()(const Space&) {}
    void operator()(const NewPage&) {}

    void operator()(const Sheet& one) {
        write_heading();
        section_ = one.name;
        lines_at_.reset();
    }

    /// Kept until it is known what follows: it names the sheet of a table.
    void operator()(const Heading& one) {
        write_heading();
        heading_ = one.text;
    }

    /// A line a row: programs don't all make rows higher for more.
    void operator()(const Paragraph& one) {
        for (std::string_view rest = one.text; !rest.empty();) {
            const auto end = std::min(rest.find('\n'), rest.size());
            write(std::exchange(heading_, {}), std::string(rest.substr(0, end)));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    void operator()(const Facts& one) {
        write_heading();
        for (const auto& fact : one.facts) write(fact.label, cell_of(fact.value));
    }

    void operator()(const Seals& one) {
        write_heading();
        for (const auto& box : one.boxes) {
            if (box.seal) write(box.label, box.seal->section + " " + box.seal->date + " " + box.seal->name + " " + box.seal->mark);
        }
    }

    void operator()(const Table& one) {
        auto& sheet = add(heading_.empty() ? section_ : std::exchange(heading_, {}));
        double shares = 0;
        for (const auto& column : one.columns) shares += column.width;
        for (const auto& column : one.columns)
            sheet.columns.push_back({column.title, std::max(8.0, characters_in_line * column.width / shares)});
        for (const auto& values : one.rows) {
            auto& cells = sheet.rows.emplace_back();
            for (const auto& value : values) cells.push_back(cell_of(value));
        }
        if (one.rows.empty() && !one.empty.empty()) sheet.rows.push_back({one.empty});
    }

    std::vector<NewSheet> take() {
        write_heading();
        if (sheets_.empty()) lines();
        return std::move(sheets_);
    }

  private:
    NewSheet& add(const std::string& text) {
        const auto wanted = sheet_name_of(text);
        auto unused = wanted;
        const auto is_taken = [&](const NewSheet& sheet) { return sheet.name == unused; };
        for (int count = 2; std::any_of(sheets_.begin(), sheets_.end(), is_taken); ++count)
            unused = wanted + " " + std::to_string(count);
        sheets_.emplace_back().name = unused;
        return sheets_.back();
    }

    /// The sheet of the section for what is no table.
    NewSheet& lines() {
        if (!lines_at_) {
            add(section_).columns = {{"項目", 26}, {"内容", characters_in_line - 26}};
            lines_at_ = sheets_.size() - 1;
        }
        return sheets_[*lines_at_];
    }

    void write(const std::string& label, CellValue value) {
        lines().rows.push_back({label.empty() ? CellValue() : CellValue(label), std::move(value)});
    }
    void write_heading() {
        if (!heading_.empty()) write(std::exchange(heading_, {}), {});
    }

    std::vector<NewSheet> sheets_;
    std::string section_, heading_;
    std::optional<std::size_t> lines_at_;
};

}  // namespace

Result<MadeFile> xlsx_of(const Content& content) {
    Workbook workbook(content);
    for (const auto& block : content.blocks) std::visit(workbook, block);
    return MadeFile{TRY(spreadsheet::write_workbook(workbook.take())), 0};
}

}  // namespace dandori::documents
