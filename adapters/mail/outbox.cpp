#include "adapters/mail/outbox.h"

#include <chrono>
#include <exception>

namespace dandori::mail {
namespace {

using engine::Mail;
using engine::MailState;
using engine::ReportMailSending;

constexpr std::size_t mails_at_once = 20;

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
        std::size_t told = 0;
        // While one mail is on its way the report of the one before is written down; no further ahead, since what isn't
        // written down is sent again after a crash.
        std::optional<Told> before;
        for (const auto& mail : mails) {
            ++tried;
            auto report = send_one(mail, access, transport, settings, log);
            if (before && !was_told(mails[told++], *before, log)) return tried;
            before = std::move(report);
        }
        if (before && !was_told(mails[told], *before, log)) return tried;
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
