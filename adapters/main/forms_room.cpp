#include "adapters/main/forms_room.h"

#include "adapters/forms/form_task.h"
#include "adapters/forms/list_tasks.h"
#include "adapters/forms/outbox_folder.h"

namespace dandori {
namespace {

constexpr std::chrono::seconds inbox_looked_through_every{10};

}  // namespace

FormsRoom::FormsRoom(engine::Engine& engine, const engine::Clock& clock, worker::Evaluate evaluate, FormsSettings settings, Log log)
    : access_(forms::access_to(engine, clock)), evaluate_(std::move(evaluate)), settings_(std::move(settings)), log_(std::move(log)),
      answers_(access_, settings_.trusted), api_(access_, answers_) {}

void FormsRoom::open() {
    making_ = std::make_unique<worker::JobWorker>(
        access_.activate_jobs, std::string(forms::form_job_type), "dandori forms",
        [this](const engine::ActivatedJob& job) { forms::work_form_job(job, access_, evaluate_, log_); }, log_);
    handing_over_ = std::make_unique<worker::JobWorker>(
        access_.activate_jobs, std::string(forms::handoff_job_type), "dandori forms",
        [this](const engine::ActivatedJob& job) { forms::work_handoff_job(job, access_, settings_.outbox, evaluate_, log_); }, log_);
    sending_ = std::make_unique<worker::JobWorker>(
        access_.activate_jobs, std::string(forms::sftp_job_type), "dandori forms",
        [this](const engine::ActivatedJob& job) { forms::work_sftp_job(job, access_, settings_.sftp, evaluate_, log_); }, log_);
    for (const auto& [worker, type] : {std::pair{&reading_, forms::read_list_job_type}, {&joining_, forms::join_lists_job_type}})
        *worker = std::make_unique<worker::JobWorker>(
            access_.activate_jobs, std::string(type), "dandori forms", [this](const engine::ActivatedJob& job) { forms::work_list_job(job, access_, evaluate_, log_); }, log_);
    inbox_ = std::make_unique<forms::InboxFolderPoller>(settings_.inbox, access_, answers_, log_, inbox_looked_through_every);
}

void FormsRoom::close() {
    inbox_.reset();
    joining_.reset();
    reading_.reset();
    sending_.reset();
    handing_over_.reset();
    making_.reset();
}

mail::KeepFiles FormsRoom::keep_files_of_mails() {
    return [this](const mail::Message& message, const std::vector<mail::AttachedFile>& files) -> Result<std::vector<std::string>> {
        std::vector<std::string> kept;
        for (const auto& file : files) {
            if (!answers_.recognise(file.bytes)) continue;  // some other table, which the mail brings to a person
            TRY(answers_.take(file.name, file.bytes, {forms::Arrival::Way::Mail, message.from.address}));
            kept.push_back(file.name);
        }
        return kept;
    };
}

}  // namespace dandori
