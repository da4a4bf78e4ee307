#include "adapters/rest/job_results.h"

namespace dandori::rest {
namespace {

/// Absent leaves the date, an empty text clears it.
Result<std::optional<std::optional<Instant>>> read_correction(Body& corrections, std::string_view name) {
    using Correction = std::optional<std::optional<Instant>>;
    const auto* value = corrections.find(name);
    if (!value) return Correction{};
    const std::string member = corrections.full_name(name);
    if (value->is_string() && TRY(read_text(*value, member)).empty()) return Correction{std::optional<Instant>{}};
    return Correction{std::optional<Instant>{TRY(read_time(*value, member))}};
}

Result<engine::TaskListenerResult> read_task_listener(Body& result) {
    engine::TaskListenerResult read;
    read.is_denied = TRY(result.truth("denied", false));
    read.denied_reason = TRY(result.text("deniedReason"));
    if (read.denied_reason && read.denied_reason->empty()) read.denied_reason.reset();
    if (auto corrections = TRY(result.object("corrections"))) {
        read.assignee = TRY(corrections->text("assignee"));
        read.due_date = TRY(read_correction(*corrections, "dueDate"));
        read.follow_up_date = TRY(read_correction(*corrections, "followUpDate"));
        read.candidate_users = TRY(corrections->text_list("candidateUsers"));
        read.candidate_groups = TRY(corrections->text_list("candidateGroups"));
        if (const auto priority = TRY(corrections->integer("priority", 0, 100))) read.priority = static_cast<std::int32_t>(*priority);
        TRY(corrections->nothing_else());
    }
    return read;
}

Result<engine::AdHocResult> read_ad_hoc(Body& result) {
    engine::AdHocResult read;
    for (auto& element : TRY(result.objects("activateElements"))) {
        auto id = TRY(element.required_text("elementId"));
        read.activate.push_back({std::move(id), TRY(element.object_text("variables"))});
        TRY(element.nothing_else());
    }
    read.is_completion_condition_fulfilled = TRY(result.truth("isCompletionConditionFulfilled", false));
    read.is_cancel_remaining_instances = TRY(result.truth("isCancelRemainingInstances", false));
    return read;
}

bool has_any(Body& result, std::initializer_list<std::string_view> names) {
    bool any = false;
    for (const auto name : names) {
        const auto* value = result.find(name);
        any = any || (value && !(value->is_bool() && !value->get_bool()) && !value->is_null());
    }
    return any;
}

}  // namespace

Result<std::variant<std::monostate, engine::TaskListenerResult, engine::AdHocResult>> read_job_result(Body& result) {
    using Read = std::variant<std::monostate, engine::TaskListenerResult, engine::AdHocResult>;
    const auto type = TRY(result.text("type"));
    if (type && *type != "userTask" && *type != "adHocSubProcess") {
        return fail(Failure::Kind::Syntax,
                    "'" + result.full_name("type") + "' is '" + *type + "', but must be userTask or adHocSubProcess.");
    }
    const bool is_ad_hoc =
        type ? *type == "adHocSubProcess"
             : has_any(result, {"activateElements", "isCompletionConditionFulfilled", "isCancelRemainingInstances"});
    if (is_ad_hoc) {
        auto read = TRY(read_ad_hoc(result));
        TRY(result.nothing_else());
        return Read{std::move(read)};
    }
    // Clients send an empty result with any job.
    const bool says_something = has_any(result, {"denied", "deniedReason", "corrections"});
    auto read = TRY(read_task_listener(result));
    TRY(result.nothing_else());
    return says_something ? Read{std::move(read)} : Read{};
}

}  // namespace dandori::rest
