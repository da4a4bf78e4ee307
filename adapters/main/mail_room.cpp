#include "adapters/main/mail_room.h"

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

MailRoom::MailRoom(engine::Engine& engine, const engine::Clock& clock, worker::Evaluate evaluate, MailSettings settings,
                   Log log, mail::KeepFiles keep_files)
    : access_(mail::access_to(engine, clock)), evaluate_(std::move(evaluate)), settings_(std::move(settings)), log_(std::move(log)),
      reader_(engine.reader()), bell_(std::make_shared<Bell>()), templates_(reader_) {
    engine.on_mail_pending([bell = bell_] { bell->ring(); });
    if (settings_.rules_file.empty()) return;
    intake_ = std::make_unique<mail::IntakeService>(access_, std::make_unique<mail::StoredRecords>(reader_), settings_.rules_file, evaluate_,
                                                    log_, std::move(keep_files));
    api_.emplace(access_, *intake_, templates_, evaluate_, settings_.case_url_prefix);
}

MailRoom::~MailRoom() { close(); }

void MailRoom::open() {
    mail::OutboxSettings outbox;
    outbox.letterhead = settings_.letterhead;
    outbox_ = std::make_unique<mail::Outbox>(access_, transport_of(settings_), outbox, log_);
    bell_->connect(outbox_.get());
    mail::SendingSettings sending;
    sending.letterhead = settings_.letterhead;
    sending.case_url_prefix = settings_.case_url_prefix;
    worker_ = std::make_unique<mail::SendWorker>(access_, std::make_unique<mail::StoredRecords>(reader_), sending, evaluate_, log_);
    digest_worker_ = std::make_unique<mail::DigestWorker>(access_, std::make_unique<mail::StoredRecords>(reader_), sending, evaluate_, log_);
    if (!intake_) return;
    const mail::Take take = [this](const std::string& raw, const mail::Delivery& delivery) { return intake_->take(raw, delivery); };
    if (const auto& imap = settings_.imap)
        pollers_.push_back(std::make_unique<mail::MailboxPoller>(std::make_unique<mail::ImapMailbox>(*imap, take, log_), imap->look_every_ms, log_));
    if (const auto& pop3 = settings_.pop3)
        pollers_.push_back(std::make_unique<mail::MailboxPoller>(std::make_unique<mail::Pop3Mailbox>(*pop3, take, log_), pop3->look_every_ms, log_));
}

void MailRoom::close() {
    pollers_.clear();
    digest_worker_.reset();
    worker_.reset();
    bell_->connect(nullptr);
    outbox_.reset();
}

}  // namespace dandori
