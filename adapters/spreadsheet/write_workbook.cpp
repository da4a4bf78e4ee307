#include "adapters/spreadsheet/write_workbook.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>

#include "adapters/spreadsheet/encoding.h"
#include "adapters/spreadsheet/fill_workbook.h"
#include "adapters/spreadsheet/package.h"

namespace dandori::spreadsheet {
namespace {

constexpr std::uint8_t paper_a4 = 9;
constexpr std::size_t sheet_name_characters_max = 31;
constexpr time_t first_of_april_2026 = 1'775'001'600;  // what a workbook says of when it was made: always the same

/// A file without a place on disk.
class MemoryFile {
  public:
    MemoryFile() : descriptor_(::memfd_create("workbook.xlsx", MFD_CLOEXEC)) {}
    ~MemoryFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    bool is_open() const { return descriptor_ >= 0; }
    std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
    std::string content() const {
        struct stat about {};
        if (::fstat(descriptor_, &about) != 0) return {};
        std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
        std::size_t filled = 0;
        while (filled < bytes.size()) {
            const auto got = ::pread(descriptor_, bytes.data() + filled, bytes.size() - filled, static_cast<off_t>(filled));
            if (got <= 0) return {};
            filled += static_cast<std::size_t>(got);
        }
        return bytes;
    }

  private:
    int descriptor_;
};

struct Looks {
    lxw_format *header, *above, *text, *number, *date, *date_time;
};

Looks looks_of(lxw_workbook* workbook) {
    const auto made = [&](const char* number_format, bool is_bordered) {
        auto* format = ::workbook_add_format(workbook);
        ::format_set_font_name(format, "游ゴシック");
        ::format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        if (*number_format) ::format_set_num_format(format, number_format);
        if (is_bordered) ::format_set_border(format, LXW_BORDER_THIN);
        return format;
    };
    Looks looks{made("", true), made("", false), made("@", true), made("", true), made("yyyy/mm/dd", true), made("yyyy/mm/dd hh:mm", true)};
    ::format_set_bold(looks.header);
    ::format_set_bg_color(looks.header, 0xE8EEF4);
    for (auto* format : {looks.header, looks.text}) ::format_set_text_wrap(format);
    return looks;
}

tl::unexpected<Failure> bad_new_cell(const NewSheet& sheet, CellPosition at, const std::string& what) {
    return fail(Failure::Kind::Unspecified, "Cell '" + sheet.name + "'!" + to_text(at) + " can't be written: " + what);
}

Result<void> check_sheet(const NewSheet& sheet, const std::vector<NewSheet>& all) {
    const auto characters = static_cast<std::size_t>(std::ranges::count_if(sheet.name, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    if (sheet.name.empty() || characters > sheet_name_characters_max || sheet.name.find_first_of("[]:*?/\\") != sheet.name.npos || !is_utf8(sheet.name) ||
        sheet.name.front() == '\'' || sheet.name.back() == '\'')
        return fail(Failure::Kind::Unspecified, "A sheet can't be named '" + sheet.name + "': 1 to 31 characters without []:*?/\\ are needed, and no ' at its ends.");
    if (std::ranges::count(all, sheet.name, &NewSheet::name) > 1) return fail(Failure::Kind::Unspecified, "Two sheets are named '" + sheet.name + "'.");
    if (sheet.columns.size() > columns_max || sheet.header_row < 1 || sheet.header_row > rows_max || sheet.rows.size() > rows_max - sheet.header_row)
        return fail(Failure::Kind::Bounds, "Sheet '" + sheet.name + "' has " + std::to_string(sheet.rows.size()) + " rows and " + std::to_string(sheet.columns.size()) +
                                               " columns; a sheet holds at most 1,048,576 and 16,384.");
    for (const auto& [at, value] : sheet.above)
        if (at.row >= sheet.header_row) return bad_new_cell(sheet, at, "it isn't above the header row " + std::to_string(sheet.header_row) + ".");
    return {};
}

Result<void> write_value(lxw_worksheet* worksheet, const NewSheet& sheet, CellPosition at, const CellValue& value, const Looks& looks, bool is_above) {
    const auto row = at.row - 1;
    const auto column = static_cast<lxw_col_t>(at.column - 1);
    lxw_error error = LXW_NO_ERROR;
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (const auto fits = check_cell_text(*text); !fits) return bad_new_cell(sheet, at, fits.error().text);
        error = ::worksheet_write_string(worksheet, row, column, with_escapes(*text).c_str(), is_above ? looks.above : looks.text);
    } else if (const auto* number = std::get_if<double>(&value)) {
        error = ::worksheet_write_number(worksheet, row, column, *number, is_above ? looks.above : looks.number);
    } else if (const auto* truth = std::get_if<bool>(&value)) {
        error = ::worksheet_write_boolean(worksheet, row, column, *truth, is_above ? looks.above : looks.number);
    } else if (const auto* fault = std::get_if<CellError>(&value)) {
        error = ::worksheet_write_string(worksheet, row, column, fault->code.c_str(), looks.text);
    } else if (std::holds_alternative<std::monostate>(value)) {
        error = ::worksheet_write_blank(worksheet, row, column, looks.text);
    } else {
        const auto* date = std::get_if<Date>(&value);
        const auto serial = date ? serial_of(*date, false) : serial_of(std::get<DateTime>(value), false);
        if (!serial) return bad_new_cell(sheet, at, "spreadsheets know no " + to_text(value) + ".");
        error = ::worksheet_write_number(worksheet, row, column, *serial, date ? looks.date : looks.date_time);
    }
    if (error != LXW_NO_ERROR) return bad_new_cell(sheet, at, ::lxw_strerror(error));
    return {};
}

Result<void> write_sheet(lxw_workbook* workbook, const NewSheet& sheet, const Looks& looks) {
    auto* worksheet = ::workbook_add_worksheet(workbook, sheet.name.c_str());
    if (!worksheet) return fail(Failure::Kind::Unspecified, "The sheet '" + sheet.name + "' can't be made.");
    const auto header = sheet.header_row - 1;
    for (const auto& [at, value] : sheet.above) TRY(write_value(worksheet, sheet, at, value, looks, true));
    std::uint32_t column = 0;
    for (const auto& [title, width] : sheet.columns) {
        ++column;
        const auto at = static_cast<lxw_col_t>(column - 1);
        ::worksheet_set_column(worksheet, at, at, width, nullptr);
        if (const auto fits = check_cell_text(title); !fits) return bad_new_cell(sheet, {sheet.header_row, column}, fits.error().text);
        ::worksheet_write_string(worksheet, header, at, with_escapes(title).c_str(), looks.header);
    }
    std::uint32_t row = sheet.header_row;
    for (const auto& values : sheet.rows) {
        ++row;
        if (values.size() > sheet.columns.size())
            return bad_new_cell(sheet, {row, static_cast<std::uint32_t>(sheet.columns.size()) + 1}, "its column has no header.");
        for (std::uint32_t index = 0; index < values.size(); ++index) TRY(write_value(worksheet, sheet, {row, index + 1}, values[index], looks, false));
    }
    ::worksheet_set_landscape(worksheet);
    ::worksheet_set_paper(worksheet, paper_a4);
    ::worksheet_fit_to_pages(worksheet, 1, 0);
    ::worksheet_set_footer(worksheet, "&C&P / &N");
    if (sheet.columns.empty()) return {};
    ::worksheet_repeat_rows(worksheet, header, header);
    ::worksheet_freeze_panes(worksheet, header + 1, 0);
    if (!sheet.rows.empty()) ::worksheet_autofilter(worksheet, header, 0, row - 1, static_cast<lxw_col_t>(sheet.columns.size() - 1));
    return {};
}

}  // namespace

Result<std::string> write_workbook(const std::vector<NewSheet>& sheets) {
    if (sheets.empty()) return fail(Failure::Kind::Unspecified, "A workbook needs a sheet.");
    for (const auto& sheet : sheets) TRY(check_sheet(sheet, sheets));
    const MemoryFile file;
    if (!file.is_open()) return fail(Failure::Kind::Unspecified, "There is no memory for the workbook.");
    auto* workbook = ::workbook_new(file.path().c_str());
    if (!workbook) return fail(Failure::Kind::Unspecified, "The workbook can't be begun.");
    lxw_doc_properties properties{};
    properties.created = first_of_april_2026;
    ::workbook_set_properties(workbook, &properties);
    const auto looks = looks_of(workbook);
    Result<void> written;
    for (const auto& sheet : sheets) {
        if (written) written = write_sheet(workbook, sheet, looks);
    }
    const auto closed = ::workbook_close(workbook);  // frees it, whatever has become of it
    TRY(std::move(written));
    if (closed != LXW_NO_ERROR) return fail(Failure::Kind::Unspecified, std::string("The workbook can't be written: ") + ::lxw_strerror(closed) + ".");
    return file.content();
}

}  // namespace dandori::spreadsheet
