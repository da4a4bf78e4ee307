#include "adapters/forms/form_files.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/forms/field.h"
#include "adapters/spreadsheet/fill_workbook.h"
#include "adapters/spreadsheet/write_workbook.h"

namespace dandori::forms {
namespace {

using spreadsheet::CellPosition;
using spreadsheet::CellValue;
using Lines = std::vector<std::map<std::string, std::string>>;

double width_of(ColumnType type) {
    switch (type) {
        case ColumnType::Integer:
        case ColumnType::Boolean: return 8;
        case ColumnType::Date: return 13;
        case ColumnType::Mail: return 32;
        default: return 18;
    }
}

/// What stands outside of the table: dates as dates, all else as text.
Result<CellValue> header_value(const std::string& text, const boost::json::object& variables, const worker::Evaluate& evaluate) {
    if (!text.starts_with('=')) return CellValue(text);
    const auto value = TRY(evaluate(std::string_view(text).substr(1), variables));
    if (value.is_number()) return CellValue(value.to_number<double>());
    const auto plain = plain_text(value);
    if (!plain) return fail(Failure::Kind::ExtractValue, "'" + text + "' of the request form gave a list or a context; one value is needed.");
    if (plain->empty()) return CellValue();
    return CellValue(*plain);
}

CellValue value_in_file(const FormTemplate& form, const Column& column, const std::string& value) {
    if (form.layout.dates_as_text && column.type == ColumnType::Date) return value.empty() ? CellValue() : CellValue(csv_text_of(column, value));
    return cell_of(column, value);
}

std::string value_of_line(const std::map<std::string, std::string>& line, const std::string& key) {
    const auto found = line.find(key);
    return found == line.end() ? std::string() : found->second;
}

Result<std::string> filled_original(const FormTemplate& form, const Lines& lines, const std::vector<std::pair<CellPosition, CellValue>>& cells, std::string_view original) {
    std::vector<spreadsheet::FilledCell> filled;
    for (const auto& [at, value] : cells) filled.push_back({form.layout.sheet, at, value});
    auto row = form.layout.first_row;
    for (const auto& line : lines) {
        for (const auto& [key, column] : form.layout.columns) filled.push_back({form.layout.sheet, {row, column}, value_in_file(form, *form.find(key), value_of_line(line, key))});
        ++row;
    }
    return spreadsheet::fill_workbook(original, filled);
}

Result<std::string> fresh_workbook(const FormTemplate& form, const Lines& lines, std::vector<std::pair<CellPosition, CellValue>> cells) {
    spreadsheet::NewSheet sheet;
    sheet.name = form.layout.sheet;
    sheet.header_row = form.layout.first_row - 1;
    if (sheet.header_row > 1 && std::ranges::none_of(cells, [](const auto& cell) { return cell.first == CellPosition{}; })) cells.emplace_back(CellPosition{}, form.title);
    sheet.above = std::move(cells);
    std::uint32_t last = 0;
    for (const auto& [key, column] : form.layout.columns) last = std::max(last, column);
    sheet.columns.resize(last);
    for (const auto& [key, column] : form.layout.columns) sheet.columns[column - 1] = {form.find(key)->header, width_of(form.find(key)->type)};
    for (const auto& line : lines) {
        auto& row = sheet.rows.emplace_back(last);
        for (const auto& [key, column] : form.layout.columns) row[column - 1] = value_in_file(form, *form.find(key), value_of_line(line, key));
    }
    return spreadsheet::write_workbook({sheet});
}

Result<std::string> csv_of(const FormTemplate& form, const Lines& lines) {
    std::vector<std::vector<std::string>> rows(1);
    for (const auto& column : form.columns) rows[0].push_back(column.header);
    for (const auto& line : lines) {
        auto& row = rows.emplace_back();
        for (const auto& column : form.columns) row.push_back(csv_text_of(column, value_of_line(line, column.key)));
    }
    return spreadsheet::write_csv(rows, form.encoding);
}

Result<void> check_number(const std::string& number) {
    const bool fits = !number.empty() && number.size() <= 60 && std::ranges::all_of(number, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    });
    if (fits) return {};
    return fail(Failure::Kind::ExtractValue, "The number of the form is '" + number.substr(0, 80) + "'; 1 to 60 letters, digits, - and _ are needed, as it names the file.");
}

}  // namespace

Result<std::vector<FormFile>> form_files(const FormTemplate& form, const FilledForm& filled, const boost::json::object& variables, const std::string& number,
                                         std::string_view original, const worker::Evaluate& evaluate) {
    TRY(check_number(number));
    std::vector<std::pair<CellPosition, CellValue>> cells;
    for (const auto& [at, text] : form.layout.cells) cells.emplace_back(at, TRY(header_value(text, variables, evaluate)));
    const std::size_t room = form.layout.last_row - form.layout.first_row + 1;
    const auto parts = (filled.lines.size() + room - 1) / room;
    std::vector<FormFile> files;
    for (std::size_t part = 0; part < parts; ++part) {
        const auto begin = filled.lines.begin() + static_cast<std::ptrdiff_t>(part * room);
        const Lines lines(begin, begin + static_cast<std::ptrdiff_t>(std::min(room, filled.lines.size() - part * room)));
        const auto name = form.id + "_" + number + (parts > 1 ? "-" + std::to_string(part + 1) : "");
        auto workbook = original.empty() ? TRY(fresh_workbook(form, lines, cells)) : TRY(filled_original(form, lines, cells, original));
        files.push_back({name + ".xlsx", std::string(xlsx_type), std::move(workbook), "xlsx"});
        const char* charset = form.encoding == spreadsheet::CsvEncoding::Cp932 ? "text/csv; charset=Shift_JIS" : "text/csv; charset=utf-8";
        files.push_back({name + ".csv", charset, TRY(csv_of(form, lines)), "csv"});
    }
    return files;
}

}  // namespace dandori::forms
