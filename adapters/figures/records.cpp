#include "adapters/figures/records.h"

#include <algorithm>
#include <unordered_map>

namespace dandori::figures {
namespace {

namespace json = boost::json;
using engine::Operator;
using engine::Query;

constexpr std::size_t page_size = 1'000;

json::value text_or_null(const std::optional<std::string>& text) { return text ? json::value(*text) : json::value(nullptr); }
json::value time_or_null(const std::optional<Instant>& time) { return time ? json::value(to_iso8601(*time)) : json::value(nullptr); }

bool is_in(const Period& period, Instant time) { return period.from <= time && time < period.until; }

tl::unexpected<Failure> too_many(std::string_view what) {
    return fail(Failure::Kind::Bounds, "There are more than " + std::to_string(rows_max) + " " + std::string(what) +
                                           " in the time; figures of a shorter time can be made.");
}

/// Rows in the order of a field as long as `goes_on` with them.
template <class Row>
void in_order_of(std::string_view field, bool descending, engine::Reader& reader, Query query, const std::function<bool(Row&)>& goes_on) {
    query.sorted_by(std::string(field), descending).first(page_size);
    for (;;) {
        auto found = engine::find<Row>(reader, query);
        for (auto& row : found.rows) {
            if (!goes_on(row)) return;
        }
        if (found.rows.size() < page_size) return;
        query.after = found.end;
    }
}

/// By their keys, whose order is that of their coming, newest first: a short time needs no look at the years before it.
template <class Row>
void newest_first(engine::Reader& reader, Query query, const std::function<bool(Row&)>& goes_on) {
    in_order_of<Row>(engine::field_at<Row>().name, true, reader, std::move(query), goes_on);
}

Result<json::array> mails_of(engine::Reader& reader, const Period& period) {
    json::array mails;
    const auto query = Query{}.where_equals("direction", engine::MailDirection::In);
    newest_first<engine::Mail>(reader, query, [&](engine::Mail& mail) {
        if (is_in(period, mail.created_at)) {
            mails.push_back(json::value{{"receivedAt", to_iso8601(mail.created_at)},
                                        {"mailbox", mail.mailbox},
                                        {"from", mail.sender},
                                        {"subject", mail.subject},
                                        {"state", std::string(engine::name_of(mail.state))},
                                        {"fingerprint", text_or_null(mail.fingerprint)},
                                        {"caseNo", text_or_null(mail.case_number)}});
        }
        return mail.created_at >= period.from && mails.size() <= rows_max;
    });
    if (mails.size() > rows_max) return too_many("mails");
    return mails;
}

json::object case_of(const engine::ProcessInstance& instance) {
    const auto& number = *instance.business_id;
    return {{"caseNo", number},
            {"kind", number.substr(0, number.find('-'))},
            {"process", instance.process_definition_id},
            {"startedAt", to_iso8601(instance.start_date)},
            {"endedAt", time_or_null(instance.end_date)},
            {"isTerminated", instance.state == engine::InstanceState::Terminated}};
}

/// Adds to each case the variables of these names, null where it has none.
void add_variables(engine::Reader& reader, json::array& cases, const std::vector<engine::ProcessInstanceKey>& keys,
                   const std::vector<std::string>& names) {
    constexpr std::size_t cases_at_once = 500;
    std::vector<engine::Cell> wanted;
    for (const auto& name : names) wanted.push_back(engine::to_cell(name));
    for (std::size_t begin = 0; begin < keys.size() && !names.empty(); begin += cases_at_once) {
        const auto end = std::min(begin + cases_at_once, keys.size());
        std::vector<engine::Cell> cells;
        std::unordered_map<std::int64_t, json::object*> by_key;
        for (auto at = begin; at < end; ++at) {
            cells.push_back(engine::to_cell(keys[at]));
            auto& one = cases[at].as_object();
            by_key.emplace(keys[at].value, &one);
            for (const auto& name : names) one[name] = nullptr;
        }
        const auto query = Query{}
                               .where("processInstanceKey", Operator::In, std::move(cells))
                               .where("name", Operator::In, wanted)
                               .first(cases_at_once * names.size() * 100);
        for (const auto& variable : engine::find<engine::Variable>(reader, query).rows) {
            if (variable.scope_key != engine::scope_of(variable.process_instance_key)) continue;
            boost::system::error_code error;
            auto value = json::parse(variable.value, error);
            if (!error) (*by_key.at(variable.process_instance_key.value))[variable.name] = std::move(value);
        }
    }
}

Query cases_in(const CaseSelection& selection) {
    auto query = Query{}.where("businessId", Operator::Exists);
    if (selection.kinds.empty()) return query;
    auto& groups = query.any_of.emplace_back();
    for (const auto& kind : selection.kinds) groups.push_back({{{"businessId", Operator::Like, {engine::to_cell(kind + "-*")}}}, {}});
    return query;
}

Result<json::array> cases_of(engine::Reader& reader, const Period& period, const CaseSelection& selection) {
    json::array cases;
    std::vector<engine::ProcessInstanceKey> keys;
    newest_first<engine::ProcessInstance>(reader, cases_in(selection), [&](engine::ProcessInstance& instance) {
        if (is_in(period, instance.start_date)) {
            cases.emplace_back(case_of(instance));
            keys.push_back(instance.key);
        }
        return instance.start_date >= period.from && cases.size() <= rows_max;
    });
    if (cases.size() > rows_max) return too_many("cases");
    add_variables(reader, cases, keys, selection.variables);
    return cases;
}

/// Cases that had begun and not ended when the period was over.
Result<json::array> open_cases_of(engine::Reader& reader, const Period& period, const CaseSelection& selection) {
    // Two searches, since each has an index to go by and both together have none.
    const auto begun = cases_in(selection).where("startDate", Operator::Less, {engine::to_cell(period.until)});
    std::vector<engine::ProcessInstance> instances;
    const auto take = [&](engine::ProcessInstance& instance) {
        instances.push_back(std::move(instance));
        return instances.size() <= rows_max;
    };
    newest_first<engine::ProcessInstance>(reader, Query(begun).where("endDate", Operator::NotExists), take);
    in_order_of<engine::ProcessInstance>("endDate", false, reader,
                                         Query(begun).where("endDate", Operator::GreaterOrEqual, {engine::to_cell(period.until)}), take);
    std::ranges::sort(instances, [](const auto& a, const auto& b) { return a.key > b.key; });
    json::array cases;
    std::vector<engine::ProcessInstanceKey> keys;
    for (const auto& instance : instances) {
        cases.emplace_back(case_of(instance));
        keys.push_back(instance.key);
    }
    if (cases.size() > rows_max) return too_many("open cases");
    add_variables(reader, cases, keys, selection.variables);
    return cases;
}

Result<json::array> tasks_of(engine::Reader& reader, const Period& period) {
    json::array tasks;
    const auto query = Query{}
                           .where_equals("state", engine::UserTaskState::Completed)
                           .where("completionDate", Operator::GreaterOrEqual, {engine::to_cell(period.from)})
                           .where("completionDate", Operator::Less, {engine::to_cell(period.until)});
    in_order_of<engine::UserTask>("completionDate", false, reader, query, [&](engine::UserTask& task) {
        tasks.push_back(json::value{{"process", task.process_definition_id},
                                    {"element", task.element_id},
                                    {"name", text_or_null(task.name)},
                                    {"createdAt", to_iso8601(task.creation_date)},
                                    {"completedAt", time_or_null(task.completion_date)},
                                    {"dueAt", time_or_null(task.due_date)},
                                    {"isKept", !task.due_date || *task.completion_date <= *task.due_date}});
        return tasks.size() <= rows_max;
    });
    if (tasks.size() > rows_max) return too_many("tasks");
    return tasks;
}

Result<json::array> decisions_of(engine::Reader& reader, const Period& period) {
    json::array decisions;
    newest_first<engine::ApprovalDecision>(reader, {}, [&](engine::ApprovalDecision& decision) {
        if (is_in(period, decision.decided_at)) {
            decisions.push_back(json::value{{"caseNo", text_or_null(decision.case_no)},
                                            {"process", decision.process_definition_id},
                                            {"element", decision.element_id},
                                            {"outcome", decision.outcome},
                                            {"authority", std::string(engine::name_of(decision.authority))},
                                            {"decidedAt", to_iso8601(decision.decided_at)}});
        }
        return decision.decided_at >= period.from && decisions.size() <= rows_max;
    });
    if (decisions.size() > rows_max) return too_many("decisions");
    return decisions;
}

}  // namespace

Result<json::object> records_of(engine::Reader& reader, const Period& period, const CaseSelection& selection, std::string_view expression) {
    const auto is_asked_for = [&](std::string_view list) { return expression.find(list) != std::string_view::npos; };
    json::object records{{"from", to_iso8601(period.from)}, {"until", to_iso8601(period.until)}};
    if (is_asked_for("mails")) records["mails"] = TRY(mails_of(reader, period));
    if (is_asked_for("cases")) records["cases"] = TRY(cases_of(reader, period, selection));
    if (is_asked_for("openCases")) records["openCases"] = TRY(open_cases_of(reader, period, selection));
    if (is_asked_for("tasks")) records["tasks"] = TRY(tasks_of(reader, period));
    if (is_asked_for("decisions")) records["decisions"] = TRY(decisions_of(reader, period));
    return records;
}

}  // namespace dandori::figures
