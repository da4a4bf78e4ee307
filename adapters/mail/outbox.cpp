#include "adapters/mail/outbox.h"

#include <chrono>
#include <deque>
#include <exception>

namespace dandori::mail {
namespace {

using engine::Mail;
using engine::MailState;
using engine::ReportMailSending;

constexpr std::size_t mails_at_once = 20;
/// How many reports may be on their way to the store at once; so many mails, and the one just sent, are sent again after a crash
/// at most.
constexpr std::size_t reports_ahead_max = 4;

std::vector<Mail> due_mails(const EngineAccess& access) {
    const auto query =
        engine::Query{}
            .where_equals("state", MailState::Pending)
            .where("nextAttemptAt", engine::Operator::LessOrEqual, {engine::to_cell(access.clock->now())})
            .sorted_by("nextAttemptAt")
            .first(mails_at_once);
    return engine::find<Mail>(*access.reader, query).rows;
}

ReportMailSending report_of(const Mail& mail, const Sending& sending, const OutboxSettings& settings, Instant now) {
    ReportMailSending report{mail.key, ReportMailSending::Result::Sent, {}, {}};
    if (!sending.reason.empty()) report.reason = sending.reason;
    if (sending.result == Sending::Result::Sent) return report;
    const auto attempt = static_cast<std::size_t>(mail.attempts);
    if (sending.result == Sending::Result::Failed || attempt >= settings.back_off_ms.size()) {
        report.result = ReportMailSending::Result::Failed;
    } else {
        report.result = ReportMailSending::Result::TryAgain;
        report.next_attempt_at = now + settings.back_off_ms[attempt];
    }
    return report;
}

using Told = std::future<engine::Outcome<engine::Done>>;

Told send_one(const Mail& mail, const EngineAccess& access, Transport& transport, const OutboxSettings& settings, const Log& log) {
    auto envelope = mail.recipients;
    envelope.insert(envelope.end(), mail.cc.begin(), mail.cc.end());
    const auto sending = transport.send(settings.letterhead.from_address, envelope,
                                        mail.raw.value.empty() ? compose(mail, settings.letterhead) : mail.raw.value);
    if (!sending.reason.empty()) log("Mail " + std::to_string(mail.key.value) + ": " + sending.reason);
    return access.report_sending(report_of(mail, sending, settings, access.clock->now()));
}

bool is_there(const Told& report) { return report.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }

/// False when the engine could not be told: the mail is then sent once more later.
bool was_told(const Mail& mail, Told& report, const Log& log) {
    const auto told = report.get();
    if (!told)
        log("Mail " + std::to_string(mail.key.value) +
            ": how sending went could not be written down: " + told.error().text);
    return told.has_value();
}

}  // namespace

std::size_t send_pending(const EngineAccess& access, Transport& transport, const OutboxSettings& settings,
                         const Log& log) {
    std::size_t tried = 0;
    for (;;) {
        const auto mails = due_mails(access);
        std::deque<std::pair<const Mail*, Told>> reports;
        const auto first_was_told = [&] {
            auto [mail, report] = std::move(reports.front());
            reports.pop_front();
            return was_told(*mail, report, log);
        };
        // While mails are on their way the reports of those before are written down, several in one commit.
        for (const auto& mail : mails) {
            ++tried;
            reports.emplace_back(&mail, send_one(mail, access, transport, settings, log));
            while (!reports.empty() && (reports.size() > reports_ahead_max || is_there(reports.front().second))) {
                if (!first_was_told()) return tried;
            }
        }
        while (!reports.empty()) {
            if (!first_was_told()) return tried;
        }
        if (mails.size() < mails_at_once) return tried;
    }
}

Outbox::Outbox(EngineAccess access, std::unique_ptr<Transport> transport, OutboxSettings settings, Log log)
    : access_(std::move(access)),
      transport_(std::move(transport)),
      settings_(std::move(settings)),
      log_(std::move(log)),
      thread_([this] { run(); }) {}

Outbox::~Outbox() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    woken_.notify_all();
    thread_.join();
}

void Outbox::wake() {
    {
        const std::lock_guard lock(mutex_);
        is_woken_ = true;
    }
    woken_.notify_all();
}

void Outbox::run() {
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        is_woken_ = false;
        lock.unlock();
        try {
            send_pending(access_, *transport_, settings_, log_);
        } catch (const std::exception& fault) {
            log_(std::string("The outbox could not be worked through: ") + fault.what());
        }
        lock.lock();
        woken_.wait_for(lock, std::chrono::milliseconds(settings_.look_every_ms),
                        [this] { return is_woken_ || is_stopping_; });
    }
}

}  // namespace dandori::mail
