#pragma once
// Tables as they would be after a change, so that what refers to what can be checked before anything is written.

#include "engine/runtime/partition.h"
#include "engine/table/cells.h"

namespace dandori::engine {

/// Changed rows by their ids; none: removed.
using RowsAfter = std::map<std::string, std::optional<TableCells>>;

class Partition::TablesAfter {
  public:
    explicit TablesAfter(Partition& partition) : partition_(partition) {}

    /// This table gets this definition, and these of its rows change.
    void change(TableDefinition, RowsAfter);

    /// By id, none where there is no such table.
    const TableDefinition* definition(const std::string& table_id);

    /// Tables that are referred to and columns that would refer to nothing.
    void check_definitions(std::vector<std::string>& faults);
    /// Values of changed rows that refer to what isn't there.
    void check_forward(const std::string& table_id, std::vector<TableProblem>& problems) { check_forward(table_id, changed_[table_id], problems); }
    /// The same of all rows, of this table and of those that refer to it.
    void check_around(const std::string& table_id, std::vector<TableProblem>&);
    /// Values that go and are referred to. `before` has the changed rows.
    void check_backward(const std::string& table_id, const std::map<std::string, TableCells>& before, std::vector<TableProblem>&);

  private:
    template <class Rows>
    void check_forward(const std::string& table_id, const Rows&, std::vector<TableProblem>&);
    const std::map<std::string, TableDefinition>& definitions();
    const std::map<std::string, TableCells>& rows(const std::string& table_id);
    bool has(const TableDefinition&, const TableColumn&, const std::string& value);

    Partition& partition_;
    std::map<std::string, RowsAfter> changed_;
    std::map<std::string, TableDefinition> definitions_;  ///< the changed ones, and those asked for
    bool has_all_definitions_ = false;
    std::map<std::string, std::map<std::string, TableCells>> rows_;
    std::map<std::pair<std::string, std::string>, std::set<std::string>> columns_;
    std::map<std::string, int> looked_up_;
};

}  // namespace dandori::engine
