#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "engine/port/query.h"

namespace dandori::engine {

/// Looks at rows as they were last committed. May be used by any thread.
class Reader {
  public:
    virtual ~Reader() = default;

    /// Rows of one kind: `kind` is the index of the row type in AnyRow. An unknown field throws std::invalid_argument: callers
    /// check names from outside first (`public_field_type`).
    virtual Found<AnyRow> search(std::size_t kind, const Query&) = 0;
};

/// Everything one group commit writes. It points at rows that others own and that must stay until commit() returns.
class Batch {
  public:
    template <class Row>
    void put(const Row& row) { static_cast<Part<Row>&>(parts_).rows.push_back(&row); }

    template <class Row>
    void remove(PrimaryKey<Row> key) { static_cast<Part<Row>&>(parts_).removed.push_back(std::move(key)); }

    template <class Row>
    const std::vector<const Row*>& rows() const { return static_cast<const Part<Row>&>(parts_).rows; }

    template <class Row>
    const std::vector<PrimaryKey<Row>>& removed() const { return static_cast<const Part<Row>&>(parts_).removed; }

    bool empty() const {
        bool none = true;
        for_each_row_kind([&]<class Row>() { none = none && rows<Row>().empty() && removed<Row>().empty(); });
        return none;
    }

  private:
    template <class Row>
    struct Part {
        std::vector<const Row*> rows;
        std::vector<PrimaryKey<Row>> removed;
    };
    template <class... Row>
    struct Parts : Part<Row>... {};
    OfEachRow<Parts> parts_;
};

/// Where the engine's rows rest between two commands.
///
/// When commit() returns, the whole batch is visible and survives a crash. When it throws, all of it happened or none (a link
/// cut during COMMIT leaves it open): answer nobody, load anew, see which. A row that is put replaces the one with its
/// primary key. A store knows no BPMN: it doesn't interpret rows. commit() and this object's own search() are used by one
/// partition loop at a time; reader() by any thread.
class Store : public Reader {
  public:
    virtual void commit(const Batch&) = 0;

    /// Called when everything is forgotten that was read before, and is about to be read anew. A store that finds that somebody else has
    /// written to it refuses commits and searches until then: what is known here is no longer so.
    virtual void load_anew() {}

    /// For everybody else: sees what was committed, and never waits for a commit that runs.
    virtual Reader& reader() = 0;
};

/// Typed search.
template <class Row>
Found<Row> find(Reader& reader, const Query& query) {
    auto any = reader.search(AnyRow{Row{}}.index(), query);
    Found<Row> found{{}, any.total, std::move(any.start), std::move(any.end)};
    found.rows.reserve(any.rows.size());
    for (auto& row : any.rows) found.rows.push_back(std::get<Row>(std::move(row)));
    return found;
}

/// The row with this primary key.
template <class Row>
std::optional<Row> get(Reader& reader, const PrimaryKey<Row>& key) {
    const auto name = field_at<Row>().name;
    auto found = find<Row>(reader, Query{}.where_equals(std::string(name), key).first(1));
    if (found.rows.empty()) return std::nullopt;
    return std::move(found.rows.front());
}

/// The field of this wire name, if the row has one that the API may show: its type, else none.
template <class Row>
std::optional<FieldType> public_field_type(std::string_view name) {
    std::optional<FieldType> type;
    for_each_field<Row>([&](const auto& field) {
        const bool is_public = field.use == FieldUse::Plain || field.use == FieldUse::Indexed;
        if (is_public && field.name == name) type = field_type<typename std::decay_t<decltype(field)>::Value>();
    });
    return type;
}

}  // namespace dandori::engine
