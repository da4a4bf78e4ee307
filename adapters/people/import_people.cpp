#include "adapters/people/import_people.h"

#include <algorithm>
#include <boost/json.hpp>

#include "engine/identity/defaults.h"

namespace dandori::people {
namespace {

namespace json = boost::json;
using engine::CircleType;
using engine::OwnerType;
using engine::User;

enum PersonColumn { Username, Name, Kana, Mail, Party, Post, GroupsOf, From, Until };
constexpr Column person_columns[] = {{"username", "利用者ID", true}, {"name", "氏名"}, {"kana", "かな"}, {"mail", "メール"}, {"party", "所属"},
                                     {"post", "役職"}, {"groups", "グループ"}, {"from", "開始日"}, {"until", "最終日"}};
constexpr std::ptrdiff_t new_people_max = 300;  ///< each password takes a tenth of a second and more
constexpr std::int64_t day_ms = 24 * 60 * 60'000;
constexpr std::string_view act_names[] = {"ADD", "CHANGE", "SAME", "LATER", "OVER"};

/// Reads one row against what is there.
class PersonReader {
  public:
    PersonReader(const Table& table, const std::map<std::string, User>& accounts, Groups& groups, Instant now)
        : table_(table), accounts_(accounts), groups_(groups), now_(now) {}

    PlannedPerson read(const TableRow& row) {
        row_ = &row;
        PlannedPerson planned;
        planned.user.username = cell(Username);
        check(Username, fault_of_username(planned.user.username));
        if (!seen_.insert(planned.user.username).second)
            fault(Username, "「" + planned.user.username + "」はこの表に2度あります。1人1行にしてください。", "'" + planned.user.username + "' stands in this table twice: one row a person.");
        check(Mail, fault_of_mail(cell(Mail)));
        const auto known = accounts_.find(planned.user.username);
        describe(planned, known == accounts_.end() ? nullptr : &known->second);
        const bool is_there = known != accounts_.end();
        // The days are read even where they decide nothing: a slip is told.
        const auto from = day(From), until = day(Until);
        if (from && until && *until < *from) fault(Until, "最終日が開始日より前です。", "The last day is before the first.");
        planned.act = until && *until + day_ms <= now_ ? PersonAct::Over : from && now_ < *from ? PersonAct::Later : is_there ? PersonAct::Change : PersonAct::Add;
        group_changes(planned);
        const bool changes_nothing = !planned.is_described_anew && planned.joins.empty() && planned.leaves.empty();
        if (planned.act == PersonAct::Change && changes_nothing) planned.act = PersonAct::Same;
        return planned;
    }

    TableFaults faults;
    std::set<std::string> new_groups;

  private:
    std::string cell(PersonColumn column) const { return row_->cells[column].value_or(""); }

    void fault(PersonColumn column, std::string ja, std::string en) {
        check(column, TableFault{0, 0, "", std::move(ja), std::move(en)});
    }
    void check(PersonColumn column, std::optional<TableFault> found) {
        if (found) faults.push_back(at(std::move(*found), row_->line, table_.places[column], person_columns[column].name));
    }

    void describe(PlannedPerson& planned, const User* known) {
        const auto take = [&](PersonColumn column, std::optional<std::string> User::* member) {
            if (known) planned.user.*member = known->*member;
            if (!row_->cells[column]) return;
            const auto before = planned.user.*member;
            planned.user.*member = row_->cells[column]->empty() ? std::nullopt : row_->cells[column];
            planned.is_described_anew = planned.is_described_anew || before != planned.user.*member;
        };
        take(Name, &User::name);
        take(Mail, &User::email);
        take(Post, &User::post);
    }

    std::optional<Instant> day(PersonColumn column) {
        const auto text = cell(column);
        if (text.empty()) return std::nullopt;
        const auto read = day_of(text);
        if (!read) fault(column, "「" + text + "」は日付ではありません。2027-04-01 か 2027/4/1 の形で書いてください。", "'" + text + "' is no day: write it as 2027-04-01 or 2027/4/1.");
        return read;
    }

    /// The groups of the row become the person's, all of them and no other.
    void group_changes(PlannedPerson& planned) {
        if (!row_->cells[GroupsOf]) return;
        const auto wanted = parts_of(cell(GroupsOf));
        for (const auto& group : wanted) check(GroupsOf, fault_of_group(group));
        if (planned.act != PersonAct::Add && planned.act != PersonAct::Change) return;
        const auto before = groups_.of(planned.user.username);
        for (const auto& group : wanted) {
            if (!before.contains(group)) planned.joins.push_back(group);
            if (!groups_.exists(group)) new_groups.insert(group);
        }
        for (const auto& group : before)
            if (std::find(wanted.begin(), wanted.end(), group) == wanted.end()) planned.leaves.push_back(group);
        for (const auto& group : planned.joins) groups_.join(planned.user.username, group);
        for (const auto& group : planned.leaves) groups_.leave(planned.user.username, group);
    }

    const Table& table_;
    const std::map<std::string, User>& accounts_;
    Groups& groups_;  ///< as they will be, row by row
    const Instant now_;
    const TableRow* row_ = nullptr;
    std::set<std::string> seen_;
};

/// One command after the other for one person, until one is refused.
class PersonTaker {
  public:
    PersonTaker(const EngineAccess& access, const std::optional<engine::Actor>& actor) : access_(access), actor_(actor) {}

    bool execute(Command command) {
        if (!refused.empty()) return false;
        const auto done = access_.execute(std::move(command), actor_);
        if (!done) refused = done.error().text;
        return done.has_value();
    }

    void change_groups(const PlannedPerson& planned, const Groups& before) {
        for (const auto& group : planned.joins) {
            if (!before.exists(group) && !engine::get<engine::UserGroup>(*access_.reader, group))
                execute(engine::PutDirectoryEntry{.entry = engine::UserGroup{group, group, {}}, .is_new = true, .groups = {}});
            execute(engine::ChangeMembership{engine::membership(CircleType::Group, group, OwnerType::User, planned.user.username)});
        }
        for (const auto& group : planned.leaves)
            execute(engine::ChangeMembership{engine::membership(CircleType::Group, group, OwnerType::User, planned.user.username), true});
    }

    std::string refused;

  private:
    const EngineAccess& access_;
    const std::optional<engine::Actor>& actor_;
};

json::array list_of(const auto& texts) { return json::array(texts.begin(), texts.end()); }

}  // namespace

tl::expected<PeoplePlan, TableFaults> plan_people(std::string_view csv, engine::Reader& reader, Instant now) {
    const auto table = read_table(csv, person_columns);
    if (!table) return tl::unexpected(table.error());
    const auto accounts = accounts_of(reader);
    auto groups = Groups::read(reader);
    const bool had_administrators = !groups.members(engine::administrators_group).empty();
    PersonReader rows(*table, accounts, groups, now);
    PeoplePlan plan;
    for (const auto& row : table->rows) plan.people.push_back(rows.read(row));
    const auto added = std::count_if(plan.people.begin(), plan.people.end(), [](const auto& it) { return it.act == PersonAct::Add; });
    if (added > new_people_max) {
        const auto found = std::to_string(added), most = std::to_string(new_people_max);
        rows.faults.push_back({0, 0, "", "新しい利用者が" + found + "人います。一度に加えられるのは" + most + "人までです。表を分けてください。",
                               "There are " + found + " new people; at most " + most + " are added at once: cut the table in parts."});
    }
    if (had_administrators && groups.members(engine::administrators_group).empty()) {
        rows.faults.push_back({0, 0, "", "この表のとおりにすると administrators グループに誰もいなくなります。少なくとも1人の groups に administrators を残してください。",
                               "With this table nobody would be in the group administrators: leave it to at least one person."});
    }
    if (!rows.faults.empty()) return tl::unexpected(std::move(rows.faults));
    plan.new_groups = std::move(rows.new_groups);
    for (const auto column : {Kana, Party})
        if (table->places[column] != 0) plan.not_kept.emplace_back(person_columns[column].name);
    return plan;
}

engine::Outcome<std::vector<ImportedPerson>> import_people(const PeoplePlan& plan, const std::string& password, const EngineAccess& access,
                                                           const std::optional<engine::Actor>& actor) {
    const auto groups = Groups::read(*access.reader);
    std::vector<ImportedPerson> people;
    bool has_changed = false;
    for (const auto& planned : plan.people) {
        ImportedPerson person{planned, "", ""};
        PersonTaker taker(access, actor);
        engine::PutDirectoryEntry entry{.entry = planned.user, .is_new = planned.act == PersonAct::Add, .groups = {}};
        if (planned.act == PersonAct::Add) {
            person.password = password.empty() ? made_password() : "";
            const auto hash = access.hash_password(password.empty() ? person.password : password, planned.user.username);
            if (!hash && !has_changed) return tl::unexpected(hash.error());  // the password for all can't be one
            if (hash) {
                std::get<User>(entry.entry).password_hash = *hash;
                entry.groups = planned.joins;
                taker.execute(std::move(entry));
            } else {
                taker.refused = hash.error().text;
            }
            if (!taker.refused.empty()) person.password.clear();
        } else if (planned.act == PersonAct::Change) {
            auto& user = std::get<User>(entry.entry);
            if (!user.post) user.post = "";  // cleared, not left
            if (planned.is_described_anew) taker.execute(std::move(entry));
            taker.change_groups(planned, groups);
        }
        has_changed = has_changed || planned.act == PersonAct::Add || planned.act == PersonAct::Change;
        person.refused = taker.refused;
        people.push_back(std::move(person));
    }
    return people;
}

json::value to_json(const PeoplePlan& plan, const std::vector<ImportedPerson>& people) {
    json::array items;
    json::object counts;
    for (const auto name : act_names) counts[name] = 0;
    for (const auto& [planned, password, refused] : people) {
        const auto name = act_names[static_cast<std::size_t>(planned.act)];
        counts[name] = counts[name].as_int64() + 1;
        items.push_back(json::object{{"username", planned.user.username},
                                     {"name", planned.user.name.value_or(planned.user.username)},
                                     {"act", name},
                                     {"joins", list_of(planned.joins)},
                                     {"leaves", list_of(planned.leaves)},
                                     {"password", password.empty() ? json::value(nullptr) : json::value(password)},
                                     {"refused", refused.empty() ? json::value(nullptr) : json::value(refused)}});
    }
    return json::object{{"items", std::move(items)}, {"counts", std::move(counts)}, {"newGroups", list_of(plan.new_groups)}, {"notKept", list_of(plan.not_kept)}};
}

}  // namespace dandori::people
