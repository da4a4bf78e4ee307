#pragma once
// Runs a story's steps on an engine over a store in memory, with the real workers of mails, documents, figures and tables, and the ward's calendar.

#include <filesystem>
#include <functional>
#include <memory>

#include "adapters/documents/document_worker.h"
#include "adapters/mail/intake_service.h"
#include "adapters/mail/send_worker.h"
#include "adapters/mail/stored_records.h"
#include "adapters/memory/memory_store.h"
#include "engine/engine.h"
#include "engine/feel/expression.h"
#include "tests/scenario/recorder.h"
#include "tests/scenario/story.h"
#include "tests/support/hand_moved_clock.h"

namespace dandori::test {

/// All of a file; empty where it can't be read.
std::string file_content(const std::filesystem::path&);

/// One story on its way. Not for several threads.
class StoryDesk {
  public:
    /// Deploys the story's files and takes its people on. `problem()` tells what was refused.
    /// `remembers_little`: what waits is looked up in the store each time.
    explicit StoryDesk(const Story&, bool remembers_little = false);

    const std::string& problem() const { return problem_; }

    /// Carries a step out, with all that follows from it without anybody's doing, and returns what was recorded.
    std::vector<std::string> perform(const Step&);

    /// Drops all that the engine holds in memory; it begins anew from the store.
    void restart();

  private:
    using Refused = std::optional<engine::Rejection>;

    void deploy(const std::string& path);
    void take_people_on(const std::string& path);
    Refused act(const Step&);
    Refused start(const Step&);
    Refused publish(const Step&);
    Refused complete(const Step&);
    Refused give_back(const Step&);
    Refused pull_back(const Step&);
    Refused take_up(const Step&);
    Refused be_away(const Step&);
    /// Who does the step, with their rights of now; nobody in particular where it names nobody.
    std::optional<engine::Actor> doer(const Step&);
    Refused assign(const Step&);
    Refused work(const Step&);
    Refused answer(const Step&);
    Refused activate(const Step&);
    Refused cancel(const Step&);
    Refused resolve(const Step&);
    Refused set_variables(const Step&);
    Refused evaluate_conditionals(const Step&);
    Refused wait(const Step&);
    Refused deliver(const Step&);
    void show(const Step&);
    template <class Row>
    std::optional<Row> waiting(const Step&, const std::function<bool(const Row&)>& is_open);
    void settle();
    /// Whether there were any.
    /// Works the jobs of the type that wait; false where there are none.
    bool work_jobs(std::string_view type, const std::function<void(const engine::ActivatedJob&)>& work);
    bool settle_mails();
    mail::KeepFiles keep_files();
    Refused upload(const Step&);
    bool settle_documents();
    bool settle_forms();
    bool settle_figures();
    bool settle_tables();
    /// Those of all folders of the story, at once: they may refer to one another.
    void define_tables();
    worker::Evaluate evaluate() const;
    void record(RecordedLine line) { lines_.push_back(std::move(line)); }
    void collect();

    const Story& story_;
    memory::MemoryStore rows_;
    RecordingStore store_;
    HandMovedClock clock_;
    engine::EngineSettings settings_;
    feel::FunctionLibrary functions_;
    std::unique_ptr<engine::Engine> engine_;
    std::optional<engine::ProcessInstanceKey> instance_;  ///< the one that was started last
    std::vector<RecordedLine> lines_;
    std::string problem_;
};

}  // namespace dandori::test
