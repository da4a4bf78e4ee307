#pragma once
#include "engine/state/calendar_version.h"

namespace dandori::engine {

using DeadlineChangeKey = Key<struct DeadlineChange>;
/// A timer's or a user task's key; the change's kind tells which.
using DeadlineKey = Key<struct Deadline>;

enum class DeadlineKind { Timer, UserTask };
template <>
inline constexpr std::string_view names_of<DeadlineKind>[] = {"TIMER", "USER_TASK"};

/// A deadline was moved because other calendars came in force. Added once and never changed.
struct DeadlineChange {
    DeadlineChangeKey key;
    CalendarVersionKey calendar_version_key;  ///< those it is due by now
    ProcessInstanceKey process_instance_key;
    std::optional<ProcessInstanceKey> root_process_instance_key;
    std::optional<std::string> case_no;
    std::string process_definition_id;
    std::string tenant_id{"<default>"};
    std::string element_id;
    DeadlineKind kind = DeadlineKind::Timer;
    DeadlineKey deadline_key;
    Instant due_before, due_after;
    Instant changed_at;
    std::optional<std::string> put_by;  ///< username of who put the calendars in force
    Json reckoning_before;              ///< how the earlier date was counted

    static constexpr std::string_view table = "deadline_change";
    static constexpr auto fields() {
        using R = DeadlineChange;
        return Fields{field("deadlineChangeKey", &R::key),
                      field("calendarVersionKey", &R::calendar_version_key),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("rootProcessInstanceKey", &R::root_process_instance_key),
                      field("caseNo", &R::case_no),
                      field("processDefinitionId", &R::process_definition_id),
                      field("tenantId", &R::tenant_id),
                      field("elementId", &R::element_id),
                      field("kind", &R::kind),
                      field("deadlineKey", &R::deadline_key),
                      field("dueBefore", &R::due_before),
                      field("dueAfter", &R::due_after),
                      field("changedAt", &R::changed_at),
                      field("putBy", &R::put_by),
                      field("reckoningBefore", &R::reckoning_before, FieldUse::Internal)};
    }
    bool operator==(const DeadlineChange&) const = default;
};

}  // namespace dandori::engine
