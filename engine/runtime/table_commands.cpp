// Tables of data: defined from files, changed by people and by processes, each change a version.

#include <algorithm>
#include <boost/json.hpp>

#include "engine/identity/digest.h"
#include "engine/runtime/rights.h"
#include "engine/runtime/tables_after.h"
#include "engine/table/stored_tables.h"

namespace dandori::engine {
namespace {

constexpr std::size_t tables_max = 500;
constexpr std::size_t problems_told_max = 100;
constexpr std::size_t rows_read_singly_max = 100;
constexpr std::size_t reason_bytes_max = 1'000;
constexpr std::size_t offered_bytes_max = 8 << 20;

std::string json_text(const TableCells& cells) { return boost::json::serialize(cells); }

Result<TableCells> given_cells(const Json& text) {
    boost::system::error_code error;
    auto value = boost::json::parse(text.text, error);
    if (error || !value.is_object()) return fail(Failure::Kind::Syntax, "The cells of a row must be a JSON object.");
    return std::move(value.get_object());
}

std::string told(const TableProblem& problem) {
    std::string place = problem.row_id.empty() ? "" : "Row " + problem.row_id;
    if (!problem.column.empty()) place += (place.empty() ? "Column " : ", column ") + problem.column;
    return (place.empty() ? "" : place + ": ") + problem.en;
}

Rejection refusal_of(const std::string& table_id, const std::vector<TableProblem>& problems) {
    using Kind = TableProblem::Kind;
    std::string text = "The table '" + table_id + "' is not changed:";
    for (std::size_t i = 0; i < problems.size() && i < problems_told_max; ++i) text += "\n" + told(problems[i]);
    if (problems.size() > problems_told_max) text += "\nand " + std::to_string(problems.size() - problems_told_max) + " more";
    const Kind kind = problems.front().kind;
    return {kind == Kind::IsThere      ? Rejection::Code::AlreadyExists
            : kind == Kind::IsNotThere ? Rejection::Code::NotFound
                                       : Rejection::Code::InvalidArgument,
            std::move(text)};
}

void tell_faults(const std::string& row_id, std::vector<CellFault>& faults, std::vector<TableProblem>& problems) {
    for (CellFault& each : faults) problems.push_back({TableProblem::Kind::Value, row_id, std::move(each.column), std::move(each.ja), std::move(each.en)});
}

/// What a change makes of rows, bit by bit.
class Edit {
  public:
    Edit(const TableDefinition& table, std::map<std::string, TableCells> before) : table_(table), before_(std::move(before)), after_(before_) {}

    void apply(const RowChange& change, std::vector<TableProblem>& problems) {
        using Act = RowChange::Act;
        using Kind = TableProblem::Kind;
        auto given = given_cells(change.cells);
        if (!given) return problems.push_back({Kind::Value, change.row_id, "", "行の値が読めません。", given.error().text});
        std::vector<CellFault> faults;
        const auto id = change.row_id.empty() ? row_id_of(table_, merged_cells(table_, {}, *given, faults)) : change.row_id;
        if (!faults.empty()) return tell_faults(id, faults, problems);
        if (id.empty()) return problems.push_back({Kind::Value, "", "", "キーの列（" + key_names() + "）に値のない行があります。値を入れてください。", "A row has no value in its key (" + key_names() + "): give one."});
        if (!named_.insert(id).second) return problems.push_back({Kind::Value, id, "", "この行が二つあります。一つにしてください。", "This row is named twice: leave one."});
        const auto found = after_.find(id);
        const bool is_there = found != after_.end();
        if (change.act == Act::Add && is_there) return problems.push_back({Kind::IsThere, id, "", "この行はすでにあります。別のキーにするか、今ある行を変えてください。", "This row is there already: take another key, or change the row that is there."});
        if ((change.act == Act::Change || change.act == Act::Remove) && !is_there)
            return problems.push_back({Kind::IsNotThere, id, "", "この行はありません。キーを確かめるか、先に加えてください。", "This row is not there: look at its key, or add it first."});
        if (change.act == Act::Remove) {
            after_.erase(found);
            return;
        }
        auto cells = merged_cells(table_, is_there ? found->second : TableCells{}, *given, faults);
        if (faults.empty()) faults = cell_faults(table_, cells);
        if (!faults.empty()) return tell_faults(id, faults, problems);
        const auto new_id = row_id_of(table_, cells);
        if (new_id != id) rename(id, new_id, problems);
        if (!is_there) added_.push_back(new_id);
        after_.insert_or_assign(new_id, std::move(cells));
    }

    void remove_unnamed() {
        std::erase_if(after_, [&](const auto& row) { return !named_.contains(row.first); });
    }

    std::vector<RowDifference> differences() const {
        std::vector<RowDifference> all;
        std::set<std::string> moved;
        for (const auto& [to, from] : renamed_) moved.insert(from);
        for (const auto& [id, cells] : before_)
            if (!after_.contains(id) && !moved.contains(id)) all.push_back({id, {}, Json{json_text(cells)}, {}});
        for (const auto& [id, cells] : after_) {
            const auto renamed = renamed_.find(id);
            const auto was = before_.find(renamed == renamed_.end() ? id : renamed->second);
            if (was == before_.end()) continue;
            if (renamed != renamed_.end()) all.push_back({id, renamed->second, Json{json_text(was->second)}, Json{json_text(cells)}});
            else if (was->second != cells) all.push_back({id, {}, Json{json_text(was->second)}, Json{json_text(cells)}});
        }
        for (const auto& id : added_) all.push_back({id, {}, {}, Json{json_text(after_.at(id))}});
        return all;
    }

    /// Of those that differ.
    RowsAfter changed_rows() const {
        RowsAfter rows;
        for (const auto& [id, cells] : before_)
            if (!after_.contains(id)) rows[id];
        for (const auto& [id, cells] : after_) {
            const auto was = before_.find(id);
            if (was == before_.end() || was->second != cells) rows[id] = cells;
        }
        return rows;
    }
    const std::map<std::string, TableCells>& before() const { return before_; }

  private:
    void rename(const std::string& id, const std::string& new_id, std::vector<TableProblem>& problems) {
        if (after_.contains(new_id) || !named_.insert(new_id).second)
            return problems.push_back({TableProblem::Kind::IsThere, new_id, "", "このキーの行はすでにあります。別のキーにしてください。", "There is a row with this key already: take another."});
        if (before_.contains(id)) renamed_[new_id] = id;
        after_.erase(id);
    }
    std::string key_names() const {
        std::string names;
        for (const TableColumn& column : table_.columns)
            if (column.is_key) names += (names.empty() ? "" : ", ") + column.name;
        return names;
    }

    const TableDefinition& table_;
    const std::map<std::string, TableCells> before_;
    std::map<std::string, TableCells> after_;
    std::map<std::string, std::string> renamed_;  ///< from what, by what it is now
    std::set<std::string> named_;
    std::vector<std::string> added_;  ///< in the order in which they were named
};

/// The ids of the rows that the changes are about; none where it needs all to know.
std::optional<std::vector<std::string>> ids_of(const TableDefinition& table, const ChangeTable& command) {
    if (command.are_all || command.change.rows.size() > rows_read_singly_max) return {};
    std::vector<std::string> ids;
    for (const RowChange& change : command.change.rows) {
        const auto given = given_cells(change.cells);
        std::vector<CellFault> faults;
        if (!change.row_id.empty()) ids.push_back(change.row_id);
        if (!given) continue;
        auto id = row_id_of(table, merged_cells(table, {}, *given, faults));
        if (!id.empty()) ids.push_back(std::move(id));
        else if (!change.row_id.empty() && std::ranges::any_of(table.columns, [&](const TableColumn& column) { return column.is_key && given->contains(column.name); }))
            return {};  // a part of the key changes: what it is then, the row tells
    }
    return ids;
}

std::map<std::string, TableCells> cells_by_id(const std::map<std::string, DataTableRow>& rows) {
    std::map<std::string, TableCells> cells;
    for (const auto& [id, row] : rows) cells.emplace(id, cells_of(row.cells.text));
    return cells;
}

}  // namespace

std::map<std::string, DataTable> Partition::all_tables() {
    std::map<std::string, DataTable> tables;
    for (auto& row : find<DataTable>(store_, Query{}.first(tables_max)).rows) tables.emplace(row.id, std::move(row));
    data_tables_.for_each([&](const DataTable& row) { tables.insert_or_assign(row.id, row); });
    return tables;
}

Partition::RowsById Partition::standing_rows(const std::string& table_id, const std::vector<std::string>* only) {
    RowsById rows;
    auto query = Query{}.where_equals("tableId", table_id).where("untilVersion", Operator::NotExists).first(table_rows_max);
    if (only) query.where("rowId", Operator::In, {only->begin(), only->end()});
    for (auto& row : find<DataTableRow>(store_, query).rows)
        if (!data_table_rows_.has_changed(row.key)) rows.emplace(row.row_id, std::move(row));
    data_table_rows_.for_each([&](const DataTableRow& row) {
        if (row.table_id != table_id || row.until_version || (only && std::ranges::find(*only, row.row_id) == only->end())) return;
        rows.insert_or_assign(row.row_id, row);
    });
    return rows;
}

void Partition::put_table_version(DataTable& table, const std::vector<RowDifference>& differences, RowsById& before, DataTableVersion version) {
    version.key = {next_key()};
    version.table_id = table.id;
    version.version = table.version;
    version.made_at = table.changed_at = now_;
    for (const RowDifference& each : differences) {
        DataTableRow next;
        next.position = table.next_position;
        if (each.before) {
            DataTableRow& row = before.at(each.id_before.value_or(each.row_id));
            row.until_version = table.version;
            next.position = row.position;
            data_table_rows_.put(row);
        } else {
            ++table.next_position;
        }
        ++(!each.before ? version.added : each.after ? version.changed : version.removed);
        if (!each.after) continue;
        next.key = {next_key()};
        next.table_id = table.id;
        next.row_id = each.row_id;
        next.cells = *each.after;
        next.from_version = table.version;
        data_table_rows_.put(std::move(next));
    }
    table.row_count += version.added - version.removed;
    data_table_versions_.put(std::move(version));
    data_tables_.put(table);
}

Outcome<ChangeTable::Answer> Partition::change_table(const ChangeTable& command, const Actor* actor, const Job* by, const ProcessInstance* of) {
    const auto& id = command.change.table_id;
    auto stored = data_tables_.get(store_, id);
    if (!stored) return reject(Rejection::Code::NotFound, "There is no table '" + id.substr(0, 100) + "'.");
    DataTable& table = *stored;
    const auto definition = definition_of(table);
    if (!by && !may_edit(definition, actor))
        return reject(Rejection::Code::Forbidden, "You may not change the table '" + id + "': its definition names who may ('editors'), and administrators may.");
    if (by && std::ranges::find(definition.processes, by->process_definition_id) == definition.processes.end())
        return reject(Rejection::Code::Forbidden, "The process '" + by->process_definition_id + "' may not write to the table '" + id + "': 'processes' of the table's definition does not name it.");
    const auto& seen = command.change.seen_version;
    if (seen && *seen != table.version) {
        return reject(Rejection::Code::InvalidState, "The table '" + id + "' has moved on: version " + std::to_string(*seen) + " was looked at, and version " +
                                                         std::to_string(table.version) + " is the newest. Look at it again and repeat the change.");
    }
    if (command.change.reason.size() > reason_bytes_max)
        return reject(Rejection::Code::InvalidArgument, "The reason has " + std::to_string(command.change.reason.size()) + " bytes; " + std::to_string(reason_bytes_max) + " are the most.");
    const auto ids = ids_of(definition, command);
    auto rows = standing_rows(id, ids ? &*ids : nullptr);
    Edit edit(definition, cells_by_id(rows));
    ChangeTable::Answer answer;
    for (const RowChange& change : command.change.rows) edit.apply(change, answer.problems);
    if (command.are_all) edit.remove_unnamed();
    answer.differences = edit.differences();
    TablesAfter after(*this);
    after.change(definition, edit.changed_rows());
    after.check_forward(id, answer.problems);
    after.check_backward(id, edit.before(), answer.problems);
    const auto added = std::ranges::count_if(answer.differences, [](const RowDifference& each) { return !each.before; });
    if (table.row_count + added > static_cast<std::int64_t>(table_rows_max)) {
        const auto most = std::to_string(table_rows_max);
        answer.problems.push_back({TableProblem::Kind::Value, "", "", "行が多すぎます（" + most + "行まで）。", "There would be more than " + most + " rows."});
    }
    if (!command.is_preview && !answer.problems.empty()) return tl::unexpected(refusal_of(id, answer.problems));
    answer.table = table;
    if (command.is_preview) return answer;
    if (command.settles_offer && table.offered_file) {
        table.file_hash = sha256_hex(*table.offered_file);
        table.offered_file.reset();
        data_tables_.put(table);
    }
    if (!answer.differences.empty()) {
        DataTableVersion version;
        version.origin = by ? DataTableOrigin::Process : command.origin;
        version.reason = command.change.reason;
        if (actor) version.made_by = actor->username;
        if (by) {
            version.process_definition_id = by->process_definition_id;
            version.process_instance_key = by->process_instance_key;
            version.case_no = of->business_id;
            version.element_id = by->element_id;
            version.job_key = by->key;
        }
        ++table.version;
        put_table_version(table, answer.differences, rows, std::move(version));
    }
    answer.table = table;
    return answer;
}

Outcome<ChangeTable::Answer> Partition::execute(const ChangeTable& command, const Actor* actor) { return change_table(command, actor, nullptr, nullptr); }

Outcome<Done> Partition::change_tables_of_job(const CompleteJob& command, const Job& job, const ProcessInstance& process) {
    // All or none: a second change can be refused only before the first is made.
    for (const bool is_preview : {true, false}) {
        if (is_preview && command.table_changes.size() < 2) continue;
        for (const TableChange& change : command.table_changes) {
            ChangeTable of_job{change};
            of_job.is_preview = is_preview;
            auto answer = change_table(of_job, nullptr, &job, &process);
            if (!answer) return tl::unexpected(std::move(answer.error()));
            if (is_preview && !answer->problems.empty()) return tl::unexpected(refusal_of(change.table_id, answer->problems));
            if (is_preview || answer->differences.empty() || !is_audited()) continue;
            auto draft = draft_audit(of_job);
            draft->entry.process_definition_id = job.process_definition_id;
            draft->entry.process_definition_key = job.process_definition_key;
            draft->entry.process_instance_key = job.process_instance_key;
            draft->entry.root_process_instance_key = process.root_process_instance_key;
            draft->entry.element_instance_key = job.element_instance_key;
            draft->entry.job_key = job.key;
            note_answer(draft->entry, *answer);
            audit(std::move(*draft), nullptr, nullptr);
        }
    }
    return Done{};
}

Outcome<DefineTables::Answer> Partition::execute(const DefineTables& command, const Actor* actor) {
    if (!may(actor, ResourceType::System, Permission::Update, any_resource)) return tl::unexpected(insufficient(Permission::Update, ResourceType::System));
    const auto known = all_tables();
    std::vector<std::string> faults;
    TablesAfter after(*this);
    struct Planned {
        DataTable table;
        bool is_new = false;
        std::optional<Json> definition;
        RowsById rows;
        std::vector<RowDifference> differences;
    };
    std::map<std::string, Planned> planned;
    DefineTables::Answer answer;
    for (const auto& given : command.tables) {
        auto definition = read_table_definition(given.definition.text);
        if (!definition) {
            faults.push_back(definition.error().text);
            continue;
        }
        if (given.file.size() > offered_bytes_max || given.rows.size() > table_rows_max) {
            faults.push_back("The rows' file of the table '" + definition->id + "' is too large: " + std::to_string(offered_bytes_max) + " bytes and " + std::to_string(table_rows_max) + " rows are the most.");
            continue;
        }
        if (planned.contains(definition->id)) {
            faults.push_back("There are two definitions of the table '" + definition->id + "'.");
            continue;
        }
        Planned& plan = planned[definition->id];
        const auto there = known.find(definition->id);
        plan.is_new = there == known.end();
        if (!plan.is_new) plan.table = there->second;
        const auto hash = given.file.empty() ? "" : sha256_hex(given.file);
        const bool is_redefined = plan.is_new || plan.table.definition != given.definition;
        std::vector<TableProblem> problems;
        if (!plan.is_new) plan.rows = standing_rows(definition->id);
        if (is_redefined) {
            plan.definition = plan.table.definition = given.definition;
            std::map<std::string, TableCells> rows;
            for (const auto& [id, row] : plan.rows) rows.emplace(id, cells_of(row.cells.text));
            const auto before = rows;
            Edit edit(*definition, std::move(rows));
            // The rows as they are under the new definition: what columns it has no longer, they lose.
            for (const auto& [id, cells] : before) edit.apply({RowChange::Act::Change, Json{json_text(in_order(*definition, cells))}, id}, problems);
            if (plan.is_new)
                for (const Json& row : given.rows) edit.apply({RowChange::Act::Add, row, {}}, problems);
            plan.differences = edit.differences();
            after.change(*definition, edit.changed_rows());
            (plan.is_new ? answer.added : answer.redefined).push_back(definition->id);
        }
        if (plan.is_new) {
            plan.table.id = definition->id;
            plan.table.file_hash = hash;
        } else if (hash == plan.table.file_hash) {
            plan.table.offered_file.reset();
        } else if (!hash.empty()) {
            const auto before = cells_by_id(plan.rows);
            Edit edit(*definition, before);
            std::vector<TableProblem> of_file;
            for (const Json& row : given.rows) edit.apply({RowChange::Act::Put, row, {}}, of_file);
            edit.remove_unnamed();
            const bool is_another = !of_file.empty() || !edit.differences().empty();
            if (is_another && plan.table.offered_file != given.file) answer.offered.push_back(definition->id);
            if (is_another) plan.table.offered_file = given.file;
            else plan.table.file_hash = hash;
        }
        for (const TableProblem& each : problems) faults.push_back("The table '" + definition->id + "': " + told(each));
    }
    if (known.size() + answer.added.size() > tables_max) faults.push_back("There would be more than " + std::to_string(tables_max) + " tables.");
    if (faults.empty()) after.check_definitions(faults);
    if (faults.empty()) {
        for (const auto& [id, plan] : planned) {
            std::vector<TableProblem> problems;
            if (plan.definition) after.check_around(id, problems);
            for (const TableProblem& each : problems) faults.push_back("The table '" + id + "': " + told(each));
        }
    }
    if (!faults.empty()) {
        std::string text;
        for (std::size_t i = 0; i < faults.size() && i < problems_told_max; ++i) text += (text.empty() ? "" : "\n") + faults[i];
        if (faults.size() > problems_told_max) text += "\nand " + std::to_string(faults.size() - problems_told_max) + " more";
        return reject(Rejection::Code::InvalidArgument, std::move(text));
    }
    for (auto& [id, plan] : planned) {
        if (!plan.definition) {
            data_tables_.put(std::move(plan.table));
            continue;
        }
        DataTableVersion version;
        version.origin = DataTableOrigin::Folder;
        version.definition = std::move(plan.definition);
        if (actor) version.made_by = actor->username;
        if (!plan.is_new) ++plan.table.version;
        put_table_version(plan.table, plan.differences, plan.rows, std::move(version));
    }
    return answer;
}

}  // namespace dandori::engine
