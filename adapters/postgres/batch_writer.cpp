#include "adapters/postgres/batch_writer.h"

#include <algorithm>

#include "adapters/sql/table_text.h"

namespace dandori::postgres {
namespace {

// A statement must fit into a gigabyte with all its parameters, and the server keeps it in memory meanwhile.
constexpr std::size_t bytes_max = 16UL << 20;
// An empty part costs a few microseconds, a new statement its planning.
constexpr std::size_t empty_parts_max = 4;
constexpr std::size_t statements_max = 100;

/// The last row of each key, in the order of the keys.
template <class Row>
std::vector<const Row*> last_of_each(const std::vector<const Row*>& rows) {
    auto sorted = rows;
    const auto before = [](const Row* a, const Row* b) { return engine::primary_key(*a) < engine::primary_key(*b); };
    if (!std::is_sorted(sorted.begin(), sorted.end(), before)) std::stable_sort(sorted.begin(), sorted.end(), before);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i)
        if (i + 1 == sorted.size() || before(sorted[i], sorted[i + 1])) sorted[kept++] = sorted[i];
    sorted.resize(kept);
    return sorted;
}

template <class Row>
constexpr bool has_number_key = engine::field_type<engine::PrimaryKey<Row>>() == engine::FieldType::Key;

}  // namespace

void BatchWriter::write(const engine::Batch& batch, std::int64_t number) {
    const auto parts = parts_of(batch);
    std::size_t bytes = 0;
    for (const auto& part : parts) bytes += part.array.size();
    if (bytes <= bytes_max) {
        run(parts, number);
        return;
    }
    Transaction transaction(connection_, "BEGIN");
    for (const auto& part : parts) run({&part, 1}, number);
    transaction.commit();
}

void BatchWriter::committed() {
    for (const auto& [kind, key] : new_highest_) shapes_[kind].highest_key = key;
    new_highest_.clear();
}

BatchWriter::Parts BatchWriter::parts_of(const engine::Batch& batch) {
    Parts parts;
    new_highest_.clear();
    std::size_t kind = 0;
    engine::for_each_row_kind([&]<class Row>() {
        if (!batch.rows<Row>().empty() || !batch.removed<Row>().empty()) add_parts<Row>(parts, kind, batch);
        ++kind;
    });
    return parts;
}

template <class Row>
void BatchWriter::add_parts(Parts& parts, std::size_t kind, const engine::Batch& batch) {
    const auto rows = last_of_each(batch.rows<Row>());
    const auto is_put = [&](const auto& key) {
        const auto found = std::lower_bound(rows.begin(), rows.end(), key,
                                            [](const Row* row, const auto& it) { return engine::primary_key(*row) < it; });
        return found != rows.end() && engine::primary_key(**found) == key;
    };
    std::string keys;
    std::size_t count = 0;
    for (const auto& key : batch.removed<Row>()) {
        if (is_put(key)) continue;
        ++count;
        if constexpr (has_number_key<Row>) append_element(keys, key.value);
        else append_element(keys, key);
    }
    if (count > 0) {
        Part part{kind * ways + static_cast<std::size_t>(Way::Remove), {}};
        append_array_head(part.array, has_number_key<Row> ? type_bigint : type_text, count);
        part.array += keys;
        parts.push_back(std::move(part));
    }
    auto first_new = rows.end();
    if constexpr (has_number_key<Row>) {
        first_new = std::upper_bound(rows.begin(), rows.end(), shapes_[kind].highest_key,
                                     [](std::int64_t key, const Row* row) { return key < engine::primary_key(*row).value; });
        if (first_new != rows.end()) new_highest_.emplace_back(kind, engine::primary_key(*rows.back()).value);
    }
    add_rows<Row>(parts, kind, Way::Insert, {first_new, rows.end()});
    add_rows<Row>(parts, kind, Way::Replace, {rows.begin(), first_new});
}

template <class Row>
void BatchWriter::add_rows(Parts& parts, std::size_t kind, Way way, std::span<const Row* const> rows) {
    const TableShape& shape = shapes_[kind];
    const auto append = append_row_of(kind);
    while (!rows.empty()) {
        std::string elements;
        std::size_t count = 0;
        while (count < rows.size() && elements.size() < bytes_max) append(elements, rows[count++], shape);
        Part part{kind * ways + static_cast<std::size_t>(way), {}};
        append_array_head(part.array, shape.row_type, count);
        part.array += elements;
        parts.push_back(std::move(part));
        rows = rows.subspan(count);
    }
}

void BatchWriter::run(std::span<const Part> parts, std::int64_t number) {
    Signature needed;
    for (const auto& part : parts) needed.set(part.place);
    const auto& [signature, text] = statement_for(needed);
    std::vector<pqxx::binarystring> parameters;
    std::string bytes;
    append_element(bytes, number);
    parameters.emplace_back(bytes.data() + 4, bytes.size() - 4);  // without the length that an array's element has
    for (std::size_t place = 0; place < parts_max; ++place) {
        if (!signature.test(place)) continue;
        const auto part = std::find_if(parts.begin(), parts.end(), [&](const Part& each) { return each.place == place; });
        if (part != parts.end()) {
            parameters.emplace_back(part->array.data(), part->array.size());
            continue;
        }
        std::string none;
        const auto kind = place / ways;
        const bool number_key = engine::row_kind(kind).fields.front().type == engine::FieldType::Key;
        const bool removes = place % ways == static_cast<std::size_t>(Way::Remove);
        append_array_head(none, !removes ? shapes_[kind].row_type : number_key ? type_bigint : type_text, 0);
        parameters.emplace_back(none.data(), none.size());
    }
    connection_.run_binary(text, parameters);
}

/// One that was prepared for much the same does, too: each part may be empty.
const std::pair<const BatchWriter::Signature, std::string>& BatchWriter::statement_for(const Signature& needed) {
    if (const auto exact = statements_.find(needed); exact != statements_.end()) return *exact;
    const std::pair<const Signature, std::string>* best = nullptr;
    for (const auto& known : statements_) {
        const bool has_all = (known.first & needed) == needed;
        if (has_all && known.first.count() <= needed.count() + empty_parts_max && (!best || known.first.count() < best->first.count()))
            best = &known;
    }
    if (best) return *best;
    if (statements_.size() >= statements_max) statements_.clear();
    return *statements_.emplace(needed, statement_text(needed)).first;
}

// All parts see the rows as they were before the statement; that is enough, since no key stands in two of them.
std::string BatchWriter::statement_text(const Signature& signature) const {
    std::string text = "WITH \"number\" AS (UPDATE \"last_batch\" SET \"number\" = $1::bigint)";
    std::size_t parameter = 1;
    for (std::size_t place = 0; place < parts_max; ++place) {
        if (!signature.test(place)) continue;
        const auto& kind = engine::row_kind(place / ways);
        const auto table = sql::quoted(kind.table);
        const auto key = sql::column_name(kind.fields.front().name);
        const auto value = "$" + std::to_string(++parameter);
        text += ", \"part" + std::to_string(parameter) + "\" AS (";
        switch (static_cast<Way>(place % ways)) {
            case Way::Remove:
                text += "DELETE FROM " + table + " WHERE " + key + " = ANY(" + value +
                        (kind.fields.front().type == engine::FieldType::Key ? "::bigint[])" : "::text[])");
                break;
            case Way::Insert: text += "INSERT INTO " + table + " SELECT * FROM unnest(" + value + "::" + table + "[])"; break;
            case Way::Replace:
                text += "INSERT INTO " + table + " SELECT * FROM unnest(" + value + "::" + table + "[]) ON CONFLICT (" + key + ") DO UPDATE SET ";
                for (const auto& field : kind.fields) {
                    if (&field == &kind.fields.front()) continue;
                    if (!text.ends_with("SET ")) text += ", ";
                    text += sql::column_name(field.name) + " = excluded." + sql::column_name(field.name);
                }
                break;
        }
        text += ")";
    }
    return text + " SELECT 1";
}

}  // namespace dandori::postgres
