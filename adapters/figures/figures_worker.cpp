#include "adapters/figures/figures_worker.h"

namespace dandori::figures {

void work_job(const engine::ActivatedJob& activated, engine::Engine& engine, const worker::Evaluate& evaluate, const worker::Log& log) {
    const auto told = [&](const engine::Outcome<engine::Done>& done) {
        if (!done) log("Figures of '" + activated.job.element_id + "', job " + std::to_string(activated.job.key.value) + ": " + done.error().text);
    };
    const auto figures = figures_of_job(activated, engine.reader(), evaluate);
    if (!figures) {
        engine::FailJob command;
        command.key = activated.job.key;
        command.retries = 0;  // a definition does not mend itself: a person must look
        command.error_message = figures.error().text;
        return told(engine.execute(std::move(command)));
    }
    engine::CompleteJob command;
    command.key = activated.job.key;
    command.variables.text = boost::json::serialize(boost::json::object{{figures->variable, figures->value}});
    told(engine.execute(std::move(command)));
}

FiguresWorker::FiguresWorker(engine::Engine& engine, worker::Evaluate evaluate, worker::Log log)
    : evaluate_(std::move(evaluate)),
      log_(std::move(log)),
      worker_([&engine](auto command, auto answered) { engine.submit(std::move(command), {}, std::move(answered)); }, std::string(figures_job_type),
              "dandori figures", [this, &engine](const auto& job) { work_job(job, engine, evaluate_, log_); }, log_) {}

}  // namespace dandori::figures
