#include "adapters/people/person.h"

#include <algorithm>
#include <random>

namespace dandori::people {
namespace {

using engine::CircleType;
using engine::Membership;
using engine::OwnerType;
using engine::Query;

constexpr std::size_t name_bytes_max = 100;
constexpr std::size_t group_bytes_max = 256;

bool has_any_of(std::string_view text, std::string_view refused) { return text.find_first_of(refused) != text.npos; }

std::string start_of(std::string_view text) { return std::string(text.substr(0, 100)); }

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<TableFault> fault_of_username(std::string_view name) {
    if (!name.empty() && name.size() <= name_bytes_max && !has_any_of(name, " /:*") && name.find("　") == name.npos) return std::nullopt;
    const auto found = name.empty() ? std::string("") : "'" + start_of(name) + "'";
    return TableFault{0, 0, "", name.empty() ? "利用者IDが空です。1〜100バイトで、空白と / : * を含まない名前を書いてください。" : "「" + start_of(name) + "」は利用者IDに使えません。1〜100バイトで、空白と / : * を含まない名前にしてください。",
                      name.empty() ? "The user name is missing: 1 to 100 bytes without spaces and / : *."
                                   : found + " can't be a user name: 1 to 100 bytes without spaces and / : * are needed."};
}

std::optional<TableFault> fault_of_mail(std::string_view mail) {
    const auto sign = mail.find('@');
    const bool is_fine = mail.empty() || (sign != 0 && sign != mail.npos && sign + 1 < mail.size() && mail.find('@', sign + 1) == mail.npos &&
                                          !has_any_of(mail, " ,;<>\"") && mail.size() <= 254);
    if (is_fine) return std::nullopt;
    return TableFault{0, 0, "", "「" + start_of(mail) + "」はメールアドレスではありません。name@example.jp の形で一つだけ書いてください。",
                      "'" + start_of(mail) + "' is no mail address: write one, such as name@example.jp."};
}

std::optional<TableFault> fault_of_group(std::string_view group) {
    if (!group.empty() && group.size() <= group_bytes_max && !has_any_of(group, " *,\"") && group.find("　") == group.npos) return std::nullopt;
    return TableFault{0, 0, "", "「" + start_of(group) + "」はグループ名に使えません。空白・コンマ・* を含まない名前を、; で区切って書いてください。",
                      "'" + start_of(group) + "' can't be a group: ids without spaces, commas and *, several separated by ';', are needed."};
}

TableFault at(TableFault fault, std::size_t line, std::size_t column, std::string_view column_name) {
    fault.line = line;
    fault.column = column;
    fault.column_name = column_name;
    return fault;
}

std::optional<Instant> day_of(std::string_view text) {
    const char mark = text.find('/') != text.npos ? '/' : '-';
    const auto first = text.find(mark);
    const auto second = first == text.npos ? text.npos : text.find(mark, first + 1);
    if (second == text.npos) return std::nullopt;
    const auto year = text.substr(0, first), month = text.substr(first + 1, second - first - 1), day = text.substr(second + 1);
    if (!all_digits(year) || !all_digits(month) || !all_digits(day) || year.size() != 4 || month.size() > 2 || day.size() > 2) return std::nullopt;
    const auto two = [](std::string_view digits) { return (digits.size() == 1 ? "0" : "") + std::string(digits); };
    return instant_from_iso8601(std::string(year) + "-" + two(month) + "-" + two(day) + "T00:00:00+09:00");
}

std::string made_password() {
    // Without letters that are taken for one another when they are read aloud or from paper.
    constexpr std::string_view letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    std::random_device random;  // the kernel's
    std::uniform_int_distribution<std::size_t> place(0, letters.size() - 1);
    std::string password;
    for (int i = 0; i < 20; ++i) password += letters[place(random)];
    return password;
}

Groups Groups::read(engine::Reader& reader) {
    Groups groups;
    for (const auto& row : all_rows<engine::UserGroup>(reader, Query{})) groups.known_.insert(row.id);
    for (const auto& row : all_rows<Membership>(reader, Query{}.where_equals("circleType", CircleType::Group))) {
        // A space stands in no id: what isn't a person is never taken for one.
        groups.join(row.member_type == OwnerType::User ? row.member_id : std::string(name_of(row.member_type)) + " " + row.member_id, row.circle_id);
    }
    return groups;
}

std::set<std::string> Groups::of(const std::string& username) const {
    const auto found = of_.find(username);
    return found == of_.end() ? std::set<std::string>{} : found->second;
}

std::set<std::string> Groups::members(const std::string& group) const {
    const auto found = members_.find(group);
    return found == members_.end() ? std::set<std::string>{} : found->second;
}

void Groups::join(const std::string& username, const std::string& group) {
    of_[username].insert(group);
    members_[group].insert(username);
}

void Groups::leave(const std::string& username, const std::string& group) {
    of_[username].erase(group);
    members_[group].erase(username);
}

std::map<std::string, engine::User> accounts_of(engine::Reader& reader) {
    std::map<std::string, engine::User> accounts;
    for (auto& row : all_rows<engine::User>(reader, Query{})) accounts.emplace(row.username, row);
    return accounts;
}

}  // namespace dandori::people
