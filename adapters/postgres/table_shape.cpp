#include "adapters/postgres/table_shape.h"

#include <map>

#include "adapters/sql/table_text.h"

namespace dandori::postgres {

std::vector<TableShape> read_table_shapes(Connection& connection) {
    std::map<std::string, std::vector<pqxx::row>> columns;
    for (const auto& row : connection.execute("SELECT c.relname, c.reltype, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
                                              "WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) "
                                              "AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"))
        columns[row[0].c_str()].push_back(row);
    std::vector<TableShape> shapes;
    std::string highest_keys;
    for (const auto& kind : engine::row_kinds()) {
        TableShape shape;
        for (const auto& column : columns[std::string(kind.table)]) {
            shape.row_type = column[1].as<std::uint32_t>();
            for (std::size_t field = 0; field < kind.fields.size(); ++field)
                if (sql::column_name(kind.fields[field].name) == sql::quoted(column[2].c_str())) shape.fields.push_back(field);
        }
        if (shape.fields.size() != kind.fields.size())
            throw Fault("The table '" + std::string(kind.table) + "' has other columns than this program needs.", Fault::Kind::Refused);
        shapes.push_back(std::move(shape));
        const auto& key = kind.fields.front();
        highest_keys += highest_keys.empty() ? "SELECT " : ", ";
        highest_keys += key.type != engine::FieldType::Key ? "NULL" : "(SELECT max(" + sql::column_name(key.name) + ") FROM " + sql::quoted(kind.table) + ")";
    }
    const auto highest = connection.execute(highest_keys);
    for (std::size_t kind = 0; kind < shapes.size(); ++kind) {
        const auto& found = highest[0][static_cast<pqxx::row::size_type>(kind)];
        if (!found.is_null()) shapes[kind].highest_key = std::stoll(found.c_str());
    }
    return shapes;
}

}  // namespace dandori::postgres
