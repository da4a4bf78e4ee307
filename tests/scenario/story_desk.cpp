#include "tests/scenario/story_desk.h"

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "bpmn/bpmn.h"
#include "engine/calendar/calendar_set.h"

namespace dandori::test {
namespace {

namespace fs = std::filesystem;
using engine::find;
using engine::Operator;
using engine::Query;

constexpr std::size_t timers_in_one_wait_max = 1'000;

engine::Rejection not_there(const Step& step, const std::string& what) {
    return {engine::Rejection::Code::NotFound, "No " + what + " waits at '" + step.subject + "'."};
}

std::string_view words_of_code(engine::Rejection::Code code) {
    using Code = engine::Rejection::Code;
    switch (code) {
        case Code::InvalidArgument: return "invalid argument";
        case Code::Forbidden: return "forbidden";
        case Code::NotFound: return "not found";
        case Code::InvalidState: return "invalid state";
        case Code::AlreadyExists: return "already exists";
        case Code::ResourceExhausted: return "resource exhausted";
        case Code::Timeout: return "timeout";
        case Code::Internal: return "internal";
    }
    return "";
}

/// A text of the step's JSON; empty where it isn't there.
std::string text_in(const Step& step, std::string_view name) {
    const auto members = boost::json::parse(step.json);
    const auto* value = members.as_object().if_contains(name);
    return value && value->is_string() ? std::string(value->as_string()) : std::string();
}

template <class Answer>
std::optional<engine::Rejection> refusal_of(const engine::Outcome<Answer>& outcome) {
    if (outcome) return std::nullopt;
    return outcome.error();
}

/// A change that listeners look at is on its way: the lines tell of them.
std::optional<engine::Rejection> refusal_but_waiting(const engine::Outcome<engine::Done>& outcome) {
    if (!outcome && outcome.error().code == engine::Rejection::Code::Timeout) return std::nullopt;
    return refusal_of(outcome);
}

std::vector<engine::AdHocElement> ad_hoc_elements(const boost::json::object& members) {
    std::vector<engine::AdHocElement> elements;
    for (const auto& [id, variables] : members) elements.push_back({std::string(id), {boost::json::serialize(variables)}});
    return elements;
}

std::shared_ptr<const calendar::CalendarSet> ward_calendars(const std::string& zone, std::string& problem) {
    const fs::path data = fs::path(DANDORI_SOURCE_DIR) / "processes/reference-data";
    auto read = calendar::CalendarSet::read(file_content(data / "holidays.csv"),
                                            file_content(data / "service_hours.csv"), zone);
    if (!read) {
        problem = read.error().text;
        return nullptr;
    }
    return std::make_shared<const calendar::CalendarSet>(std::move(*read));
}

}  // namespace

std::string file_content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

StoryDesk::StoryDesk(const Story& story, bool remembers_little) : story_(story), store_(rows_, story.zone), clock_(story.clock) {
    settings_.zone = story.zone;
    if (remembers_little) settings_.waiting_in_memory_max = 2;
    settings_.listeners_wait_ms = 1;  // nobody listens while a step runs
    settings_.calendars = ward_calendars("Asia/Tokyo", problem_);
    if (settings_.calendars) functions_ = calendar::feel_functions(settings_.calendars, story.zone);
    restart();
    for (const auto& path : story.deploy) deploy(path);
    define_tables();
    if (!story.people.empty()) take_people_on(story.people);
    settle();
    collect();
    lines_.clear();
}

void StoryDesk::restart() {
    engine_.reset();
    engine_ = std::make_unique<engine::Engine>(store_, clock_, settings_);
}

void StoryDesk::deploy(const std::string& path) {
    const auto base = fs::path(story_.file).parent_path() / path;
    std::vector<fs::path> paths;
    if (fs::is_directory(base)) {
        for (const auto& entry : fs::recursive_directory_iterator(base)) {
            const auto suffix = entry.path().extension();
            const auto folder = entry.path().parent_path().filename();
            if (suffix == ".bpmn" || suffix == ".dmn" || suffix == ".form" || folder == "mails" || folder == "documents" || folder == "figures" ||
                folder == "request-forms")
                paths.push_back(entry.path());
        }
        std::sort(paths.begin(), paths.end());
    } else if (!path.ends_with(".table.json")) {
        paths.push_back(base);
    }
    engine::DeployResources command;
    for (const auto& each : paths) {
        if (!fs::exists(each)) {
            problem_ += story_.file + ": '" + path + "' is not there.\n";
            return;
        }
        const auto name = fs::is_directory(base) ? fs::relative(each, base).string() : each.filename().string();
        command.files.push_back({name, file_content(each)});
        if (each.extension() == ".bpmn") {
            if (const auto read = bpmn::read(command.files.back().content, name); read.definitions)
                store_.know(*read.definitions);
        }
    }
    if (command.files.empty()) return;  // a folder of tables
    if (const auto outcome = engine_->execute(std::move(command)); !outcome)
        problem_ += story_.file + ": '" + path + "' was not deployed:\n" + outcome.error().text + "\n";
}

void StoryDesk::take_people_on(const std::string& path) {
    boost::system::error_code error;
    const auto people = boost::json::parse(file_content(fs::path(story_.file).parent_path() / path), error);
    if (error || !people.is_array()) {
        problem_ += story_.file + ": '" + path + "' holds no list of people.\n";
        return;
    }
    if (const auto outcome = engine_->execute(engine::SetUpDirectory{}); !outcome) problem_ += outcome.error().text + "\n";
    for (const auto& person : people.get_array()) {
        engine::User user;
        user.username = person.at("username").as_string();
        user.name = std::string(person.at("name").as_string());
        user.email = std::string(person.at("mail").as_string());
        if (const auto* post = person.as_object().if_contains("post"); post && post->is_string()) user.post = std::string(post->as_string());
        std::vector<std::string> groups;
        for (const auto& group : person.at("groups").as_array()) groups.emplace_back(group.as_string());
        if (const auto outcome = engine_->execute(engine::PutDirectoryEntry{user, true, std::move(groups)}); !outcome)
            problem_ += outcome.error().text + "\n";
    }
}

std::vector<std::string> StoryDesk::perform(const Step& step) {
    lines_.clear();
    const auto refused = act(step);
    settle();
    collect();
    if (refused) record({"refused", std::string(words_of_code(refused->code)), "", without_keys(refused->text)});
    return in_columns(lines_);
}

StoryDesk::Refused StoryDesk::act(const Step& step) {
    if (step.verb == "start") return start(step);
    if (step.verb == "publish") return publish(step);
    if (step.verb == "complete") return complete(step);
    if (step.verb == "return") return give_back(step);
    if (step.verb == "pull-back") return pull_back(step);
    if (step.verb == "take-up") return take_up(step);
    if (step.verb == "away") return be_away(step);
    if (step.verb == "work" || step.verb == "fail" || step.verb == "throw") return work(step);
    if (step.verb == "assign") return assign(step);
    if (step.verb == "answer") return answer(step);
    if (step.verb == "activate") return activate(step);
    if (step.verb == "cancel") return cancel(step);
    if (step.verb == "resolve") return resolve(step);
    if (step.verb == "set") return set_variables(step);
    if (step.verb == "wait") return wait(step);
    if (step.verb == "signal") return refusal_of(engine_->execute(engine::BroadcastSignal{step.subject, {step.json}}));
    if (step.verb == "evaluate") return evaluate_conditionals(step);
    if (step.verb == "mail") return deliver(step);
    if (step.verb == "upload") return upload(step);
    show(step);
    return std::nullopt;
}

StoryDesk::Refused StoryDesk::start(const Step& step) {
    engine::CreateProcessInstance command;
    command.process_definition_id = step.subject;
    command.variables = {step.json};
    command.is_by_start_form = true;
    if (!step.principal.empty()) command.proxy = engine::ProxyEntry{step.principal, text_in(step, "evidence")};
    const auto outcome = engine_->execute(std::move(command), doer(step));
    if (outcome) instance_ = outcome->instance.key;
    return refusal_of(outcome);
}

StoryDesk::Refused StoryDesk::publish(const Step& step) {
    engine::PublishMessage command;
    command.name = step.subject;
    command.correlation_key = step.word;
    command.time_to_live_ms = duration_ms(step.keep).value_or(0);
    command.variables = {step.json};
    const auto outcome = engine_->execute(std::move(command));
    if (!outcome) return outcome.error();
    if (!outcome->correlated.empty())
        instance_ = outcome->correlated.front();
    else if (step.keep.empty())
        record({step.subject, "message", "met nobody", ""});
    return std::nullopt;
}

/// The `which`-th row of a kind that waits at the step's element.
template <class Row>
std::optional<Row> StoryDesk::waiting(const Step& step, const std::function<bool(const Row&)>& is_open) {
    const auto query = Query{}.where("elementId", Operator::Equals, {step.subject}).first(10'000);
    std::size_t seen = 0;
    for (auto& row : find<Row>(engine_->reader(), query).rows) {
        if (is_open(row) && ++seen == step.which) return std::move(row);
    }
    return std::nullopt;
}

StoryDesk::Refused StoryDesk::complete(const Step& step) {
    const auto task = waiting<engine::UserTask>(
        step, [](const engine::UserTask& row) { return row.state == engine::UserTaskState::Created; });
    if (!task) return not_there(step, "user task");
    engine::CompleteUserTask command{task->key, {step.json}, {}};
    if (!step.principal.empty()) command.proxy = engine::ProxyEntry{step.principal, text_in(step, "evidence")};
    return refusal_but_waiting(engine_->execute(std::move(command), doer(step)));
}

StoryDesk::Refused StoryDesk::give_back(const Step& step) {
    const auto task = waiting<engine::UserTask>(
        step, [](const engine::UserTask& row) { return row.state == engine::UserTaskState::Created; });
    if (!task) return not_there(step, "user task");
    const auto members = boost::json::parse(step.json).get_object();
    const auto* resumes = members.if_contains("resumesHere");
    return refusal_of(engine_->execute(
        engine::ReturnUserTask{task->key, step.word, text_in(step, "reason"), {}, resumes && resumes->as_bool()}, doer(step)));
}

StoryDesk::Refused StoryDesk::pull_back(const Step& step) {
    if (!instance_) return engine::Rejection{engine::Rejection::Code::NotFound, "Nothing was started."};
    return refusal_of(engine_->execute(engine::PullBack{*instance_, text_in(step, "reason")}, doer(step)));
}

StoryDesk::Refused StoryDesk::take_up(const Step& step) {
    const auto task = waiting<engine::UserTask>(
        step, [](const engine::UserTask& row) { return row.state == engine::UserTaskState::Created; });
    if (!task) return not_there(step, "user task");
    return refusal_of(engine_->execute(engine::TakeUpUserTask{task->key, text_in(step, "to"), text_in(step, "reason")}, doer(step)));
}

StoryDesk::Refused StoryDesk::be_away(const Step& step) {
    engine::CreateSubstitution command;
    command.principal = step.subject;
    command.from = clock_.now();
    command.until = clock_.now() + duration_ms(text_in(step, "during")).value_or(0);
    command.reason = "away";
    const auto members = boost::json::parse(step.json).get_object();
    if (const auto* substitutes = members.if_contains("substitutes"))
        for (const auto& each : substitutes->as_array()) command.substitutes.emplace_back(each.as_string());
    return refusal_of(engine_->execute(std::move(command)));
}

std::optional<engine::Actor> StoryDesk::doer(const Step& step) {
    if (step.who.empty()) return std::nullopt;
    return engine_->directory()->actor(engine::OwnerType::User, step.who, clock_.now());
}

StoryDesk::Refused StoryDesk::assign(const Step& step) {
    const auto task = waiting<engine::UserTask>(
        step, [](const engine::UserTask& row) { return row.state == engine::UserTaskState::Created; });
    if (!task) return not_there(step, "user task");
    return refusal_but_waiting(engine_->execute(engine::AssignUserTask{task->key, step.word, true, {}}));
}

StoryDesk::Refused StoryDesk::answer(const Step& step) {
    const auto job = waiting<engine::Job>(step, [](const engine::Job& row) { return row.activatable_at.has_value(); });
    if (!job) return not_there(step, "job");
    const auto members = boost::json::parse(step.json).get_object();
    const auto text = [&](std::string_view name) -> std::optional<std::string> {
        const auto* value = members.if_contains(name);
        return value ? std::optional<std::string>(value->as_string()) : std::nullopt;
    };
    const auto is_true = [&](std::string_view name) {
        const auto* value = members.if_contains(name);
        return value && value->as_bool();
    };
    engine::CompleteJob command;
    command.key = job->key;
    if (job->kind == engine::JobKind::AdHocSubProcess) {
        engine::AdHocResult result;
        if (const auto* elements = members.if_contains("activate")) result.activate = ad_hoc_elements(elements->as_object());
        result.is_completion_condition_fulfilled = is_true("fulfilled");
        result.is_cancel_remaining_instances = is_true("cancel");
        command.result = std::move(result);
    } else {
        engine::TaskListenerResult result;
        result.is_denied = is_true("denied");
        result.denied_reason = text("deniedReason");
        result.assignee = text("assignee");
        if (const auto* priority = members.if_contains("priority")) result.priority = priority->to_number<std::int32_t>();
        command.result = std::move(result);
    }
    return refusal_of(engine_->execute(std::move(command)));
}

StoryDesk::Refused StoryDesk::activate(const Step& step) {
    const auto ad_hoc = waiting<engine::ElementInstance>(step, [](const engine::ElementInstance& row) {
        return row.type == engine::ElementType::AdHocSubProcess && row.state == engine::InstanceState::Active;
    });
    if (!ad_hoc) return not_there(step, "ad-hoc sub-process");
    return refusal_of(engine_->execute(
        engine::ActivateAdHocElements{ad_hoc->key, ad_hoc_elements(boost::json::parse(step.json).get_object()), false}));
}

StoryDesk::Refused StoryDesk::work(const Step& step) {
    const auto job = waiting<engine::Job>(step, [](const engine::Job& row) { return row.activatable_at.has_value(); });
    if (!job) return not_there(step, "job");
    engine::ActivateJobs command;
    command.type = job->type;
    command.worker = "story";
    command.timeout_ms = 1;
    command.count_max = 1'000;
    if (const auto handed_out = engine_->execute(std::move(command)); !handed_out) return handed_out.error();
    if (step.verb == "work") return refusal_of(engine_->execute(engine::CompleteJob{job->key, {step.json}, {}}));
    if (step.verb == "throw")
        return refusal_of(engine_->execute(engine::ThrowJobError{job->key, step.word, {}, {step.json}}));
    engine::FailJob failed;
    failed.key = job->key;
    failed.retries = step.word.empty() ? job->retries - 1 : std::stoi(step.word);
    failed.error_message = "the worker said no";
    failed.variables = {step.json};
    return refusal_of(engine_->execute(std::move(failed)));
}

StoryDesk::Refused StoryDesk::cancel(const Step&) {
    if (!instance_) return engine::Rejection{engine::Rejection::Code::NotFound, "Nothing was started."};
    return refusal_of(engine_->execute(engine::CancelProcessInstance{*instance_, {}}));
}

StoryDesk::Refused StoryDesk::resolve(const Step& step) {
    const auto incident = waiting<engine::Incident>(
        step, [](const engine::Incident& row) { return row.state == engine::IncidentState::Active; });
    if (!incident) return not_there(step, "incident");
    if (incident->job_key) {
        if (auto refused = refusal_of(engine_->execute(engine::UpdateJob{*incident->job_key, 1, {}}))) return refused;
    }
    return refusal_of(engine_->execute(engine::ResolveIncident{incident->key}));
}

StoryDesk::Refused StoryDesk::set_variables(const Step& step) {
    if (!instance_) return engine::Rejection{engine::Rejection::Code::NotFound, "Nothing was started."};
    return refusal_of(engine_->execute(engine::SetVariables{scope_of(*instance_), {step.json}, false}));
}

StoryDesk::Refused StoryDesk::evaluate_conditionals(const Step& step) {
    const auto outcome = engine_->execute(engine::EvaluateConditionals{{}, {step.json}});
    if (outcome && !outcome->started.empty()) instance_ = outcome->started.back().key;
    return refusal_of(outcome);
}

StoryDesk::Refused StoryDesk::wait(const Step& step) {
    const auto until = step.subject.empty() ? step.until : clock_.now() + duration_ms(step.subject).value_or(0);
    for (std::size_t count = 0; count < timers_in_one_wait_max; ++count) {
        const auto query =
            Query{}.where("dueDate", Operator::LessOrEqual, {engine::to_cell(until)}).sorted_by("dueDate").first(1);
        const auto due = find<engine::Timer>(engine_->reader(), query).rows;
        if (due.empty()) break;
        const auto then = std::max(due.front().due_date, clock_.now());
        collect();
        const auto place = lines_.size();
        clock_.set(then);
        settle();
        collect();
        if (then < until && lines_.size() > place)
            lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(place),
                          {"at", local_time(then, story_.zone), "", ""});
    }
    clock_.set(until);
    return std::nullopt;
}

void StoryDesk::show(const Step& step) {
    const auto of = step.subject.find(" of ");
    auto instance = instance_;
    if (of != std::string::npos) {
        const auto query = Query{}.where_equals("businessId", step.subject.substr(of + 4)).first(1);
        const auto found = find<engine::ProcessInstance>(engine_->reader(), query).rows;
        instance = found.empty() ? std::nullopt : std::optional(found.front().key);
    }
    std::istringstream names(step.subject.substr(0, of));
    for (std::string name; names >> name;) {
        if (name.back() == ',') name.pop_back();
        std::string value = "absent";
        if (instance) {
            const auto query = Query{}
                                   .where("scopeKey", Operator::Equals, {engine::to_cell(*instance)})
                                   .where("name", Operator::Equals, {name})
                                   .first(1);
            const auto found = find<engine::Variable>(engine_->reader(), query).rows;
            if (!found.empty()) value = found.front().value;
        }
        record({name, "variable", "is", value});
    }
}

bool StoryDesk::work_jobs(std::string_view type, const std::function<void(const engine::ActivatedJob&)>& work) {
    engine::ActivateJobs command;
    command.type = std::string(type);
    command.worker = "desk";
    command.timeout_ms = 60'000;
    command.count_max = 100;
    const auto jobs = engine_->execute(std::move(command));
    if (!jobs || jobs->jobs.empty()) return false;
    for (const auto& job : jobs->jobs) work(job);
    return true;
}

/// Lets everything happen that waits for nobody: what is due, the mails, the documents, the request forms, the figures and the tables.
void StoryDesk::settle() {
    engine_->clock_moved();
    while (settle_mails() || settle_documents() || settle_forms() || settle_figures() || settle_tables()) {
    }
}

void StoryDesk::collect() {
    for (auto& line : store_.take()) lines_.push_back(std::move(line));
}

}  // namespace dandori::test
