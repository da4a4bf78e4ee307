#pragma once
// Figures of the running server, in Prometheus' text format.

#include <memory>
#include <string>

#include "adapters/http/exchange.h"
#include "engine/engine.h"

namespace dandori::metrics {

/// Counts what it is told. May be used by any thread.
///
/// | name | what |
/// |---|---|
/// | dandori_http_requests_total{method,route,status} | answered requests |
/// | dandori_http_request_seconds{route} | how long they took, long polls with their waiting |
/// | dandori_commits_total, dandori_commit_seconds, dandori_commit_commands | commits, how long the store took, how many commands each held |
/// | dandori_command_work_seconds | how long the commands of a commit took in memory |
/// | dandori_commands_waiting | that came while the last commit was made |
/// | dandori_rows_written_total{table} | rows |
/// | dandori_process_instances_ended_total{state}, dandori_jobs_ended_total{state}, dandori_user_tasks_ended_total{state} | how they ended |
/// | dandori_process_instances_active, dandori_user_tasks_open, dandori_incidents_open | at most five seconds old |
/// | dandori_build_info{version}, process_* | the program and its process |
class Metrics {
  public:
    /// `reader` must outlive it.
    explicit Metrics(engine::Reader& reader);
    ~Metrics();

    void count(const http::Exchange&);
    void count(const engine::Committed&);
    std::string text();

  private:
    class Figures;
    std::unique_ptr<Figures> figures_;
};

}  // namespace dandori::metrics
