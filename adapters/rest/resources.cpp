#include "adapters/http/utf8.h"
#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::Resource;

Result<void> get_resource(Call& call) { return answer_row<Resource>(call, "Resource"); }

Result<void> get_resource_content(Call& call) {
    const auto key = TRY(call.key<engine::ResourceKey>("resourceKey"));
    auto resource = visible_row<Resource>(call, key);
    if (!resource) {
        call.reply.not_found("Resource", key.value);
        return {};
    }
    const bool is_text = http::is_utf8(resource->content.value);
    call.reply.file(std::move(resource->content.value),
                    is_text ? "text/plain; charset=utf-8" : "application/octet-stream");
    return {};
}

Result<void> delete_resource(Call& call) {
    const auto key = TRY(call.key<engine::ResourceKey>("resourceKey"));
    auto body = TRY(call.body());
    TRY(body.accept_reference());
    if (TRY(body.truth("deleteHistory", false)))
        return fail(Failure::Kind::Unspecified, "'deleteHistory' can't be true: what has run is kept here.");
    TRY(body.nothing_else());
    call.submit("DELETE", engine::DeleteResource{key.value}, [key](const Reply& reply, const engine::Done&) {
        reply.json(JsonText{}
                       .begin_object()
                       .name("resourceKey")
                       .key(key.value)
                       .name("batchOperation")
                       .null()
                       .end_object()
                       .take());
    });
    return {};
}

}  // namespace

std::vector<Route> resource_routes() {
    return {{"GET", "/resources/{resourceKey}", Who::Admitted, get_resource},
            {"GET", "/resources/{resourceKey}/content", Who::Admitted, get_resource_content},
            {"POST", "/resources/{resourceKey}/deletion", Who::Admitted, delete_resource}};
}

}  // namespace dandori::rest
