#pragma once
// 人事異動: who comes, moves and leaves at a date, from a table; what it does to accounts, groups and open work, told before and done then.

#include <boost/json/fwd.hpp>

#include "adapters/people/engine_access.h"
#include "adapters/people/person.h"

namespace dandori::people {

enum class Moving { Joins, Moves, Leaves };

/// A row of the table.
struct ChangeRow {
    std::size_t line = 1;
    Moving moving = Moving::Moves;
    std::string username;
    std::vector<std::string> from, to;  ///< groups; `*` of the table stands for those they were in when it was read
    std::optional<std::string> name, mail, post;  ///< none: as it is
    std::string successor;  ///< who takes over the open tasks; empty: they go back to their groups
};

/// Reads it. Columns: username (利用者ID), change (区分: 採用/join, 異動/move, 退職/leave), from (旧グループ), to (新グループ), name (氏名), mail (メール),
/// post (役職), successor (後任). All faults at once, also those that follow from who is there now.
tl::expected<std::vector<ChangeRow>, TableFaults> read_changes(std::string_view csv, engine::Reader&);

struct AccountChange {
    Moving moving = Moving::Moves;
    engine::User user;  ///< as it will be
    std::set<std::string> groups_before, groups_after;
    std::optional<std::string> post_before;
    std::size_t sessions = 0, access_tokens = 0;  ///< that end
    bool is_there = false;  ///< has an account now
    bool is_described_anew = false;
};

/// What is done with an open task of somebody who leaves or loses the right to it.
enum class TaskAct {
    HandOver,     ///< assigned to the successor
    GiveBack,     ///< nobody's, for its candidates to take
    NoCandidate   ///< who leaves is no longer one of its candidates
};

struct TaskChange {
    engine::UserTask task;
    std::string case_number;  ///< or the key of its process instance
    std::string username;     ///< whose it is
    TaskAct act = TaskAct::GiveBack;
    std::string successor;
    bool is_for_nobody = false;  ///< nobody could take it afterwards
};

struct EmptyGroup {
    std::string group;
    bool is_emptied = false;  ///< by this change; else it is empty already
    std::size_t open_tasks = 0;
    std::set<std::string> processes;  ///< whose models name it
};

/// All that a change does, as things are now.
struct Rehearsal {
    std::vector<AccountChange> accounts;
    std::vector<TaskChange> tasks;
    std::vector<EmptyGroup> empty_groups;
    std::vector<engine::Substitution> substitutions;  ///< that end
    std::set<std::string> new_groups;
    bool leaves_administrators = true;
};

/// `at`: when it takes effect; substitutions that are over by then are left alone.
Rehearsal rehearse(const std::vector<ChangeRow>&, engine::Reader&, Instant at);

/// The commands that do it, in an order in which nobody is without their new work or keeps the old. Of what is done already there is none, so
/// that a change that was interrupted is done by rehearsing and doing it again. `password_hashes`: of who joins.
std::vector<Command> commands_of(const Rehearsal&, const std::map<std::string, std::string>& password_hashes);

boost::json::object to_json(const Rehearsal&);

}  // namespace dandori::people
