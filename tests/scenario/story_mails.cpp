// Mails in and out, by the mail room itself.
#include <boost/json.hpp>

#include "adapters/mail/digest.h"
#include "adapters/mail/intake_service.h"
#include "engine/feel/json.h"
#include "tests/scenario/story_desk.h"

namespace dandori::test {
namespace {

constexpr std::size_t rounds_of_mails_max = 100;

void no_log(const std::string&) {}

}  // namespace

worker::Evaluate StoryDesk::evaluate() const {
    return [this](std::string_view text, const boost::json::object& variables) -> Result<boost::json::value> {
        const auto expression = TRY(feel::Expression::parse(text));
        const feel::ContextScope scope(TRY(feel::from_json(boost::json::serialize(variables))));
        feel::Surroundings surroundings;
        surroundings.now = clock_.now();
        surroundings.zone = story_.zone;
        surroundings.functions = &functions_;
        return boost::json::parse(feel::to_json(expression.evaluate(scope, surroundings).value));
    };
}

StoryDesk::Refused StoryDesk::deliver(const Step& step) {
    const auto raw = file_content(std::filesystem::path(story_.file).parent_path() / step.subject);
    if (raw.empty())
        return engine::Rejection{engine::Rejection::Code::NotFound, "'" + step.subject + "' is not there."};
    mail::IntakeService intake(mail::access_to(*engine_, clock_),
                               std::make_unique<mail::StoredRecords>(engine_->reader()),
                               DANDORI_SOURCE_DIR "/processes/intake/rules.json", evaluate(), no_log, keep_files());
    const auto taken = intake.take(raw, {});
    if (!taken) return taken.error();
    if (taken->is_known) record({taken->mail.case_number.value_or("-"), "mail", "known", ""});
    if (taken->mail.process_instance_key) instance_ = taken->mail.process_instance_key;
    return std::nullopt;
}

bool StoryDesk::settle_mails() {
    mail::StoredRecords records(engine_->reader());
    mail::SendingSettings sending;
    sending.letterhead.from_address = "incident@desk.example.jp";
    auto access = mail::access_to(*engine_, clock_);
    // Each by itself, so that what happens has one order, however busy this machine is.
    access.complete_job = [this](engine::CompleteJob command, const auto& answered) { answered(engine_->execute(std::move(command))); };
    const auto work = [&](std::string_view type, auto work_one) {
        return work_jobs(type, [&](const auto& job) { work_one(job, access, records, sending, evaluate(), no_log); });
    };
    bool were_any = false;
    for (std::size_t round = 0; round < rounds_of_mails_max; ++round) {
        const bool sent = work(mail::mail_job_type, mail::work_job);
        if (!work(mail::digest_job_type, mail::work_digest) && !sent) break;
        were_any = true;
    }
    return were_any;
}

}  // namespace dandori::test
