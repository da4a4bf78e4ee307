#include "adapters/main/forms_room.h"

#include "adapters/forms/form_task.h"
#include "adapters/forms/outbox_folder.h"

namespace dandori {

FormsRoom::FormsRoom(engine::Engine& engine, const engine::Clock& clock, worker::Evaluate evaluate, std::filesystem::path outbox, Log log)
    : access_(forms::access_to(engine, clock)), evaluate_(std::move(evaluate)), outbox_(std::move(outbox)), log_(std::move(log)),
      answers_(access_), api_(access_, answers_) {}

void FormsRoom::open() {
    making_ = std::make_unique<worker::JobWorker>(
        access_.activate_jobs, std::string(forms::form_job_type), "dandori forms",
        [this](const engine::ActivatedJob& job) { forms::work_form_job(job, access_, evaluate_, log_); }, log_);
    handing_over_ = std::make_unique<worker::JobWorker>(
        access_.activate_jobs, std::string(forms::handoff_job_type), "dandori forms",
        [this](const engine::ActivatedJob& job) { forms::work_handoff_job(job, access_, outbox_, evaluate_, log_); }, log_);
}

void FormsRoom::close() {
    handing_over_.reset();
    making_.reset();
}

}  // namespace dandori
