#include "adapters/worker/deployed_file.h"

#include <algorithm>

namespace dandori::worker {

bool is_file_id(const std::string& id) {
    return !id.empty() && id.size() <= 100 && std::all_of(id.begin(), id.end(), [](char character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') ||
               (character >= 'A' && character <= 'Z') || character == '-' || character == '_';
    });
}

std::optional<engine::Resource> newest_file(engine::Reader& reader, const std::string& name) {
    const auto query = engine::Query{}
                           .where("resourceName", engine::Operator::Like, {engine::to_cell("*" + name)})
                           .sorted_by("resourceKey", true)
                           .first(20);
    for (auto& resource : engine::find<engine::Resource>(reader, query).rows) {
        if (resource.name == name || resource.name.ends_with("/" + name)) return std::move(resource);
    }
    return std::nullopt;
}

}  // namespace dandori::worker
