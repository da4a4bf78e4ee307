#include "adapters/sqlite/row_io.h"

#include <array>
#include <forward_list>

#include "adapters/sql/table_text.h"
#include "adapters/sqlite/sqlite_dialect.h"

namespace dandori::sqlite {
namespace {

using engine::AnyRow;
using engine::FieldType;

/// Texts that no member of a row holds, until it is written.
using Made = std::forward_list<std::string>;

template <class T>
void bind_value(Prepared& statement, int number, const T& value, Made& made) {
    if constexpr (engine::is_nullable<T>) {
        if (value)
            bind_value(statement, number, *value, made);
        else
            statement.bind_null(number);
    } else {
        constexpr FieldType type = engine::field_type<T>();
        if constexpr (type == FieldType::Key)
            statement.bind(number, value.value);
        else if constexpr (type == FieldType::Integer || type == FieldType::Boolean)
            statement.bind(number, static_cast<std::int64_t>(value));
        else if constexpr (type == FieldType::Time)
            statement.bind(number, value.milliseconds);
        else if constexpr (type == FieldType::Text)
            statement.bind_text(number, value);
        else if constexpr (type == FieldType::Enumeration)
            statement.bind_text(number, engine::name_of(value));
        else if constexpr (type == FieldType::TextList) {
            if (value.empty()) {
                statement.bind_text(number, "[]");
            } else {
                statement.bind_text(number, made.emplace_front(engine::text_list_to_json(value)));
            }
        } else if constexpr (type == FieldType::Json)
            statement.bind_text(number, value.text);
        else
            statement.bind_bytes(number, value.value);
    }
}

template <class T>
T value_in(Prepared& statement, int column, std::string_view field) {
    if constexpr (engine::is_nullable<T>) {
        if (statement.is_null(column)) return std::nullopt;
        return value_in<typename T::value_type>(statement, column, field);
    } else {
        constexpr FieldType type = engine::field_type<T>();
        if constexpr (type == FieldType::Key || type == FieldType::Time)
            return T{statement.number(column)};
        else if constexpr (type == FieldType::Boolean)
            return statement.number(column) != 0;
        else if constexpr (type == FieldType::Integer)
            return static_cast<T>(statement.number(column));
        else if constexpr (type == FieldType::Text)
            return T(statement.text(column));
        else if constexpr (type == FieldType::Enumeration) {
            const auto value = engine::value_of<T>(statement.text(column));
            if (!value) engine::throw_damaged_cell(field);
            return *value;
        } else if constexpr (type == FieldType::TextList) {
            const auto text = statement.text(column);
            return text == "[]" ? T{} : engine::text_list_from_json(std::string(text));
        } else
            return T{std::string(statement.text(column))};
    }
}

template <class Row>
AnyRow read(Prepared& statement) {
    Row row;
    int column = 0;
    engine::for_each_field<Row>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::Value;
        row.*(field.member) = value_in<Value>(statement, column++, field.name);
    });
    return row;
}

template <class... Row>
using RowReaders = std::array<AnyRow (*)(Prepared&), sizeof...(Row)>;

engine::OfEachRow<RowReaders> make_readers() {
    engine::OfEachRow<RowReaders> readers;
    std::size_t kind = 0;
    engine::for_each_row_kind([&]<class Row>() { readers[kind++] = read<Row>; });
    return readers;
}

struct Texts {
    std::string insert;
    std::string update;
    std::string remove;
};

const std::vector<Texts>& texts_of_kinds() {
    static const std::vector<Texts> texts = [] {
        const SqliteDialect dialect;
        std::vector<Texts> all;
        for (const auto& kind : engine::row_kinds())
            all.push_back(
                {sql::insert_text(kind, dialect), sql::update_text(kind, dialect), sql::remove_text(kind, dialect)});
        return all;
    }();
    return texts;
}

template <class Row>
void write_row(Prepared& statement, const Row& row) {
    Made made;
    int number = 0;
    engine::for_each_field<Row>([&](const auto& field) { bind_value(statement, ++number, row.*(field.member), made); });
    statement.run();
}

}  // namespace

// Most rows are new. "Insert or else update" in one statement costs a savepoint for each row as soon as the table
// refers to another (measured: 1 us more for a row of 2), so the update is a statement of its own.
void BatchWriter::write(const engine::Batch& batch) {
    std::size_t kind = 0;
    engine::for_each_row_kind([&]<class Row>() {
        const Texts& texts = texts_of_kinds()[kind++];
        if (!batch.removed<Row>().empty()) {
            Prepared& remove = connection_.prepared(texts.remove);
            for (const auto& key : batch.removed<Row>()) {
                Made made;
                bind_value(remove, 1, key, made);
                remove.run();
            }
        }
        if (!batch.rows<Row>().empty()) {
            Prepared& insert = connection_.prepared(texts.insert);
            Prepared& update = connection_.prepared(texts.update);
            for (const Row* row : batch.rows<Row>()) {
                write_row(insert, *row);
                if (sqlite3_changes(connection_.get()) == 0) write_row(update, *row);
            }
        }
    });
}

AnyRow read_row(std::size_t kind, Prepared& statement) {
    static const auto readers = make_readers();
    return readers[kind](statement);
}

}  // namespace dandori::sqlite
