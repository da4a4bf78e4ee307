#include "adapters/figures/figures_task.h"

#include <algorithm>

#include "adapters/figures/records.h"
#include "adapters/worker/deployed_file.h"
#include "adapters/worker/task_headers.h"

namespace dandori::figures {
namespace {

namespace json = boost::json;

Result<std::string> needed_text(const worker::TaskHeaders& headers, const std::string& name, const std::string& what) {
    auto text = TRY(headers.text(name));
    if (!text || text->empty()) return worker::unusable_header(name, what + " is needed.");
    return *text;
}

Result<Instant> time_in(const worker::TaskHeaders& headers, const std::string& name) {
    const auto text = TRY(needed_text(headers, name, "a time such as 2026-04-01T00:00:00+09:00"));
    if (const auto time = instant_from_iso8601(text)) return *time;
    return worker::unusable_header(name, "'" + text + "' is no time; one such as 2026-04-01T00:00:00+09:00 is needed.");
}

/// `priority, systems`
std::vector<std::string> names_in(const std::string& text) {
    std::vector<std::string> names;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(',', from), text.size());
        const auto begin = text.find_first_not_of(' ', from);
        if (begin < end) names.push_back(text.substr(begin, text.find_last_not_of(' ', end - 1) + 1 - begin));
        from = end + 1;
    }
    return names;
}

/// As in numbers of cases: `INC, MNT`.
Result<std::vector<std::string>> kinds_in(const worker::TaskHeaders& headers) {
    auto kinds = names_in(TRY(headers.text("kinds")).value_or(""));
    for (const auto& kind : kinds) {
        if (!std::ranges::all_of(kind, [](char letter) { return letter >= 'A' && letter <= 'Z'; }))
            return worker::unusable_header("kinds", "'" + kind.substr(0, 100) + "' is no kind of cases; one such as INC is needed.");
    }
    return kinds;
}

}  // namespace

Result<Figures> figures_of_job(const engine::ActivatedJob& activated, engine::Reader& reader, const worker::Evaluate& evaluate) {
    const auto variables = TRY(worker::object_of(activated.variables));
    const worker::TaskHeaders headers{TRY(worker::object_of(activated.job.custom_headers)), variables, evaluate};
    const auto id = TRY(needed_text(headers, "figures", "the id of a definition of figures"));
    if (!worker::is_file_id(id)) return worker::unusable_header("figures", "'" + id.substr(0, 100) + "' is no id of a definition of figures.");
    const Period period{TRY(time_in(headers, "from")), TRY(time_in(headers, "until"))};
    if (period.until <= period.from) return worker::unusable_header("until", "it must be later than 'from'.");
    const auto file = worker::newest_file(reader, id + ".feel");
    if (!file)
        return fail(Failure::Kind::ResourceNotFound, "The figures '" + id + "' are not deployed; a file figures/" + id + ".feel is needed.");
    const CaseSelection selection{names_in(TRY(headers.text("caseVariables")).value_or("")), TRY(kinds_in(headers))};
    const auto records = TRY(records_of(reader, period, selection, file->content.value));
    auto value = evaluate(file->content.value, records);
    if (!value) return fail(value.error().kind, "figures/" + id + ".feel: " + value.error().text);
    if (value->is_null()) return fail(Failure::Kind::ExtractValue, "figures/" + id + ".feel gave null; a context of figures is needed.");
    return Figures{TRY(headers.text("variable")).value_or("figures"), std::move(*value)};
}

}  // namespace dandori::figures
