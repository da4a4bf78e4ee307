#include "adapters/forms/stored_forms.h"

#include <algorithm>
#include <set>

namespace dandori::forms {
namespace {

using engine::Operator;
using engine::Query;

constexpr std::size_t resources_max = 500;

bool is_form_id(const std::string& id) {
    return !id.empty() && id.size() <= 100 && std::ranges::all_of(id, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    });
}

/// The newest of each name that fits.
std::vector<engine::Resource> newest_resources(engine::Reader& reader, const std::string& like) {
    const auto query = Query{}.where("resourceName", Operator::Like, {engine::to_cell(like)}).sorted_by("resourceKey", true).first(resources_max);
    std::vector<engine::Resource> newest;
    std::set<std::string> names;
    for (auto& resource : engine::find<engine::Resource>(reader, query).rows)
        if (names.insert(resource.name).second) newest.push_back(std::move(resource));
    return newest;
}

Result<std::vector<StoredForm>> versions_of(engine::Reader& reader, const std::string& id) {
    if (!is_form_id(id)) return fail(Failure::Kind::ResourceNotFound, "'" + id.substr(0, 100) + "' is no id of a request form.");
    std::vector<StoredForm> versions;
    for (const auto& resource : newest_resources(reader, "*request-forms/" + id + "-*.json")) {
        auto form = read_template(resource.content.value);
        if (!form) return fail(form.error().kind, "'" + resource.name + "': " + form.error().text);
        if (form->id == id) versions.push_back({std::move(*form), resource.name});
    }
    if (versions.empty())
        return fail(Failure::Kind::ResourceNotFound, "The request form '" + id + "' is not deployed; a file request-forms/" + id + "-1.json is needed.");
    std::ranges::sort(versions, std::greater{}, [](const StoredForm& it) { return it.form.version; });
    return versions;
}

}  // namespace

Result<StoredForm> form_for(engine::Reader& reader, const std::string& id, const std::string& iso_date) {
    auto versions = TRY(versions_of(reader, id));
    std::string known;
    for (auto& version : versions) {
        if (version.form.is_valid_on(iso_date)) return std::move(version);
        known += (known.empty() ? "" : ", ") + std::to_string(version.form.version) + " (" + version.form.valid_from + " to " + version.form.valid_to + ")";
    }
    return fail(Failure::Kind::ResourceNotFound, "No version of the request form '" + id + "' is valid on " + iso_date + "; there are " + known + ".");
}

Result<StoredForm> form_of_version(engine::Reader& reader, const std::string& id, int version) {
    for (auto& stored : TRY(versions_of(reader, id)))
        if (stored.form.version == version) return std::move(stored);
    return fail(Failure::Kind::ResourceNotFound, "Version " + std::to_string(version) + " of the request form '" + id + "' is not deployed.");
}

std::vector<StoredForm> all_forms(engine::Reader& reader) {
    std::vector<StoredForm> forms;
    for (const auto& resource : newest_resources(reader, "*request-forms/*.json"))
        if (auto form = read_template(resource.content.value)) forms.push_back({std::move(*form), resource.name});
    return forms;
}

Result<std::string> original_of(engine::Reader& reader, const StoredForm& stored) {
    if (stored.form.layout.original.empty()) return std::string();
    const auto name = stored.resource_name.substr(0, stored.resource_name.rfind('/') + 1) + stored.form.layout.original;
    const auto query = Query{}.where_equals("resourceName", name).sorted_by("resourceKey", true).first(1);
    auto found = engine::find<engine::Resource>(reader, query).rows;
    if (!found.empty()) return std::move(found.front().content.value);
    return fail(Failure::Kind::ResourceNotFound, "The original '" + name + "' of the request form '" + stored.form.id + "' is not deployed.");
}

}  // namespace dandori::forms
