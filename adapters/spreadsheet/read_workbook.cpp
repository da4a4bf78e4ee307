#include <algorithm>
#include <charconv>

#include "adapters/spreadsheet/package.h"
#include "adapters/spreadsheet/workbook.h"

namespace dandori::spreadsheet {
namespace {

/// What all sheets of a workbook share while it is read.
struct WorkbookReading {
    const ReadingLimits& limits;
    bool is_1904 = false;
    std::vector<std::string> strings;
    std::vector<NumberMeaning> styles;
    std::size_t cells = 0;
};

std::string place_of(const std::string& sheet, CellPosition at) { return "'" + sheet + "'!" + to_text(at); }

tl::unexpected<Failure> bad_cell(const std::string& sheet, CellPosition at, const std::string& what) {
    return fail(Failure::Kind::Syntax, "Cell " + place_of(sheet, at) + " " + what);
}

Result<std::vector<std::string>> read_strings(ZipArchive& archive, const Package& package) {
    std::vector<std::string> strings;
    if (package.strings_part.empty() || !archive.has(package.strings_part)) return strings;
    pugi::xml_document document;
    TRY(read_xml(archive, package.strings_part, document));
    for (const auto& item : document.document_element().children()) {
        if (local_name(item) == "si") strings.push_back(rich_text(item));
    }
    return strings;
}

std::optional<double> read_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !(number - number == 0)) return std::nullopt;
    return number;
}

/// "2026-04-01" or "2026-04-01T09:30:00", with which newer files may hold dates.
std::optional<CellValue> read_iso_date(std::string_view text) {
    const auto number = [&](std::size_t at, std::size_t digits) {
        int value = -1;
        if (text.size() < at + digits) return value;
        const auto read = std::from_chars(text.data() + at, text.data() + at + digits, value);
        return read.ptr == text.data() + at + digits ? value : -1;
    };
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 0 || month < 0 || day < 0) return std::nullopt;
    const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    if (text.size() == 10) return CellValue(date);
    const int hour = number(11, 2), minute = number(14, 2), second = number(17, 2);
    if (text[10] != 'T' || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;
    return CellValue(DateTime(std::chrono::local_days(date)) + std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second));
}

Result<CellValue> read_value(const pugi::xml_node& cell, const std::string& sheet, CellPosition at, const WorkbookReading& reading) {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return CellValue(rich_text(child(cell, "is")));
    const auto node = child(cell, "v");
    std::string text = node.text().get();
    if (type == "str") {
        if (text.empty()) return CellValue();
        return CellValue(std::move(text));
    }
    if (text.empty()) return CellValue();
    if (type == "e") return CellValue(CellError{std::move(text)});
    if (type == "b") {
        if (text == "1" || text == "true") return CellValue(true);
        if (text == "0" || text == "false") return CellValue(false);
        return bad_cell(sheet, at, "is a truth value of \"" + text.substr(0, 40) + "\"; 0 or 1 is needed.");
    }
    if (type == "d") {
        if (const auto date = read_iso_date(text)) return *date;
        return bad_cell(sheet, at, "holds \"" + text.substr(0, 40) + "\" as a date; a date like 2026-04-01 is needed.");
    }
    const auto number = read_number(text);
    if (type == "s") {
        if (!number || *number < 0 || *number >= static_cast<double>(reading.strings.size()))
            return bad_cell(sheet, at, "points at the text number " + text.substr(0, 40) + ", of " + std::to_string(reading.strings.size()) + " texts.");
        return CellValue(reading.strings[static_cast<std::size_t>(*number)]);
    }
    if (!number) return bad_cell(sheet, at, "holds \"" + text.substr(0, 40) + "\" as a number.");
    const auto style = cell.attribute("s").as_uint();
    if (style < reading.styles.size() && reading.styles[style] == NumberMeaning::Date) {
        if (auto date = date_of_serial(*number, reading.is_1904)) return *date;
    }
    return CellValue(*number);
}

Result<Row> read_row(const pugi::xml_node& node, std::uint32_t number, const std::string& sheet, WorkbookReading& reading) {
    Row row{number, {}};
    std::uint32_t column = 0;
    for (const auto& node_of_cell : node.children()) {
        if (local_name(node_of_cell) != "c") continue;
        const std::string_view told = node_of_cell.attribute("r").value();
        CellPosition at{number, column + 1};
        if (!told.empty()) {
            const auto position = read_position(told);
            if (!position || position->row != number || position->column <= column)
                return fail(Failure::Kind::Syntax, "Sheet '" + sheet + "', row " + std::to_string(number) + ": the cell '" + std::string(told.substr(0, 20)) + "' is out of place.");
            at = *position;
        }
        if (at.column > columns_max) return fail(Failure::Kind::Bounds, "Sheet '" + sheet + "' has more than " + std::to_string(columns_max) + " columns.");
        column = at.column;
        auto value = TRY(read_value(node_of_cell, sheet, at, reading));
        if (std::holds_alternative<std::monostate>(value)) continue;
        if (++reading.cells > reading.limits.cells_max)
            return fail(Failure::Kind::Bounds, "The workbook has more than " + std::to_string(reading.limits.cells_max) + " filled cells; the last one read is " + place_of(sheet, at) + ".");
        row.cells.push_back({column, std::move(value), !child(node_of_cell, "f").empty()});
    }
    return row;
}

Result<Sheet> read_sheet(ZipArchive& archive, const SheetPart& part, WorkbookReading& reading) {
    Sheet sheet{part.name, part.is_hidden, {}, {}};
    pugi::xml_document document;
    TRY(read_xml(archive, part.part, document));
    const auto root = document.document_element();
    std::uint32_t number = 0;
    for (const auto& node : child(root, "sheetData").children()) {
        if (local_name(node) != "row") continue;
        const auto told = node.attribute("r");
        const auto next = told.empty() ? number + 1 : told.as_uint();
        if (next <= number || next > rows_max)
            return fail(Failure::Kind::Syntax, "Sheet '" + part.name + "': the row '" + std::string(told.value()).substr(0, 20) + "' after row " + std::to_string(number) + " is out of place.");
        number = next;
        auto row = TRY(read_row(node, number, part.name, reading));
        if (row.cells.empty()) continue;
        if (sheet.rows.size() == reading.limits.rows_max)
            return fail(Failure::Kind::Bounds, "Sheet '" + part.name + "' has more than " + std::to_string(reading.limits.rows_max) + " filled rows; the first too many is row " + std::to_string(number) + ". Split the file.");
        sheet.rows.push_back(std::move(row));
    }
    for (const auto& merge : child(root, "mergeCells").children()) {
        if (const auto range = read_range(merge.attribute("ref").value())) sheet.merged.push_back(*range);
    }
    return sheet;
}

}  // namespace

const Cell* Sheet::find(CellPosition at) const {
    const auto row = std::ranges::lower_bound(rows, at.row, {}, &Row::number);
    if (row == rows.end() || row->number != at.row) return nullptr;
    const auto cell = std::ranges::lower_bound(row->cells, at.column, {}, &Cell::column);
    return cell != row->cells.end() && cell->column == at.column ? &*cell : nullptr;
}

const CellRange* Sheet::covered_by(CellPosition at) const {
    const auto found = std::ranges::find_if(merged, [&](const CellRange& range) { return range.contains(at) && range.first != at; });
    return found == merged.end() ? nullptr : &*found;
}

const Sheet* Workbook::find(std::string_view name) const {
    const auto found = std::ranges::find(sheets, name, &Sheet::name);
    return found == sheets.end() ? nullptr : &*found;
}

Result<Workbook> read_workbook(std::string_view bytes, const ReadingLimits& limits) {
    auto archive = TRY(open_package(bytes, limits.archive));
    const auto package = TRY(read_package(archive));
    WorkbookReading reading{.limits = limits, .is_1904 = package.is_1904, .strings = TRY(read_strings(archive, package)), .styles = TRY(read_styles(archive, package))};
    Workbook workbook;
    workbook.is_1904 = package.is_1904;
    if (package.has_external_links) workbook.notes.emplace_back("The workbook refers to other files; they were not followed.");
    for (const auto& part : package.sheets) workbook.sheets.push_back(TRY(read_sheet(archive, part, reading)));
    return workbook;
}

}  // namespace dandori::spreadsheet
