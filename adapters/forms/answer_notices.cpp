#include "adapters/forms/answer_notices.h"

#include <algorithm>
#include <boost/json.hpp>

namespace dandori::forms {
namespace {

namespace json = boost::json;

constexpr std::int64_t hour_ms = 60LL * 60 * 1'000;
constexpr std::int64_t notice_life_ms = 30 * 24 * hour_ms;

Result<void> tell(const EngineAccess& access, std::string name, const std::string& key, const json::object& variables, std::int64_t life_ms = notice_life_ms) {
    engine::PublishMessage message;
    message.name = std::move(name);
    message.correlation_key = key;
    message.message_id = key;
    message.time_to_live_ms = life_ms;
    message.variables = {json::serialize(variables)};
    const auto published = access.publish(std::move(message));
    if (published || published.error().code == engine::Rejection::Code::AlreadyExists) return {};
    return fail(Failure::Kind::Unspecified, published.error().text);
}

json::value null_if_empty(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

json::object about(const std::string& file_name, const Arrival& arrival) {
    return {{"fileName", file_name}, {"cameBy", name_of(arrival.way)}, {"sender", null_if_empty(arrival.by)}};
}

}  // namespace

Result<void> tell_that_it_waits(const EngineAccess& access, const AnswerFile& file) {
    const auto count = [&](LineState state) { return std::ranges::count(file.lines, state, &AnsweredLine::state); };
    auto variables = about(file.file_name, file.arrival);
    variables["answerId"] = file.id;
    variables["formTitle"] = file.form ? json::value(file.form->title) : json::value(nullptr);
    variables["problem"] = null_if_empty(file.problem);
    variables["lineCount"] = file.lines.size();
    variables["unmatchedCount"] = count(LineState::Unmatched) + count(LineState::Unreadable);
    variables["differentCount"] = count(LineState::Different);
    return tell(access, "form-answer.waiting", file.id, variables);
}

Result<void> tell_that_it_is_closed(const EngineAccess& access, const AnswerFile& file, const std::string& how) {
    // Whoever waits for it has waited since the file came.
    return tell(access, "form-answer.closed", file.id, {{"closing", how}}, hour_ms);
}

Result<void> tell_that_it_was_refused(const EngineAccess& access, const std::string& key, const std::string& file_name, const Arrival& arrival, const std::string& why) {
    auto variables = about(file_name, arrival);
    variables["problem"] = why;
    return tell(access, "form-answer.refused", key, variables);
}

}  // namespace dandori::forms
