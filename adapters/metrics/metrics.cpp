#include "adapters/metrics/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <chrono>
#include <map>
#include <mutex>
#include <tuple>

#include "adapters/metrics/own_process.h"

namespace dandori::metrics {
namespace {

using prometheus::BuildCounter;
using prometheus::BuildGauge;
using prometheus::BuildHistogram;
using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;
using Buckets = Histogram::BucketBoundaries;

const Buckets request_seconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60};
const Buckets commit_seconds{0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5};
const Buckets commands_together{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};

double seconds(std::chrono::nanoseconds time) { return std::chrono::duration<double>(time).count(); }

constexpr auto count_again_after = std::chrono::seconds(5);

}  // namespace

class Metrics::Figures {
  public:
    explicit Figures(engine::Reader& reader) : reader_(reader) {
        BuildGauge().Name("dandori_build_info").Help("The program's version").Register(registry_).Add({{"version", DANDORI_VERSION}}).Set(1);
    }

    void count(const http::Exchange& exchange) {
        // Looking a label up costs a hash of all of them; what was looked up once is kept.
        const std::lock_guard lock(mutex_);
        const std::string method = method_of(exchange);
        Counter*& counter = requests_by_[{method, exchange.route, exchange.status}];
        if (!counter) counter = &requests_.Add({{"method", method}, {"route", exchange.route}, {"status", std::to_string(exchange.status)}});
        counter->Increment();
        Histogram*& histogram = request_times_by_[exchange.route];
        if (!histogram) histogram = &request_times_.Add({{"route", exchange.route}}, request_seconds);
        histogram->Observe(std::chrono::duration<double>(exchange.took).count());
    }

    void count(const engine::Committed& commit) {
        commits_.Increment();
        commit_times_.Observe(seconds(commit.wrote));
        work_times_.Observe(seconds(commit.worked));
        commit_sizes_.Observe(static_cast<double>(commit.commands));
        waiting_.Set(static_cast<double>(commit.waiting));
        std::size_t kind = 0;
        engine::for_each_row_kind([&]<class Row>() {
            if (const auto count = commit.rows.rows<Row>().size(); count > 0) {
                Counter*& counter = rows_by_[kind];
                if (!counter) counter = &rows_.Add({{"table", std::string(Row::table)}});
                counter->Increment(static_cast<double>(count));
            }
            ++kind;
        });
        for (const auto* row : commit.rows.rows<engine::ProcessInstance>()) {
            if (engine::is_over(row->state)) ended(instances_ended_, instances_ended_by_, name_of(row->state));
        }
        for (const auto* row : commit.rows.rows<engine::Job>()) {
            if (row->end_time) ended(jobs_ended_, jobs_ended_by_, name_of(row->state));
        }
        for (const auto* row : commit.rows.rows<engine::UserTask>()) {
            if (row->completion_date) ended(tasks_ended_, tasks_ended_by_, name_of(row->state));
        }
    }

    std::string text() {
        const std::lock_guard lock(asking_);
        const auto now = std::chrono::steady_clock::now();
        if (!counted_at_ || now - *counted_at_ >= count_again_after) {
            counted_at_ = now;
            active_.Set(number_of<engine::ProcessInstance>("state", engine::InstanceState::Active));
            open_tasks_.Set(number_of<engine::UserTask>("state", engine::UserTaskState::Created));
            open_incidents_.Set(number_of<engine::Incident>("state", engine::IncidentState::Active));
        }
        const OwnProcess own = own_process();
        cpu_.Increment(std::max(0.0, own.cpu_seconds - cpu_.Value()));
        resident_.Set(own.resident_bytes);
        open_files_.Set(own.open_files);
        open_files_max_.Set(own.open_files_max);
        threads_.Set(own.threads);
        start_.Set(own.start_seconds);
        return prometheus::TextSerializer().Serialize(registry_.Collect());
    }

  private:
    using ByState = std::map<std::string_view, Counter*>;

    /// Anything may stand where a method does.
    static std::string method_of(const http::Exchange& exchange) {
        for (const char* known : {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"}) {
            if (exchange.method == known) return known;
        }
        return "other";
    }
    static void ended(Family<Counter>& family, ByState& by_state, std::string_view state) {
        Counter*& counter = by_state[state];
        if (!counter) counter = &family.Add({{"state", std::string(state)}});
        counter->Increment();
    }
    template <class Row, class State>
    double number_of(const char* field, State state) {
        auto query = engine::Query{}.where_equals(field, state);
        query.limit = 1;
        return static_cast<double>(engine::find<Row>(reader_, query).total);
    }
    Counter& counter(const char* name, const char* help) { return BuildCounter().Name(name).Help(help).Register(registry_).Add({}); }
    Gauge& gauge(const char* name, const char* help) { return BuildGauge().Name(name).Help(help).Register(registry_).Add({}); }
    Histogram& histogram(const char* name, const char* help, const Buckets& buckets) {
        return BuildHistogram().Name(name).Help(help).Register(registry_).Add({}, buckets);
    }
    Family<Counter>& counters(const char* name, const char* help) { return BuildCounter().Name(name).Help(help).Register(registry_); }

    engine::Reader& reader_;
    prometheus::Registry registry_;

    Family<Counter>& requests_ = counters("dandori_http_requests_total", "Answered requests");
    Family<Histogram>& request_times_ = BuildHistogram().Name("dandori_http_request_seconds").Help("From a request to its answer").Register(registry_);
    Counter& commits_ = counter("dandori_commits_total", "Commits");
    Histogram& commit_times_ = histogram("dandori_commit_seconds", "What the store took for a commit", commit_seconds);
    Histogram& work_times_ = histogram("dandori_command_work_seconds", "What the commands of a commit took in memory", commit_seconds);
    Histogram& commit_sizes_ = histogram("dandori_commit_commands", "Commands in a commit", commands_together);
    Gauge& waiting_ = gauge("dandori_commands_waiting", "Commands that came while the last commit was made");
    Family<Counter>& rows_ = counters("dandori_rows_written_total", "Rows written");
    Family<Counter>& instances_ended_ = counters("dandori_process_instances_ended_total", "Process instances by how they ended");
    Family<Counter>& jobs_ended_ = counters("dandori_jobs_ended_total", "Jobs by how they ended");
    Family<Counter>& tasks_ended_ = counters("dandori_user_tasks_ended_total", "User tasks by how they ended");
    Gauge& active_ = gauge("dandori_process_instances_active", "Process instances that run");
    Gauge& open_tasks_ = gauge("dandori_user_tasks_open", "User tasks that somebody has to do");
    Gauge& open_incidents_ = gauge("dandori_incidents_open", "Incidents that nobody has resolved");
    Counter& cpu_ = counter("process_cpu_seconds_total", "Total user and system CPU time spent in seconds");
    Gauge& resident_ = gauge("process_resident_memory_bytes", "Resident memory size in bytes");
    Gauge& open_files_ = gauge("process_open_fds", "Number of open file descriptors");
    Gauge& open_files_max_ = gauge("process_max_fds", "Maximum number of open file descriptors");
    Gauge& threads_ = gauge("process_threads", "Number of threads");
    Gauge& start_ = gauge("process_start_time_seconds", "Start time of the process since unix epoch in seconds");

    std::mutex mutex_;  ///< of what requests count
    std::map<std::tuple<std::string, std::string, int>, Counter*> requests_by_;
    std::map<std::string, Histogram*> request_times_by_;

    std::map<std::size_t, Counter*> rows_by_;  ///< used on the engine's thread only, like those that follow
    ByState instances_ended_by_, jobs_ended_by_, tasks_ended_by_;

    std::mutex asking_;
    std::optional<std::chrono::steady_clock::time_point> counted_at_;
};

Metrics::Metrics(engine::Reader& reader) : figures_(std::make_unique<Figures>(reader)) {}
Metrics::~Metrics() = default;

void Metrics::count(const http::Exchange& exchange) { figures_->count(exchange); }
void Metrics::count(const engine::Committed& commit) { figures_->count(commit); }
std::string Metrics::text() { return figures_->text(); }

}  // namespace dandori::metrics
