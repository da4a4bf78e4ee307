#pragma once
// Tables as they lie in a folder of processes: NAME.table.json says what the table is, NAME.csv beside it has the rows that it begins with.

#include <string>
#include <vector>

#include "engine/runtime/command.h"

namespace dandori::tables {

inline constexpr std::string_view definition_ending = ".table.json";

/// Two files' texts, and how they are called in faults.
struct TableFile {
    std::string name, definition;
    std::string rows_name, rows;  ///< empty: there is no such file
};

/// Those of a folder and of the folders in it, by name; or the one definition that the path names. Fails where one can't be read or is too large.
Result<std::vector<TableFile>> table_files_below(const std::string& path);

/// The command that takes them all. Fails with every fault of every file, one a line: `systems.csv:4:3: ...`.
Result<engine::DefineTables> tables_of_files(const std::vector<TableFile>&);

}  // namespace dandori::tables
