#include "tests/adapters/documents/samples.h"

#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "engine/calendar/calendar_set.h"
#include "engine/feel/expression.h"
#include "engine/feel/json.h"

namespace dandori::test {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : "";
}

documents::Approval approval_in(const json::object& one) {
    documents::Approval approval;
    approval.step_name = text_of(one, "step");
    approval.outcome_words = text_of(one, "words");
    approval.holds = !one.contains("void");
    auto& row = approval.decision;
    row.element_id = text_of(one, "element");
    row.outcome = text_of(one, "outcome");
    row.actor_name = text_of(one, "name");
    row.actor_section = text_of(one, "section");
    row.actor_post = text_of(one, "post");
    row.principal_name = one.contains("principal") ? text_of(one, "principal") : text_of(one, "name");
    row.principal_post = text_of(one, "post");
    row.reason = text_of(one, "reason");
    if (one.contains("basis")) row.legal_basis = text_of(one, "basis");
    const auto authority = text_of(one, "authority");
    if (authority == "rule") row.authority = engine::Authority::Rule;
    if (authority == "substitute") row.authority = engine::Authority::Substitute;
    if (authority == "acting_decision") row.authority = engine::Authority::ActingDecision;
    row.decided_at = row.effective_at = *instant_from_iso8601(text_of(one, "at"));
    return approval;
}

}  // namespace

std::string content_of_file(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw std::runtime_error("'" + file + "' can't be read.");
    return {std::istreambuf_iterator<char>(stream), {}};
}

documents::Matter sample_matter(const std::string& file) {
    const auto value = json::parse(content_of_file(file)).as_object();
    documents::Matter matter;
    matter.variables = value.at("variables").as_object();
    matter.made_at = *instant_from_iso8601("2026-05-12T00:00:00+09:00");
    matter.variables["madeAt"] = "2026-05-12T00:00:00+09:00";
    matter.case_number = text_of(matter.variables, "caseNo");
    if (const auto* approvals = value.if_contains("approvals")) {
        for (const auto& one : approvals->as_array()) matter.approvals.push_back(approval_in(one.as_object()));
    }
    return matter;
}

worker::Evaluate real_expressions() {
    const std::string data = DANDORI_SOURCE_DIR "/processes/reference-data/";
    auto calendars = calendar::CalendarSet::read(content_of_file(data + "holidays.csv"), content_of_file(data + "service_hours.csv"));
    if (!calendars) throw std::runtime_error(calendars.error().text);
    const auto functions = std::make_shared<const feel::FunctionLibrary>(
        calendar::feel_functions(std::make_shared<const calendar::CalendarSet>(std::move(*calendars))));
    return [functions](std::string_view text, const json::object& variables) -> Result<json::value> {
        const auto expression = TRY(feel::Expression::parse(text));
        const feel::ContextScope scope(TRY(feel::from_json(json::serialize(variables))));
        feel::Surroundings surroundings;
        surroundings.now = *instant_from_iso8601("2026-05-12T00:00:00+09:00");
        surroundings.zone = "Asia/Tokyo";
        surroundings.functions = functions.get();
        return json::parse(feel::to_json(expression.evaluate(scope, surroundings).value));
    };
}

}  // namespace dandori::test
