#pragma once
// What the engine writes down, as the lines of a story.

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "bpmn/model/definitions.h"
#include "engine/port/store.h"

namespace dandori::test {

/// One line of a story: who, what kind, what happened, and how.
struct RecordedLine {
    std::string id, kind, what, how;
};

/// A document as a story tells of it.
struct MadeDocument {
    std::string template_id, file_name;
};

/// The rows of one commit, of the kinds that a story tells of.
struct CommittedRows {
    std::vector<engine::ProcessInstance> processes;
    std::vector<engine::ElementInstance> elements;
    std::vector<engine::UserTask> user_tasks;
    std::vector<engine::Job> jobs;
    std::vector<engine::Timer> timers;
    std::vector<engine::MessageSubscription> subscriptions;
    std::vector<engine::Message> messages;
    std::vector<engine::CorrelatedMessage> correlated;
    std::vector<engine::Incident> incidents;
    std::vector<engine::Mail> mails;
    std::vector<engine::ApprovalDecision> decisions;
    std::vector<MadeDocument> documents;
    std::vector<engine::DataTableRow> table_rows;
    std::vector<engine::MessageKey> messages_removed;
    std::vector<engine::TimerKey> timers_removed;
};

/// A store that tells what passes through it. Says nothing of keys, and nothing of a row that was put unchanged, so
/// that an engine that loaded everything anew records the same.
class RecordingStore final : public engine::Store {
  public:
    RecordingStore(engine::Store& inner, std::string zone) : inner_(inner), zone_(std::move(zone)) {}

    void commit(const engine::Batch& batch) override;
    engine::Found<engine::AnyRow> search(std::size_t kind, const engine::Query& query) override {
        return inner_.search(kind, query);
    }
    engine::Reader& reader() override { return inner_.reader(); }

    /// The flows of a deployed file, so that a gateway's line can say which were taken.
    void know(const bpmn::Definitions&);

    /// The lines since the last time.
    std::vector<RecordedLine> take();

  private:
    struct Flow {
        std::string source, label;
    };
    void tell(const CommittedRows&);
    void tell_instance(const CommittedRows&, engine::ProcessInstanceKey);
    void tell_element(const CommittedRows&, const engine::ElementInstance&);
    void tell_waiting(const CommittedRows&, const engine::ElementInstance&);
    std::string whom_for(const engine::UserTask&) const;
    std::string waits_for(const CommittedRows&, const engine::ElementInstance&) const;
    void tell_of_event_sub_processes(const CommittedRows&, engine::ProcessInstanceKey);
    void tell_change_of_jobs(const CommittedRows&, engine::ProcessInstanceKey);
    void tell_messages(const CommittedRows&);
    /// What people have decided; what rules have, the events tell.
    void tell_decisions(const CommittedRows&);
    /// Rows that were put into tables, and those taken out.
    void tell_tables(const CommittedRows&);
    void note_taken_flows(const engine::ProcessInstance&);
    void remember(const CommittedRows&);
    void add(std::string id, std::string kind, std::string what, std::string how = "");

    engine::Store& inner_;
    std::string zone_;
    std::map<std::string, Flow> flows_;
    std::set<std::string> choosing_;  ///< elements with several flows out
    std::mutex mutex_;                ///< the engine's thread commits, the test's thread takes
    std::vector<RecordedLine> lines_;

    std::map<std::string, std::vector<std::string>> taken_now_;  ///< by element, in the commit that is told
    std::map<engine::ProcessInstanceKey, std::map<std::string, std::int64_t>> taken_before_;
    std::map<engine::ProcessInstanceKey, engine::InstanceState> processes_;
    std::map<engine::ElementInstanceKey, engine::InstanceState> elements_;
    std::map<engine::TimerKey, Instant> timers_;
    std::map<engine::JobKey, engine::JobState> jobs_;
    std::map<engine::JobKey, std::int32_t> retries_;
    std::map<engine::UserTaskKey, engine::UserTaskState> user_tasks_;
    std::map<engine::IncidentKey, engine::IncidentState> incidents_;
    std::set<engine::MessageSubscriptionKey> subscriptions_;
    std::map<engine::MessageKey, std::string> messages_;
    std::set<engine::MailKey> mails_;
    std::map<std::string, std::string> decisions_;  ///< the elements of those told, by their keys as text
};

/// Each key in a text as `#`: a story changes only when behaviour does.
std::string without_keys(const std::string& text);

/// The lines as they are written, their parts in columns.
std::vector<std::string> in_columns(const std::vector<RecordedLine>&);

}  // namespace dandori::test
