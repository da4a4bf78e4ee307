// The audit log for those who look after it: as a table, and whether it is whole.
#include <boost/json.hpp>

#include "adapters/inbox/answer.h"
#include "adapters/inbox/routes.h"
#include "engine/identity/audit_chain.h"
#include "engine/identity/audit_table.h"

namespace dandori::inbox {
namespace {

constexpr std::size_t table_bytes_max = 256 * 1024 * 1024;

http::Response audit_table(const RouteParts& parts, const http::Request& request) {
    std::string text;
    bool is_whole = true;
    engine::write_audit_table(*parts.access.reader, [&](const std::string& line) {
        is_whole = is_whole && text.size() + line.size() <= table_bytes_max;
        if (is_whole) text += line;
    });
    if (!is_whole) {
        return refusal(request, 400, "監査記録が大きすぎます。サーバーを止めて dandori audit export を使ってください。",
                       "The audit log is larger than 256 MiB; use 'dandori audit export' on the stopped server's store.");
    }
    return {200,
            {{"Content-Type", "text/csv; charset=utf-8; header=present"},
             {"Content-Disposition", "attachment; filename=\"audit-log.csv\""},
             {"X-Content-Type-Options", "nosniff"},
             {"Cache-Control", "no-store"}},
            std::move(text)};
}

http::Response audit_verification(const RouteParts& parts) {
    const auto check = engine::check_audit(*parts.access.reader);
    return json_answer(200, {{"isWhole", !check.fault},
                             {"fault", text_or_null(check.fault)},
                             {"entries", check.count},
                             {"removed", check.removed},
                             {"lastHash", check.last_hash}});
}

/// Whoever may read all of the log.
template <class Answer>
http::Handler for_auditors(const RouteParts& parts, Answer answer) {
    return guarded(parts.guard, [parts, answer](const http::Request& request, const http::Caller& caller) {
        const auto* actor = caller.actor ? &*caller.actor : nullptr;
        if (!engine::may(actor, engine::ResourceType::AuditLog, engine::Permission::Read, engine::any_resource))
            return refusal(request, 403, "監査記録を見る権限がありません。", "The permission READ for the AUDIT_LOG '*' is needed.");
        return answer(request);
    });
}

}  // namespace

void add_audit_routes(http::Router& router, const RouteParts& parts) {
    router.add("GET", "/api/audit-log.csv",
               for_auditors(parts, [parts](const http::Request& request) { return audit_table(parts, request); }));
    router.add("GET", "/api/audit-log/verification",
               for_auditors(parts, [parts](const http::Request&) { return audit_verification(parts); }));
}

}  // namespace dandori::inbox
