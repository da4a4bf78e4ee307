#include "adapters/main/mail_room.h"

#include "adapters/mail/stored_records.h"

namespace dandori {

/// Wakes the outbox as long as there is one: the engine keeps its callback to its own end.
struct MailRoom::Bell {
    std::mutex mutex;
    mail::Outbox* outbox = nullptr;

    void ring() {
        const std::lock_guard lock(mutex);
        if (outbox) outbox->wake();
    }
    void connect(mail::Outbox* to) {
        const std::lock_guard lock(mutex);
        outbox = to;
    }
};

namespace {

std::unique_ptr<mail::Transport> transport_of(const MailSettings& settings) {
    if (settings.smtp) return std::make_unique<mail::SmtpTransport>(*settings.smtp);
    return std::make_unique<mail::FolderTransport>(settings.outbox_folder);
}

}  // namespace

MailRoom::MailRoom(engine::Engine& engine, const engine::Clock& clock, mail::Evaluate evaluate, MailSettings settings,
                   Log log)
    : bell_(std::make_shared<Bell>()) {
    const auto access = mail::access_to(engine, clock);
    mail::OutboxSettings outbox;
    outbox.letterhead = settings.letterhead;
    outbox_ = std::make_unique<mail::Outbox>(access, transport_of(settings), outbox, log);
    bell_->connect(outbox_.get());
    engine.on_mail_pending([bell = bell_] { bell->ring(); });
    mail::SendingSettings sending;
    sending.letterhead = settings.letterhead;
    sending.case_url_prefix = settings.case_url_prefix;
    worker_ = std::make_unique<mail::SendWorker>(access, std::make_unique<mail::StoredRecords>(engine.reader()),
                                                 sending, evaluate, log);
    if (settings.rules_file.empty()) return;
    intake_ = std::make_unique<mail::IntakeService>(access, std::make_unique<mail::StoredRecords>(engine.reader()),
                                                    settings.rules_file, evaluate, log);
    api_.emplace(access, *intake_);
    if (!settings.imap) return;
    poller_ = std::make_unique<mail::ImapPoller>(
        *settings.imap,
        [this](const std::string& raw, const mail::Delivery& delivery) { return intake_->take(raw, delivery); }, log);
}

MailRoom::~MailRoom() {
    poller_.reset();
    worker_.reset();
    bell_->connect(nullptr);
    outbox_.reset();
}

}  // namespace dandori
