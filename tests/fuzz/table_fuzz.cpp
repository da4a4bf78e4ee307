// A table's definition or a file of its rows from anywhere: what can be read keeps its promises, what can't says why.
#include <cstdint>
#include <cstdlib>

#include <boost/json.hpp>

#include "adapters/tables/file_rows.h"
#include "engine/table/cells.h"

namespace {

using namespace dandori;

void require(bool holds) {
    if (!holds) std::abort();
}

const engine::TableDefinition& known_table() {
    static const auto table = *engine::read_table_definition(R"({"table": "t", "title": "表", "columns": [{"name": "id", "key": true}, {"name": "no", "type": "integer", "key": true},
        {"name": "yes", "type": "boolean"}, {"name": "day", "type": "date"}, {"name": "month", "type": "month"}, {"name": "at", "type": "time"}, {"name": "parts", "type": "list", "values": ["a", "b"]}]})");
    return table;
}

void check_rows(const std::string& bytes, const engine::TableDefinition& table) {
    const auto read = tables::read_file_rows(bytes, table);
    if (!read) return require(!tables::to_text(read.error(), "f", false).empty());
    require(read->rows.size() == read->lines.size());
    for (const auto& row : read->rows) {
        std::vector<engine::CellFault> faults;
        const auto cells = engine::merged_cells(table, {}, engine::cells_of(row.text), faults);
        require(faults.empty());
        if (!engine::cell_faults(table, cells).empty()) continue;
        require(!engine::row_id_of(table, cells).empty());
        // What is right is the same when it was written to a file and read again.
        const auto written = tables::write_csv_rows(table, {{boost::json::serialize(cells)}}, spreadsheet::CsvEncoding::Utf8WithMark);
        require(written.has_value());
        const auto again = tables::read_file_rows(*written, table);
        require(again && again->rows.size() == 1);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(data), size);
    check_rows(input, known_table());
    const auto table = engine::read_table_definition(input);
    if (!table) {
        require(!table.error().text.empty());
        return 0;
    }
    require(!table->columns.empty() && table->columns.size() <= engine::table_columns_max);
    check_rows("id,no\n1,2\n", *table);
    return 0;
}
