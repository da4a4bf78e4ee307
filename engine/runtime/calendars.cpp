// Other calendars come in force: which deadlines they move, and how these are moved bit by bit between other commands.

#include <algorithm>

#include "engine/behavior/deadlines.h"
#include "engine/calendar/calendars_in_force.h"
#include "engine/feel/json.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/rights.h"

namespace dandori::engine {
namespace {

constexpr std::size_t known_calendars_max = 10;       ///< by which a due date may have been counted
constexpr std::size_t calendar_text_max = 1'000'000;  ///< bytes
constexpr std::size_t allowed_keys_max = 10'000;
constexpr std::size_t instances_previewed_max = 100;  ///< in one command
constexpr std::size_t instances_read_at_once = 200;

Result<std::shared_ptr<const calendar::CalendarSet>> set_of(const std::string& holidays, const std::string& service_hours, const std::string& zone) {
    return std::make_shared<const calendar::CalendarSet>(TRY(calendar::CalendarSet::read(holidays, service_hours, zone)));
}

DeadlineChange change_of(const ProcessInstance& process, const MovedDeadline& deadline) {
    DeadlineChange change;
    change.process_instance_key = process.key;
    change.root_process_instance_key = process.root_process_instance_key;
    change.case_no = process.business_id;
    change.process_definition_id = process.process_definition_id;
    change.tenant_id = process.tenant_id;
    change.element_id = deadline.element_id;
    change.kind = deadline.kind;
    change.deadline_key = deadline.key;
    change.due_before = deadline.due_before;
    change.due_after = deadline.due_after;
    change.reckoning_before = deadline.reckoning_before;
    return change;
}

bool is_allowed(const CalendarVersion& version, const MovedDeadline& deadline) {
    return deadline.is_later() || version.allow_earlier ||
           std::ranges::find(version.allow_earlier_for, std::to_string(deadline.key.value)) != version.allow_earlier_for.end();
}

}  // namespace

void Partition::load_calendars() {
    known_calendars_.clear();
    recomputing_.reset();
    const auto newest = newest_calendars();
    if (!newest) return settings_.in_force->put(settings_.calendars);
    if (!newest->recomputed_at) recomputing_ = newest->key;
    auto set = set_of(newest->holidays, newest->service_hours, settings_.zone);
    if (!set) throw std::runtime_error("The calendars of the store can't be read: " + set.error().text);
    settings_.in_force->put(std::move(*set));
}

std::optional<CalendarVersion> Partition::newest_calendars() {
    std::optional<CalendarVersion> newest;
    calendar_versions_.for_each([&](const CalendarVersion& row) { newest = row; });
    if (newest) return newest;
    auto found = find<CalendarVersion>(store_, Query{}.sorted_by("calendarVersionKey", true).first(1)).rows;
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

const std::vector<Partition::KnownCalendars>& Partition::known_calendars() {
    if (!known_calendars_.empty()) return known_calendars_;
    std::map<CalendarVersionKey, CalendarVersion, std::greater<>> versions;
    for (auto& row : find<CalendarVersion>(store_, Query{}.sorted_by("calendarVersionKey", true).first(known_calendars_max)).rows)
        versions.emplace(row.key, std::move(row));
    calendar_versions_.for_each([&](const CalendarVersion& row) { versions.insert_or_assign(row.key, row); });
    for (const auto& [key, row] : versions) {
        // A later program may refuse what an earlier one took: then it explains nothing.
        if (auto set = set_of(row.holidays, row.service_hours, settings_.zone))
            known_calendars_.push_back({key, calendar::feel_functions(std::move(*set), settings_.zone)});
    }
    if (known_calendars_.size() < known_calendars_max && settings_.calendars)
        known_calendars_.push_back({{}, calendar::feel_functions(settings_.calendars, settings_.zone)});
    return known_calendars_;
}

Outcome<CalendarVersion> Partition::completed(const std::optional<std::string>& holidays, const std::optional<std::string>& service_hours) {
    const auto newest = newest_calendars();
    if (!newest && (!holidays || !service_hours)) {
        return reject(Rejection::Code::InvalidState, std::string("No calendars are stored yet, and ") + (holidays ? "'serviceHours'" : "'holidays'") +
                                                         " is missing. Give the texts of both holidays.csv and service_hours.csv.");
    }
    CalendarVersion version;
    version.holidays = holidays ? *holidays : newest->holidays;
    version.service_hours = service_hours ? *service_hours : newest->service_hours;
    if (version.holidays.size() > calendar_text_max || version.service_hours.size() > calendar_text_max) {
        return reject(Rejection::Code::InvalidArgument, "A calendar's text has " + std::to_string(std::max(version.holidays.size(), version.service_hours.size())) +
                                                            " bytes; at most " + std::to_string(calendar_text_max) + " are taken.");
    }
    return version;
}

Outcome<PutCalendars::Answer> Partition::execute(const PutCalendars& command, const Actor* actor) {
    if (!may(actor, ResourceType::System, Permission::Update, any_resource)) return tl::unexpected(insufficient(Permission::Update, ResourceType::System));
    if (command.allow_earlier_for.size() > allowed_keys_max) {
        return reject(Rejection::Code::InvalidArgument, std::to_string(command.allow_earlier_for.size()) + " keys are allowed to be earlier; at most " +
                                                            std::to_string(allowed_keys_max) + " can be named. Allow all, or name them bit by bit.");
    }
    auto version = completed(command.holidays, command.service_hours);
    if (!version) return tl::unexpected(version.error());
    auto set = set_of(version->holidays, version->service_hours, settings_.zone);
    if (!set) return reject(Rejection::Code::InvalidArgument, set.error().text);
    const auto newest = newest_calendars();
    const bool is_new = !newest || newest->holidays != version->holidays || newest->service_hours != version->service_hours;
    if (is_new) {
        version->key = {next_key()};
        version->in_force_from = now_;
        version->origin = command.origin;
        if (actor) version->put_by = actor->username;
    } else {
        *version = *newest;
        version->recomputed_at.reset();
        version->seen_to = {};
        version->moved_later = version->moved_earlier = version->kept_back = 0;
    }
    version->allow_earlier = command.allow_earlier;
    version->allow_earlier_for = command.allow_earlier_for;
    known_calendars_.clear();
    settings_.in_force->put(std::move(*set));
    recomputing_ = version->key;
    return PutCalendars::Answer{calendar_versions_.put(std::move(*version)), is_new};
}

Outcome<PreviewCalendars::Answer> Partition::execute(const PreviewCalendars& command, const Actor* actor) {
    if (!may(actor, ResourceType::System, Permission::Update, any_resource)) return tl::unexpected(insufficient(Permission::Update, ResourceType::System));
    const auto version = completed(command.holidays, command.service_hours);
    if (!version) return tl::unexpected(version.error());
    const auto set = set_of(version->holidays, version->service_hours, settings_.zone);
    if (!set) return reject(Rejection::Code::InvalidArgument, set.error().text);
    PreviewCalendars::Answer answer;
    answer.next = look_at_deadlines(calendar::feel_functions(*set, settings_.zone), command.after, instances_previewed_max,
                                    [&](InstanceRows& rows, const std::vector<MovedDeadline>& deadlines) {
                                        for (const MovedDeadline& each : deadlines) answer.changes.push_back(change_of(*rows.process(), each));
                                    });
    return answer;
}

bool Partition::has_deadlines_by_calendar(ProcessDefinitionKey key) {
    const auto known = has_deadlines_.find(key);
    if (known != has_deadlines_.end()) return known->second;
    return has_deadlines_[key] = engine::has_deadlines_by_calendar(*deployed_.executable(key));
}

template <class Look>
std::optional<ProcessInstanceKey> Partition::look_at_deadlines(const feel::FunctionLibrary& by, ProcessInstanceKey after, std::size_t count_max,
                                                               Look&& look) {
    std::vector<const feel::FunctionLibrary*> before;
    for (const KnownCalendars& each : known_calendars()) before.push_back(&each.functions);
    const DeadlineCalendars calendars{by, before, settings_.zone, now_};
    const auto page = find<ProcessInstance>(store_, Query{}
                                                        .where("processInstanceKey", Operator::Greater, {to_cell(after)})
                                                        .where("endDate", Operator::NotExists)
                                                        .sorted_by("processInstanceKey")
                                                        .first(instances_read_at_once))
                          .rows;
    std::size_t count = 0;
    for (const ProcessInstance& row : page) {
        after = row.key;
        if (!has_deadlines_by_calendar(row.process_definition_key)) continue;
        InstanceRows* rows = instance(row.key);
        if (!rows) continue;
        look(*rows, moved_deadlines(*rows, *deployed_.executable(row.process_definition_key), calendars));
        if (++count == count_max) break;
    }
    const bool is_all = page.size() < instances_read_at_once && (page.empty() || after == page.back().key);
    return is_all ? std::nullopt : std::optional(after);
}

void Partition::recompute_deadlines(std::size_t count_max) {
    if (!recomputing_) return;
    begin_command();
    CalendarVersion version = *calendar_versions_.get(store_, *recomputing_);
    const auto by = calendar::feel_functions(settings_.in_force, settings_.zone);
    const auto next = look_at_deadlines(by, version.seen_to, count_max, [&](InstanceRows& rows, const std::vector<MovedDeadline>& deadlines) {
        for (const MovedDeadline& each : deadlines) {
            if (!is_allowed(version, each)) {
                ++version.kept_back;
                continue;
            }
            ++(each.is_later() ? version.moved_later : version.moved_earlier);
            move_deadline(rows, each, version);
        }
    });
    if (next) {
        version.seen_to = *next;
    } else {
        version.recomputed_at = now_;
        recomputing_.reset();
    }
    calendar_versions_.put(std::move(version));
    end_command();
}

void Partition::pass_over_deadlines() {
    if (!recomputing_) return;
    begin_command();
    CalendarVersion version = *calendar_versions_.get(store_, *recomputing_);
    const auto next = find<ProcessInstance>(store_, Query{}
                                                        .where("processInstanceKey", Operator::Greater, {to_cell(version.seen_to)})
                                                        .where("endDate", Operator::NotExists)
                                                        .sorted_by("processInstanceKey")
                                                        .first(1))
                          .rows;
    if (!next.empty()) version.seen_to = next.front().key;
    calendar_versions_.put(std::move(version));
    end_command();
}

void Partition::move_deadline(InstanceRows& rows, const MovedDeadline& deadline, const CalendarVersion& version) {
    const bool is_task = deadline.kind == DeadlineKind::UserTask;
    auto draft = draft_of_deadline(rows, deadline);
    if (is_task) {
        UserTask* task = rows.user_tasks.change({deadline.key.value});
        task->due_date = deadline.due_after;
        task->reckoning = deadline.reckoning_after;
    } else {
        Timer* timer = rows.timers.change({deadline.key.value});
        timer->due_date = deadline.due_after;
        timer->reckoning = deadline.reckoning_after;
        timer->cycle = deadline.cycle_after;
    }
    DeadlineChange change = change_of(*rows.process(), deadline);
    change.key = {next_key()};
    change.calendar_version_key = version.key;
    change.changed_at = now_;
    change.put_by = version.put_by;
    deadline_changes_.put(std::move(change));
    if (is_audited()) audit(std::move(draft), nullptr, nullptr);
}

}  // namespace dandori::engine
