#include "engine/identity/audit_table.h"

#include "engine/port/all_rows.h"

namespace dandori::engine {
namespace {

std::string table_cell(const Cell& cell, bool is_time) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return is_time ? to_iso8601(Instant{*number}) : std::to_string(*number);
    if (const auto* truth = std::get_if<bool>(&cell)) return *truth ? "true" : "false";
    const auto* text = std::get_if<std::string>(&cell);
    if (!text || text->empty()) return "";
    std::string quoted = "\"";
    if (std::string_view("=+-@\t\r").find(text->front()) != std::string_view::npos) quoted += '\'';
    for (const char c : *text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

template <class CellOf>
std::string line_of(CellOf&& cell_of) {
    std::string line;
    for_each_field<AuditEntry>([&](const auto& field) { line += (line.empty() ? "" : ",") + cell_of(field); });
    return line + "\r\n";
}

}  // namespace

void write_audit_table(Reader& reader, const std::function<void(const std::string&)>& write) {
    write(line_of([](const auto& field) { return std::string(field.name); }));
    for_all_rows<AuditEntry>(reader, {}, [&](const AuditEntry& row) {
        write(line_of([&](const auto& field) {
            using Value = typename std::decay_t<decltype(field)>::Value;
            return table_cell(to_cell(row.*(field.member)), field_type<Value>() == FieldType::Time);
        }));
    });
}

}  // namespace dandori::engine
