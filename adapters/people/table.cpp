#include "adapters/people/table.h"

#include <algorithm>

#include "adapters/spreadsheet/csv.h"

namespace dandori::people {
namespace {

constexpr std::size_t faults_told_max = 100;
constexpr std::string_view wide_space = "　", wide_semicolon = "；";

std::string_view trimmed(std::string_view text) {
    for (bool goes_on = true; goes_on;) {
        goes_on = true;
        if (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
        else if (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
        else if (text.starts_with(wide_space)) text.remove_prefix(wide_space.size());
        else if (text.ends_with(wide_space)) text.remove_suffix(wide_space.size());
        else goes_on = false;
    }
    return text;
}

std::string names_of(std::span<const Column> columns, bool is_japanese) {
    std::string all;
    for (const auto& column : columns) {
        if (!all.empty()) all += is_japanese ? "、" : ", ";
        all += std::string(column.name) + (is_japanese ? "（" + std::string(column.name_ja) + "）" : "");
    }
    return all;
}

/// Where each column stands in the header row.
std::vector<std::size_t> places_in(const spreadsheet::CsvRow& header, std::span<const Column> columns, TableFaults& faults) {
    std::vector<std::size_t> places(columns.size());
    for (std::size_t at = 0; at < header.cells.size(); ++at) {
        const auto name = trimmed(header.cells[at]);
        const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& it) { return it.name == name || it.name_ja == name; });
        if (found == columns.end()) {
            const std::string shown(name.substr(0, 100));
            faults.push_back({header.line, at + 1, shown, "「" + shown + "」という列はありません。使える列: " + names_of(columns, true) + "。列名を直すか、列を消してください。",
                              "There is no column '" + shown + "'. Columns are " + names_of(columns, false) + ": rename it or take it out."});
            continue;
        }
        auto& place = places[static_cast<std::size_t>(found - columns.begin())];
        if (place != 0) {
            faults.push_back({header.line, at + 1, std::string(found->name), "この列は" + std::to_string(place) + "列目にもあります。一つにしてください。",
                              "This column is also column " + std::to_string(place) + ": leave one of them."});
        }
        place = at + 1;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (places[i] != 0 || !columns[i].is_needed) continue;
        faults.push_back({header.line, 0, std::string(columns[i].name), "列 " + std::string(columns[i].name) + "（" + std::string(columns[i].name_ja) + "）がありません。1行目に列名として加えてください。",
                          "The column " + std::string(columns[i].name) + " is missing: add it to the first row."});
    }
    return places;
}

TableRow row_at(const spreadsheet::CsvRow& row, const spreadsheet::CsvRow& header, const std::vector<std::size_t>& places,
                std::span<const Column> columns, TableFaults& faults) {
    TableRow read{row.line, {}};
    if (row.cells.size() > header.cells.size()) {
        faults.push_back({row.line, header.cells.size() + 1, "", "1行目の列名より多い値があります（" + std::to_string(row.cells.size()) + "個）。コンマを含む値は引用符で囲んでください。",
                          "There are more cells (" + std::to_string(row.cells.size()) + ") than names in the first row: put a value that has a comma in quotes."});
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (places[i] == 0) {
            read.cells.emplace_back();
            continue;
        }
        const auto cell = places[i] <= row.cells.size() ? trimmed(row.cells[places[i] - 1]) : std::string_view{};
        const bool has_control = std::any_of(cell.begin(), cell.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; });
        if (cell.size() > cell_bytes_max || has_control) {
            faults.push_back({row.line, places[i], std::string(columns[i].name), has_control ? "改行や制御文字は使えません。" : "値が長すぎます（1000バイトまで）。",
                              has_control ? "Line ends and control characters can't stand here." : "The value is longer than 1000 bytes."});
        }
        read.cells.emplace_back(cell);
    }
    return read;
}

std::string shown(const TableFault& fault, bool is_japanese) {
    const auto line = std::to_string(fault.line), column = std::to_string(fault.column);
    std::string place;
    if (fault.line != 0) place = is_japanese ? line + "行目" : "Line " + line;
    if (fault.column != 0) place += is_japanese ? " " + column + "列" : ", column " + column;
    if (fault.column != 0 && !fault.column_name.empty()) place += is_japanese ? "（" + fault.column_name + "）" : " (" + fault.column_name + ")";
    return (place.empty() ? "" : place + ": ") + (is_japanese ? fault.ja : fault.en);
}

}  // namespace

tl::expected<Table, TableFaults> read_table(std::string_view bytes, std::span<const Column> columns) {
    const auto csv = spreadsheet::read_csv(bytes, {.rows_max = rows_max, .columns_max = 100, .cell_bytes_max = 10'000});
    if (!csv) return tl::unexpected(TableFaults{{0, 0, "", "CSVとして読めません: " + csv.error().text, csv.error().text}});
    if (csv->rows.size() < 2) {
        return tl::unexpected(TableFaults{{0, 0, "", "行がありません。1行目に列名（" + names_of(columns, true) + "）、2行目から1人1行で書いてください。",
                                           "There are no rows. The first row has the names of columns (" + names_of(columns, false) + "), each further row is one person."}});
    }
    TableFaults faults;
    Table table;
    const auto& header = csv->rows.front();
    table.places = places_in(header, columns, faults);
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    for (std::size_t i = 1; i < csv->rows.size(); ++i) table.rows.push_back(row_at(csv->rows[i], header, table.places, columns, faults));
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    return table;
}

std::string to_text(const TableFaults& faults, bool is_japanese) {
    std::string text;
    for (std::size_t i = 0; i < faults.size() && i < faults_told_max; ++i) text += (text.empty() ? "" : "\n") + shown(faults[i], is_japanese);
    if (faults.size() > faults_told_max) {
        const auto more = std::to_string(faults.size() - faults_told_max);
        text += is_japanese ? "\nほか" + more + "件" : "\nand " + more + " more";
    }
    return text;
}

std::vector<std::string> parts_of(std::string_view cell) {
    std::vector<std::string> parts;
    std::string plain(cell);
    for (auto at = plain.find(wide_semicolon); at != std::string::npos; at = plain.find(wide_semicolon, at)) plain.replace(at, wide_semicolon.size(), ";");
    for (std::string_view rest = plain; !rest.empty();) {
        const auto end = std::min(rest.find(';'), rest.size());
        const std::string part(trimmed(rest.substr(0, end)));
        if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return parts;
}

}  // namespace dandori::people
