#pragma once
// Groups, roles and tenants are alike: an id, a name, a description, and members.

#include "adapters/rest/rows.h"

namespace dandori::rest {

/// How the API names one kind of directory entry.
template <class Row>
struct EntryWords;

template <>
struct EntryWords<engine::UserGroup> {
    static constexpr std::string_view path = "/groups", id = "groupId", what = "Group";
    static constexpr auto kind = engine::RemoveDirectoryEntry::Kind::Group;
    static constexpr auto circle = engine::CircleType::Group;
    static constexpr auto type = engine::ResourceType::Group;
};
template <>
struct EntryWords<engine::Role> {
    static constexpr std::string_view path = "/roles", id = "roleId", what = "Role";
    static constexpr auto kind = engine::RemoveDirectoryEntry::Kind::Role;
    static constexpr auto circle = engine::CircleType::Role;
    static constexpr auto type = engine::ResourceType::Role;
};
template <>
struct EntryWords<engine::Tenant> {
    static constexpr std::string_view path = "/tenants", id = "tenantId", what = "Tenant";
    static constexpr auto kind = engine::RemoveDirectoryEntry::Kind::Tenant;
    static constexpr auto circle = engine::CircleType::Tenant;
    static constexpr auto type = engine::ResourceType::Tenant;
};
template <>
struct EntryWords<engine::MappingRule> {
    static constexpr std::string_view path = "/mapping-rules", id = "mappingRuleId", what = "Mapping rule";
    static constexpr auto kind = engine::RemoveDirectoryEntry::Kind::MappingRule;
    static constexpr auto type = engine::ResourceType::MappingRule;
};

/// The text that stands in the path.
inline const std::string& path_text(const Call& call, std::string_view name) {
    return call.request.parameters.find(name)->second;
}

/// The entry whose id stands in the path, if the caller may see it; where not, the call has been answered with 404.
template <class Row>
std::optional<Row> entry_in_path(const Call& call) {
    const auto& id = path_text(call, EntryWords<Row>::id);
    auto row = visible_row<Row>(call, id);
    if (!row) call.reply.refuse(404, "NOT_FOUND", std::string(EntryWords<Row>::what) + " with id '" + id + "' not found.");
    return row;
}

template <class Row>
std::string row_text(const Row& row) {
    JsonText json;
    write_row(json, row);
    return json.take();
}

template <class Row>
Result<void> put_entry(Call& call, Row row, bool is_new) {
    auto answer = row_text(row);
    call.submit(is_new ? "CREATE" : "UPDATE", engine::PutDirectoryEntry{std::move(row), is_new, {}, false},
                [answer, status = is_new ? 201 : 200](const Reply& reply, const engine::Done&) { reply.json(answer, status); });
    return {};
}

template <class Row>
Result<void> search_entries(Call& call) {
    return answer_search<Row>(call);
}

template <class Row>
Result<void> get_entry(Call& call) {
    if (const auto row = entry_in_path<Row>(call)) call.reply.json(row_text(*row));
    return {};
}

template <class Row>
Result<void> remove_entry(Call& call) {
    call.submit_done("DELETE", engine::RemoveDirectoryEntry{EntryWords<Row>::kind, path_text(call, EntryWords<Row>::id)});
    return {};
}

/// A name of a field in `sort` of a search as the row calls it.
void rename_sort(boost::json::value& search, std::string_view name, std::string_view field);

}  // namespace dandori::rest
