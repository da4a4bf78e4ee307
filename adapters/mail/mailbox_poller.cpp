#include "adapters/mail/mailbox_poller.h"

#include <poll.h>

#include <algorithm>
#include <exception>
#include <limits>

namespace dandori::mail {
namespace {

constexpr int doublings_max = 4;

Result<std::size_t> looked_through(Mailbox& mailbox) {
    try {
        return mailbox.look_through();
    } catch (const std::exception& fault) {
        return fail(Failure::Kind::Unspecified, mailbox.name() + ": " + fault.what());
    }
}

}  // namespace

bool Alarm::wait(std::int64_t milliseconds) const {
    pollfd wanted{descriptor_, POLLIN, 0};
    return ::poll(&wanted, 1, static_cast<int>(std::min<std::int64_t>(milliseconds, std::numeric_limits<int>::max()))) > 0;
}

bool is_done(const std::string& name, const engine::Outcome<engine::TakeMail::Answer>& outcome, const Log& log) {
    if (outcome) return true;
    log(name + " was not taken: " + outcome.error().text);
    return outcome.error().code == engine::Rejection::Code::InvalidArgument;
}

MailboxPoller::MailboxPoller(std::unique_ptr<Mailbox> mailbox, std::int64_t look_every_ms, Log log)
    : mailbox_(std::move(mailbox)), look_every_ms_(look_every_ms), log_(std::move(log)), thread_([this] { run(); }) {}

MailboxPoller::~MailboxPoller() {
    stop_.ring();
    thread_.join();
}

void MailboxPoller::run() {
    std::string failure;
    int failures = 0;
    while (!stop_.wait(0)) {
        const auto taken = looked_through(*mailbox_);
        if (!taken) {
            if (taken.error().text != failure) log_(taken.error().text);
            failure = taken.error().text;
            stop_.wait(look_every_ms_ << std::min(failures++, doublings_max));
            continue;
        }
        if (failures > 0) log_(mailbox_->name() + " can be looked through again.");
        failures = 0;
        failure.clear();
        if (*taken < mails_a_look_max) mailbox_->wait_for_news(stop_, look_every_ms_);
    }
}

}  // namespace dandori::mail
