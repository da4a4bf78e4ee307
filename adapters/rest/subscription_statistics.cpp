// How many instances of each definition wait for messages.
#include <boost/json.hpp>
#include <map>
#include <set>

#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::MessageSubscription;
using engine::ProcessDefinitionKey;

struct WaitingForMessages {
    std::string process_definition_id;
    std::string tenant_id;
    std::set<engine::ProcessInstanceKey> instances;
    std::int64_t subscriptions = 0;
};

Result<void> count_subscriptions(Call& call) {
    // Pages are of definitions, not of subscriptions: the page is read here, the filter as in a search of
    // subscriptions.
    auto body = TRY(call.body());
    boost::json::object search;
    if (const auto* filter = body.find("filter")) search["filter"] = *filter;
    auto query = TRY(read_search(shape_of<MessageSubscription>(), {}, search));
    std::size_t limit = 100;
    std::int64_t after = 0;
    if (auto page = TRY(body.object("page"))) {
        limit = static_cast<std::size_t>(TRY(page->integer("limit", 1, page_limit_max)).value_or(100));
        if (const auto text = TRY(page->text("after"))) {
            const auto cursor = cursor_from_text(*text, {});
            const auto* key = cursor ? std::get_if<std::int64_t>(&cursor->front()) : nullptr;
            if (!key) return fail(Failure::Kind::Syntax, "'page.after' is no cursor of these statistics.");
            after = *key;
        }
        TRY(page->nothing_else());
    }
    TRY(body.nothing_else());

    std::map<ProcessDefinitionKey, WaitingForMessages> waiting;
    query.where_equals("messageSubscriptionState", engine::MessageSubscriptionState::Created);
    for_each_visible_row<MessageSubscription>(call, query, [&](const MessageSubscription& subscription) {
        auto& row = waiting[subscription.process_definition_key];
        row.process_definition_id = subscription.process_definition_id;
        row.tenant_id = subscription.tenant_id;
        if (subscription.process_instance_key) row.instances.insert(*subscription.process_instance_key);
        ++row.subscriptions;
    });
    JsonText json;
    json.begin_object().name("items").begin_array();
    std::optional<engine::Cursor> start;
    std::optional<engine::Cursor> end;
    std::size_t count = 0;
    for (auto it = waiting.upper_bound(ProcessDefinitionKey{after}); it != waiting.end() && count < limit;
         ++it, ++count) {
        end = engine::Cursor{engine::to_cell(it->first)};
        if (!start) start = end;
        const auto& row = it->second;
        json.begin_object()
            .name("processDefinitionId")
            .text(row.process_definition_id)
            .name("tenantId")
            .text(row.tenant_id);
        json.name("processDefinitionKey").key(it->first.value);
        json.name("processInstancesWithActiveSubscriptions").number(static_cast<std::int64_t>(row.instances.size()));
        json.name("activeSubscriptions").number(row.subscriptions).end_object();
    }
    json.end_array();
    write_page(json, static_cast<std::int64_t>(waiting.size()), start, end, {});
    call.reply.json(json.end_object().take());
    return {};
}

}  // namespace

std::vector<Route> subscription_statistics_routes() {
    return {
        {"POST", "/process-definitions/statistics/message-subscriptions", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::ReadProcessInstance), count_subscriptions}};
}

}  // namespace dandori::rest
