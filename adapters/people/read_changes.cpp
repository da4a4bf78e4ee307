// From a table to the rows of a personnel change.
#include <algorithm>

#include "adapters/people/personnel_change.h"

namespace dandori::people {
namespace {

enum ChangeColumn { Who, Change, OldGroups, NewGroups, NewName, NewMail, NewPost, Successor };
constexpr Column change_columns[] = {{"username", "利用者ID", true}, {"change", "区分", true}, {"from", "旧グループ"}, {"to", "新グループ"},
                                     {"name", "氏名"}, {"mail", "メール"}, {"post", "役職"}, {"successor", "後任"}};

std::optional<Moving> moving_of(std::string_view word) {
    for (const auto* each : {"join", "採用", "転入"}) if (word == each) return Moving::Joins;
    for (const auto* each : {"move", "異動"}) if (word == each) return Moving::Moves;
    for (const auto* each : {"leave", "退職", "転出"}) if (word == each) return Moving::Leaves;
    return std::nullopt;
}

class ChangeReader {
  public:
    ChangeReader(const Table& table, engine::Reader& reader) : table_(table), accounts_(accounts_of(reader)), groups_(Groups::read(reader)) {}

    std::vector<ChangeRow> read() {
        std::vector<ChangeRow> rows;
        for (const auto& row : table_.rows) rows.push_back(read_row(row));
        for (std::size_t i = 0; i < rows.size(); ++i) check_successor(table_.rows[i], rows[i], rows);
        std::sort(faults.begin(), faults.end(), [](const auto& one, const auto& other) { return std::tie(one.line, one.column) < std::tie(other.line, other.column); });
        return rows;
    }

    TableFaults faults;

  private:
    void fault(ChangeColumn column, std::string ja, std::string en) { check(column, TableFault{0, 0, "", std::move(ja), std::move(en)}); }
    void check(ChangeColumn column, std::optional<TableFault> found) {
        if (found) faults.push_back(at(std::move(*found), row_->line, table_.places[column], change_columns[column].name));
    }
    std::string cell(ChangeColumn column) const { return row_->cells[column].value_or(""); }
    /// An empty cell of a change leaves what there is: most rows say only what is new.
    std::optional<std::string> said(ChangeColumn column) const {
        const auto text = cell(column);
        return text.empty() ? std::nullopt : std::optional(text);
    }

    ChangeRow read_row(const TableRow& row) {
        row_ = &row;
        ChangeRow change;
        change.line = row.line;
        change.username = cell(Who);
        change.from = parts_of(cell(OldGroups));
        change.to = parts_of(cell(NewGroups));
        change.name = said(NewName);
        change.mail = said(NewMail);
        change.post = said(NewPost);
        change.successor = cell(Successor);
        check(Who, fault_of_username(change.username));
        check(NewMail, fault_of_mail(cell(NewMail)));
        for (const auto& group : change.to) check(NewGroups, fault_of_group(group));
        if (!seen_.insert(change.username).second)
            fault(Who, "「" + change.username + "」はこの表に2度あります。1人1行にしてください。", "'" + change.username + "' stands in this table twice: one row a person.");
        const auto moving = moving_of(cell(Change));
        if (!moving) {
            fault(Change, "「" + cell(Change) + "」は区分ではありません。採用・異動・退職（join・move・leave）のどれかにしてください。",
                  "'" + cell(Change) + "' is no change: join, move or leave (採用, 異動, 退職) is needed.");
            return change;
        }
        change.moving = *moving;
        check_person(change);
        return change;
    }

    void check_person(ChangeRow& change) {
        const bool is_there = accounts_.contains(change.username);
        if (change.moving == Moving::Joins) {
            if (is_there) fault(Who, "「" + change.username + "」はもういます。異動なら区分を異動にしてください。", "'" + change.username + "' is there already: 'move' is for who is known.");
            if (!change.from.empty()) fault(OldGroups, "採用の行に旧グループは書けません。", "Somebody who joins leaves no groups: the cell must be empty.");
            if (!change.successor.empty()) fault(Successor, "採用の行に後任は書けません。", "Somebody who joins has no successor: the cell must be empty.");
            return;
        }
        if (!is_there) return fault(Who, "「" + change.username + "」という利用者はいません。IDを直すか、区分を採用にしてください。", "There is no user '" + change.username + "': mend the name, or write 'join'.");
        const auto current = groups_.of(change.username);
        if (change.moving == Moving::Leaves) {
            if (!change.to.empty()) fault(NewGroups, "退職の行に新グループは書けません。", "Somebody who leaves gets no groups: the cell must be empty.");
            return;
        }
        if (change.from == std::vector<std::string>{"*"}) {
            change.from.assign(current.begin(), current.end());
            std::erase_if(change.from, [&](const auto& group) { return std::find(change.to.begin(), change.to.end(), group) != change.to.end(); });
            return;
        }
        for (const auto& group : change.from) {
            if (current.contains(group)) continue;
            std::string held;
            for (const auto& each : current) held += (held.empty() ? "" : "; ") + each;
            fault(OldGroups, "「" + change.username + "」はグループ「" + group + "」にいません（今のグループ: " + held + "）。", "'" + change.username + "' is not in the group '" + group + "' (but in: " + held + ").");
        }
    }

    void check_successor(const TableRow& row, const ChangeRow& change, const std::vector<ChangeRow>& rows) {
        row_ = &row;
        if (change.successor.empty()) return;
        const auto own = std::find_if(rows.begin(), rows.end(), [&](const auto& it) { return it.username == change.successor; });
        const bool joins = own != rows.end() && own->moving == Moving::Joins, leaves = own != rows.end() && own->moving == Moving::Leaves;
        if (change.successor == change.username) fault(Successor, "本人は後任になれません。", "Nobody succeeds themselves.");
        else if (leaves) fault(Successor, "後任「" + change.successor + "」もこの表で退職します。", "The successor '" + change.successor + "' leaves, too.");
        else if (!joins && !accounts_.contains(change.successor)) fault(Successor, "後任「" + change.successor + "」という利用者はいません。", "There is no user '" + change.successor + "' to succeed.");
    }

    const Table& table_;
    const std::map<std::string, engine::User> accounts_;
    const Groups groups_;
    const TableRow* row_ = nullptr;
    std::set<std::string> seen_;
};

}  // namespace

tl::expected<std::vector<ChangeRow>, TableFaults> read_changes(std::string_view csv, engine::Reader& reader) {
    const auto table = read_table(csv, change_columns);
    if (!table) return tl::unexpected(table.error());
    ChangeReader changes(*table, reader);
    auto rows = changes.read();
    if (!changes.faults.empty()) return tl::unexpected(std::move(changes.faults));
    return rows;
}

}  // namespace dandori::people
