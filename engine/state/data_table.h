#pragma once
// Tables of data that people keep and processes read and write: reference data and ledgers. engine/table says what a definition may hold.

#include "engine/state/field.h"
#include "engine/state/key.h"

namespace dandori::engine {

using DataTableRowKey = Key<struct DataTableRow>;
using DataTableVersionKey = Key<struct DataTableVersion>;

/// A table: what it is, and how far it has come.
struct DataTable {
    std::string id;
    Json definition;           ///< as its file has it
    std::int32_t version = 1;  ///< the newest; each change makes the next
    std::int64_t row_count = 0;
    std::int64_t next_position = 0;  ///< where the next new row goes
    Instant changed_at;
    std::string file_hash;  ///< SHA-256 of the rows' file of the processes folder that was taken or declined last; empty: there was none
    std::optional<std::string> offered_file;  ///< a newer text of that file, which somebody has to take or decline

    static constexpr std::string_view table = "data_table";
    static constexpr auto fields() {
        using R = DataTable;
        return Fields{field("tableId", &R::id), field("definition", &R::definition), field("version", &R::version),
                      field("rowCount", &R::row_count), field("nextPosition", &R::next_position, FieldUse::Internal),
                      field("changedAt", &R::changed_at), field("fileHash", &R::file_hash, FieldUse::Internal),
                      field("offeredFile", &R::offered_file, FieldUse::Internal)};
    }
    bool operator==(const DataTable&) const = default;
};

/// A row as it stands in the versions from one to before another. What changes ends this one and begins the next; none is ever removed.
struct DataTableRow {
    DataTableRowKey key;
    std::string table_id;
    std::string row_id;         ///< of its key columns' values
    std::int64_t position = 0;  ///< among the table's rows
    Json cells;                 ///< an object; a column without a value has no member
    std::int32_t from_version = 1;
    std::optional<std::int32_t> until_version;  ///< the version that has it no longer; absent: it stands

    static constexpr std::string_view table = "data_table_row";
    static constexpr auto fields() {
        using R = DataTableRow;
        return Fields{field("dataTableRowKey", &R::key), field("tableId", &R::table_id, FieldUse::Indexed),
                      field("rowId", &R::row_id), field("position", &R::position), field("cells", &R::cells),
                      field("fromVersion", &R::from_version), field("untilVersion", &R::until_version)};
    }
    bool operator==(const DataTableRow&) const = default;
};

/// Where a version of a table came from: the processes folder, a person, a person's file, a process.
enum class DataTableOrigin { Folder, Person, Import, Process };
template <>
inline constexpr std::string_view names_of<DataTableOrigin>[] = {"FOLDER", "PERSON", "IMPORT", "PROCESS"};

/// Who made which version of a table, when and why. What it changed are the rows that begin and end with it.
struct DataTableVersion {
    DataTableVersionKey key;
    std::string table_id;
    std::int32_t version = 1;
    Instant made_at;
    std::optional<std::string> made_by;  ///< username
    DataTableOrigin origin = DataTableOrigin::Person;
    std::string reason;
    std::int32_t added = 0, changed = 0, removed = 0;  ///< rows
    std::optional<Json> definition;                    ///< where that is another than before
    std::optional<std::string> process_definition_id;  ///< of a process: which case, at which element
    std::optional<ProcessInstanceKey> process_instance_key;
    std::optional<std::string> case_no;
    std::optional<std::string> element_id;
    std::optional<JobKey> job_key;

    static constexpr std::string_view table = "data_table_version";
    static constexpr auto fields() {
        using R = DataTableVersion;
        return Fields{field("dataTableVersionKey", &R::key),
                      field("tableId", &R::table_id, FieldUse::Indexed),
                      field("version", &R::version),
                      field("madeAt", &R::made_at),
                      field("madeBy", &R::made_by),
                      field("origin", &R::origin),
                      field("reason", &R::reason),
                      field("added", &R::added),
                      field("changed", &R::changed),
                      field("removed", &R::removed),
                      field("definition", &R::definition),
                      field("processDefinitionId", &R::process_definition_id),
                      field("processInstanceKey", &R::process_instance_key),
                      field("caseNo", &R::case_no),
                      field("elementId", &R::element_id),
                      field("jobKey", &R::job_key)};
    }
    bool operator==(const DataTableVersion&) const = default;
};

}  // namespace dandori::engine
