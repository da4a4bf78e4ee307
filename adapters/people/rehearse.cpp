// What a personnel change does, and the commands that do it.
#include <algorithm>
#include <boost/json.hpp>

#include "adapters/people/named_groups.h"
#include "adapters/people/personnel_change.h"
#include "engine/identity/defaults.h"

namespace dandori::people {
namespace {

namespace json = boost::json;
using engine::CircleType;
using engine::Operator;
using engine::OwnerType;
using engine::Query;
using engine::UserTask;
using engine::UserTaskState;

bool holds(const auto& list, const std::string& text) { return std::find(list.begin(), list.end(), text) != list.end(); }

class Rehearsing {
  public:
    Rehearsing(const std::vector<ChangeRow>& rows, engine::Reader& reader, Instant at)
        : rows_(rows), reader_(reader), at_(at), accounts_(accounts_of(reader)), before_(Groups::read(reader)), after_(before_) {}

    Rehearsal rehearse() {
        for (const auto& row : rows_) change_account(row);
        told_.leaves_administrators = before_.members(engine::administrators_group).empty() || !after_.members(engine::administrators_group).empty();
        const auto tasks = all_rows<UserTask>(reader_, Query{}.where("state", Operator::NotIn, {engine::to_cell(UserTaskState::Completed), engine::to_cell(UserTaskState::Canceled), engine::to_cell(UserTaskState::Failed)}));
        for (const auto& task : tasks) change_task(task);
        end_substitutions();
        look_for_empty_groups(tasks);
        return std::move(told_);
    }

  private:
    const ChangeRow* row_of(const std::string& username) const {
        const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const auto& row) { return row.username == username; });
        return found == rows_.end() ? nullptr : &*found;
    }
    bool leaves(const std::string& username) const {
        const auto* row = row_of(username);
        return row && row->moving == Moving::Leaves;
    }

    void change_account(const ChangeRow& row) {
        const auto found = accounts_.find(row.username);
        const bool is_there = found != accounts_.end();
        if (!is_there && row.moving != Moving::Joins) return;  // gone, as it shall be
        AccountChange change;
        change.moving = row.moving;
        if (is_there) change.user = found->second;
        change.user.username = row.username;
        change.user.password_hash.clear();
        change.post_before = change.user.post;
        change.groups_before = before_.of(row.username);
        const auto was = change.user;
        if (row.name) change.user.name = row.name;
        if (row.mail) change.user.email = row.mail;
        if (row.post) change.user.post = row.post;
        change.is_there = is_there;
        change.is_described_anew = is_there && !(was == change.user);
        const auto& left = row.moving == Moving::Leaves ? std::vector(change.groups_before.begin(), change.groups_before.end()) : row.from;
        for (const auto& group : left) after_.leave(row.username, group);
        for (const auto& group : row.to) {
            after_.join(row.username, group);
            if (!before_.exists(group)) told_.new_groups.insert(group);
        }
        change.groups_after = after_.of(row.username);
        if (row.moving == Moving::Leaves) {
            change.sessions = all_rows<engine::Session>(reader_, Query{}.where_equals("username", row.username)).size();
            change.access_tokens = all_rows<engine::AccessToken>(reader_, Query{}.where_equals("username", row.username)).size();
        }
        told_.accounts.push_back(std::move(change));
    }

    /// Whether somebody who moves may no longer have a task that they have.
    bool loses(const ChangeRow& row, const UserTask& task) const {
        if (row.moving == Moving::Leaves) return true;
        if (row.moving == Moving::Joins || holds(task.candidate_users, row.username)) return false;
        const auto is_candidate_in = [&](const auto& groups) {
            return std::any_of(groups.begin(), groups.end(), [&](const auto& group) { return holds(task.candidate_groups, group); });
        };
        // What they had it by goes; what was given to them besides stays theirs.
        return is_candidate_in(row.from) && !is_candidate_in(after_.of(row.username));
    }

    void change_task(const UserTask& task) {
        if (const auto* row = task.assignee ? row_of(*task.assignee) : nullptr; row && loses(*row, task)) {
            add_task(task, *row, row->successor.empty() ? TaskAct::GiveBack : TaskAct::HandOver);
        }
        for (const auto& username : task.candidate_users)
            if (leaves(username)) add_task(task, *row_of(username), TaskAct::NoCandidate);
    }

    void add_task(const UserTask& task, const ChangeRow& row, TaskAct act) {
        const auto instance = engine::get<engine::ProcessInstance>(reader_, task.root_process_instance_key.value_or(task.process_instance_key));
        TaskChange change{task, instance ? instance->business_id.value_or("") : "", row.username, act, row.successor, false};
        if (change.case_number.empty()) change.case_number = std::to_string(task.process_instance_key.value);
        const bool has_taker = act == TaskAct::HandOver || !row.successor.empty() || (task.assignee && !leaves(*task.assignee)) ||
                               std::any_of(task.candidate_groups.begin(), task.candidate_groups.end(), [&](const auto& group) { return !after_.members(group).empty(); }) ||
                               std::any_of(task.candidate_users.begin(), task.candidate_users.end(), [&](const auto& user) { return accounts_.contains(user) && !leaves(user); });
        change.is_for_nobody = !has_taker;
        told_.tasks.push_back(std::move(change));
    }

    void end_substitutions() {
        for (auto& one : all_rows<engine::Substitution>(reader_, Query{}.where("revokedAt", Operator::NotExists).where("until", Operator::Greater, {engine::to_cell(at_)}))) {
            const bool has_substitutes = !one.substitutes.empty();
            const bool all_leave = has_substitutes && std::all_of(one.substitutes.begin(), one.substitutes.end(), [&](const auto& each) { return leaves(each); });
            if (leaves(one.principal) || all_leave) told_.substitutions.push_back(std::move(one));
        }
    }

    void look_for_empty_groups(const std::vector<UserTask>& tasks) {
        std::map<std::string, EmptyGroup> empty;
        const auto note = [&](const std::string& group) -> EmptyGroup* {
            if (!after_.members(group).empty()) return nullptr;
            auto& one = empty[group];
            one.group = group;
            one.is_emptied = !before_.members(group).empty();
            return &one;
        };
        for (const auto& row : rows_)
            for (const auto& group : before_.of(row.username)) note(group);
        for (const auto& task : tasks)
            for (const auto& group : task.candidate_groups)
                if (auto* one = note(group)) ++one->open_tasks;
        for (const auto& [group, processes] : named_groups(reader_))
            if (auto* one = note(group)) one->processes = processes;
        for (auto& [group, one] : empty) told_.empty_groups.push_back(std::move(one));
    }

    const std::vector<ChangeRow>& rows_;
    engine::Reader& reader_;
    const Instant at_;
    const std::map<std::string, engine::User> accounts_;
    const Groups before_;
    Groups after_;
    Rehearsal told_;
};

/// Who leaves is no candidate any more; the successor is, in their place.
engine::UpdateUserTask without_candidate(const TaskChange& change) {
    engine::UpdateUserTask command{};
    command.key = change.task.key;
    auto users = change.task.candidate_users;
    std::erase(users, change.username);
    if (!change.successor.empty() && !holds(users, change.successor)) users.push_back(change.successor);
    command.candidate_users = std::move(users);
    command.action = "personnel change";
    return command;
}

json::array texts(const auto& list) { return json::array(list.begin(), list.end()); }
json::value text_or_null(const std::optional<std::string>& text) { return text ? json::value(*text) : json::value(nullptr); }
constexpr std::string_view moving_names[] = {"JOINS", "MOVES", "LEAVES"};
constexpr std::string_view task_act_names[] = {"HAND_OVER", "GIVE_BACK", "NO_CANDIDATE"};

}  // namespace

Rehearsal rehearse(const std::vector<ChangeRow>& rows, engine::Reader& reader, Instant at) { return Rehearsing(rows, reader, at).rehearse(); }

std::vector<Command> commands_of(const Rehearsal& rehearsal, const std::map<std::string, std::string>& password_hashes) {
    std::vector<Command> commands;
    const auto change_groups = [&](const AccountChange& account, const auto& left, const auto& right, bool is_removed) {
        for (const auto& group : left)
            if (!right.contains(group)) commands.push_back(engine::ChangeMembership{engine::membership(CircleType::Group, group, OwnerType::User, account.user.username), is_removed});
    };
    for (const auto& group : rehearsal.new_groups) commands.push_back(engine::PutDirectoryEntry{.entry = engine::UserGroup{group, group, {}}, .is_new = true, .groups = {}});
    for (const auto& account : rehearsal.accounts) {
        const auto hash = password_hashes.find(account.user.username);
        if (account.moving == Moving::Leaves) continue;
        if (!account.is_there) {
            auto user = account.user;
            if (hash != password_hashes.end()) user.password_hash = hash->second;
            commands.push_back(engine::PutDirectoryEntry{.entry = std::move(user), .is_new = true, .groups = {account.groups_after.begin(), account.groups_after.end()}});
            continue;
        }
        if (account.is_described_anew) commands.push_back(engine::PutDirectoryEntry{.entry = account.user, .is_new = false, .groups = {}});
        change_groups(account, account.groups_after, account.groups_before, false);
    }
    // Work first, then the rights to it: a change that stops between the two still knows whose work it was.
    for (const auto& change : rehearsal.tasks) {
        if (change.act == TaskAct::NoCandidate) commands.push_back(without_candidate(change));
        else if (change.act == TaskAct::HandOver) commands.push_back(engine::AssignUserTask{change.task.key, change.successor, true, "personnel change"});
        else commands.push_back(engine::UnassignUserTask{change.task.key});
    }
    for (const auto& one : rehearsal.substitutions) commands.push_back(engine::RevokeSubstitution{one.key});
    for (const auto& account : rehearsal.accounts) {
        if (account.moving == Moving::Moves) change_groups(account, account.groups_before, account.groups_after, true);
        if (account.moving == Moving::Leaves) commands.push_back(engine::RemoveDirectoryEntry{engine::RemoveDirectoryEntry::Kind::User, account.user.username});
    }
    return commands;
}

json::object to_json(const Rehearsal& rehearsal) {
    json::array accounts, tasks, groups, substitutions;
    for (const auto& account : rehearsal.accounts)
        accounts.push_back(json::object{{"change", moving_names[static_cast<std::size_t>(account.moving)]}, {"username", account.user.username},
                                        {"name", account.user.name.value_or(account.user.username)}, {"groupsBefore", texts(account.groups_before)},
                                        {"groupsAfter", texts(account.groups_after)}, {"postBefore", text_or_null(account.post_before)},
                                        {"postAfter", text_or_null(account.user.post)}, {"sessions", account.sessions}, {"accessTokens", account.access_tokens}});
    for (const auto& change : rehearsal.tasks)
        tasks.push_back(json::object{{"userTaskKey", std::to_string(change.task.key.value)}, {"caseNo", change.case_number},
                                     {"processName", change.task.process_name.value_or(change.task.process_definition_id)},
                                     {"name", change.task.name.value_or(change.task.element_id)}, {"username", change.username},
                                     {"act", task_act_names[static_cast<std::size_t>(change.act)]},
                                     {"successor", change.successor.empty() ? json::value(nullptr) : json::value(change.successor)}, {"isForNobody", change.is_for_nobody}});
    for (const auto& one : rehearsal.empty_groups)
        groups.push_back(json::object{{"group", one.group}, {"isEmptied", one.is_emptied}, {"openTasks", one.open_tasks}, {"processes", texts(one.processes)}});
    for (const auto& one : rehearsal.substitutions)
        substitutions.push_back(json::object{{"substitutionKey", std::to_string(one.key.value)}, {"principal", one.principal}, {"substitutes", texts(one.substitutes)},
                                             {"from", to_iso8601(one.from)}, {"until", to_iso8601(one.until)}});
    return {{"accounts", std::move(accounts)}, {"tasks", std::move(tasks)}, {"emptyGroups", std::move(groups)}, {"substitutions", std::move(substitutions)},
            {"newGroups", texts(rehearsal.new_groups)}};
}

}  // namespace dandori::people
