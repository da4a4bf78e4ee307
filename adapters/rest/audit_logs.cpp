// Who did what.
#include <boost/json.hpp>

#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::AuditEntry;

/// Members of Camunda 8's entries that stay empty here: nothing of ours is about them.
const ShownField always_null[] = {
    {"batchOperationKey", engine::FieldType::Key},       {"batchOperationType", engine::FieldType::Text},
    {"agentElementId", engine::FieldType::Text},         {"decisionRequirementsId", engine::FieldType::Text},
    {"decisionRequirementsKey", engine::FieldType::Key}, {"decisionDefinitionId", engine::FieldType::Text},
    {"decisionDefinitionKey", engine::FieldType::Key},   {"decisionEvaluationKey", engine::FieldType::Key},
    {"formKey", engine::FieldType::Key},                 {"resourceKey", engine::FieldType::Key}};

void write_more(JsonText& json, const AuditEntry&) {
    for (const auto& field : always_null) json.name(field.name).null();
}

/// A filter by a member that is always null finds nothing; but it must read like a filter.
Result<bool> filter_by_null(std::string_view name, const boost::json::value& value, engine::Group& group) {
    for (const auto& field : always_null) {
        if (field.name != name) continue;
        std::vector<engine::Condition> unused;
        TRY(read_conditions(field, value, "filter." + std::string(name), unused));
        group.conditions.push_back({"auditLogKey", engine::Operator::In, {}});
        return true;
    }
    return false;
}

constexpr SearchRules audit_search{.special = filter_by_null};

Result<void> search_audit_logs(Call& call) { return answer_search<AuditEntry>(call, audit_search, write_more); }

Result<void> get_audit_log(Call& call) { return answer_row<AuditEntry>(call, "Audit log entry", write_more); }

/// Of a task that the caller may see: then its history, too.
Result<void> search_audit_logs_of_task(Call& call) {
    const auto key = TRY(call.key<engine::UserTaskKey>("userTaskKey"));
    auto query = TRY(read_search(shape_of<AuditEntry>(), audit_search, call.json));
    if (!visible_row<engine::UserTask>(call, key)) {
        call.reply.not_found("User task", key.value);
        return {};
    }
    query.where_equals("userTaskKey", key);
    const auto found = engine::find<AuditEntry>(call.reader(), query);
    JsonText json;
    json.begin_object().name("items").begin_array();
    for (const auto& row : found.rows) {
        json.begin_object();
        write_members(json, shape_of<AuditEntry>(), &row);
        write_more(json, row);
        json.end_object();
    }
    json.end_array();
    write_page(json, found.total, found.start, found.end, query.sort);
    call.reply.json(json.end_object().take());
    return {};
}

}  // namespace

std::vector<Route> audit_log_routes() {
    return {{"POST", "/audit-logs/search", Who::Admitted, search_audit_logs},
            {"GET", "/audit-logs/{auditLogKey}", Who::Admitted, get_audit_log},
            {"POST", "/user-tasks/{userTaskKey}/audit-logs/search", Who::Admitted, search_audit_logs_of_task}};
}

}  // namespace dandori::rest
