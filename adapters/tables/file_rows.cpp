#include "adapters/tables/file_rows.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/spreadsheet/workbook.h"
#include "engine/table/cells.h"

namespace dandori::tables {
namespace {

namespace json = boost::json;

constexpr std::size_t faults_max = 100;

std::string_view without_blanks(std::string_view text) {
    constexpr std::string_view wide_space = "　";
    for (;;) {
        if (text.starts_with(' ')) text.remove_prefix(1);
        else if (text.ends_with(' ')) text.remove_suffix(1);
        else if (text.starts_with(wide_space)) text.remove_prefix(wide_space.size());
        else if (text.ends_with(wide_space)) text.remove_suffix(wide_space.size());
        else return text;
    }
}

Result<std::vector<spreadsheet::CsvRow>> rows_of_sheet(std::string_view bytes) {
    const auto workbook = TRY(spreadsheet::read_workbook(bytes, {.rows_max = engine::table_rows_max + 1, .cells_max = 2'000'000}));
    std::vector<spreadsheet::CsvRow> rows;
    const auto sheet = std::ranges::find(workbook.sheets, false, &spreadsheet::Sheet::is_hidden);
    if (sheet == workbook.sheets.end()) return rows;
    for (const auto& row : sheet->rows) {
        spreadsheet::CsvRow read{row.number, {}};
        for (const auto& cell : row.cells) {
            if (cell.column > engine::table_columns_max * 2)
                return fail(Failure::Kind::Bounds, "Row " + std::to_string(row.number) + " of the sheet has a value in column " + spreadsheet::column_letters(cell.column) + ", far right of any table.");
            read.cells.resize(cell.column);
            read.cells.back() = spreadsheet::to_text(cell.value);
        }
        rows.push_back(std::move(read));
    }
    return rows;
}

Result<std::vector<spreadsheet::CsvRow>> rows_of(std::string_view bytes) {
    if (bytes.size() > file_bytes_max)
        return fail(Failure::Kind::Bounds, "The file has " + std::to_string(bytes.size()) + " bytes; " + std::to_string(file_bytes_max) + " are the most.");
    if (bytes.starts_with("PK\x03\x04")) return rows_of_sheet(bytes);
    return TRY(spreadsheet::read_csv(bytes, {.bytes_max = file_bytes_max, .rows_max = engine::table_rows_max, .columns_max = engine::table_columns_max * 2,
                                             .cell_bytes_max = engine::table_cell_bytes_max}))
        .rows;
}

std::string names_of_columns(const engine::TableDefinition& table) {
    std::string names;
    for (const auto& column : table.columns) names += (names.empty() ? "" : ", ") + column.name;
    return names;
}

/// The column that each cell of a row belongs to.
std::vector<const engine::TableColumn*> columns_in(const spreadsheet::CsvRow& header, const engine::TableDefinition& table, FileFaults& faults) {
    std::vector<const engine::TableColumn*> columns;
    for (std::size_t at = 0; at < header.cells.size(); ++at) {
        const auto name = without_blanks(header.cells[at]);
        const auto found = std::ranges::find_if(table.columns, [&](const auto& it) { return it.name == name || (!it.title.empty() && it.title == name); });
        columns.push_back(found == table.columns.end() ? nullptr : &*found);
        if (!columns.back()) {
            const std::string shown(name.substr(0, 100));
            faults.push_back({header.line, at + 1, "「" + shown + "」という列はこの表にありません。使える列: " + names_of_columns(table) + "。列名を直すか、列を消してください。",
                              "The table has no column '" + shown + "'; its columns are " + names_of_columns(table) + ": rename it or take it out."});
        } else if (std::ranges::count(columns, columns.back()) > 1) {
            faults.push_back({header.line, at + 1, "列 " + columns.back()->name + " が二つあります。一つにしてください。", "The column " + columns.back()->name + " is there twice: leave one."});
        }
    }
    for (const auto& column : table.columns) {
        if (!column.is_key || std::ranges::find(columns, &column) != columns.end()) continue;
        faults.push_back({header.line, 0, "キーの列 " + column.name + " がありません。1行目に列名として加えてください。", "The key column " + column.name + " is missing: add it to the first row."});
    }
    return columns;
}

}  // namespace

tl::expected<FileRows, FileFaults> read_file_rows(std::string_view bytes, const engine::TableDefinition& table) {
    const auto rows = rows_of(bytes);
    if (!rows) return tl::unexpected(FileFaults{{0, 0, "ファイルを読めません: " + rows.error().text, rows.error().text}});
    if (rows->empty()) return tl::unexpected(FileFaults{{0, 0, "1行目に列名（" + names_of_columns(table) + "）が要ります。", "The first row must have the names of columns (" + names_of_columns(table) + ")."}});
    FileFaults faults;
    const auto columns = columns_in(rows->front(), table, faults);
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    FileRows read;
    for (std::size_t i = 1; i < rows->size() && faults.size() < faults_max; ++i) {
        const auto& row = (*rows)[i];
        json::object cells;
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            if (at < columns.size()) {
                cells[columns[at]->name] = engine::cell_from_text(*columns[at], row.cells[at]);
            } else if (!without_blanks(row.cells[at]).empty()) {
                faults.push_back({row.line, at + 1, "1行目の列名より多い値があります。コンマを含む値は引用符で囲んでください。", "There are more cells than names in the first row: put a value that has a comma in quotes."});
                break;
            }
        }
        for (std::size_t at = row.cells.size(); at < columns.size(); ++at) cells[columns[at]->name] = nullptr;
        read.rows.push_back({json::serialize(cells)});
        read.lines.push_back(row.line);
    }
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    return read;
}

Result<std::string> write_csv_rows(const engine::TableDefinition& table, const std::vector<engine::Json>& rows, spreadsheet::CsvEncoding encoding) {
    std::vector<std::vector<std::string>> cells(1);
    for (const auto& column : table.columns) cells.front().push_back(column.name);
    for (const auto& row : rows) {
        const auto values = engine::cells_of(row.text);
        auto& line = cells.emplace_back();
        for (const auto& column : table.columns) {
            const auto* value = values.if_contains(column.name);
            line.push_back(value ? engine::cell_text(*value) : "");
        }
    }
    return spreadsheet::write_csv(cells, encoding);
}

std::string to_text(const FileFaults& faults, const std::string& file, bool is_japanese) {
    std::string text;
    for (const auto& fault : faults) {
        text += (text.empty() ? "" : "\n") + file;
        if (fault.line != 0) text += ":" + std::to_string(fault.line);
        if (fault.column != 0) text += ":" + std::to_string(fault.column);
        text += ": " + (is_japanese ? fault.ja : fault.en);
    }
    return text;
}

}  // namespace dandori::tables
