#pragma once
#include <atomic>

#include "engine/port/in_doubt.h"
#include "engine/port/store.h"

namespace dandori::test {

/// Passes everything on to another store, but lets commits and searches fail when it is told to. Faults may be set by any thread.
class FaultyStore final : public engine::Store {
  public:
    enum class Fault {
        None,
        BeforeCommit,  ///< nothing of the batch happens
        AfterCommit,   ///< all of the batch happens and the caller isn't told: a link cut during COMMIT
        DiskFull,      ///< nothing of the batch happens, with the message of a full disk
    };

    explicit FaultyStore(engine::Store& store) : store_(store) {}

    /// The next `count` commits fail this way.
    void fail_commits(Fault fault, int count = 1) {
        fault_ = fault;
        faults_left_ = count;
    }

    /// All searches fail until it is told otherwise.
    void fail_searches(bool do_fail) { searches_fail_ = do_fail; }

    /// How often everything was loaded anew, or that was begun.
    int loads() const { return loads_; }
    /// Commits that were tried and those that were handed on to the other store.
    int commits_tried() const { return commits_tried_; }
    int commits_done() const { return commits_done_; }

    void commit(const engine::Batch& batch) override {
        ++commits_tried_;
        const Fault fault = faults_left_-- > 0 ? fault_.load() : Fault::None;
        if (fault == Fault::BeforeCommit)
            throw engine::StoreFault("The batch was not written (a fault made for a test).");
        if (fault == Fault::DiskFull) throw engine::StoreFault("database or disk is full (a fault made for a test)");
        store_.commit(batch);
        ++commits_done_;
        if (fault == Fault::AfterCommit) throw engine::InDoubt("The link was cut (a fault made for a test).");
    }

    engine::Found<engine::AnyRow> search(std::size_t kind, const engine::Query& query) override {
        if (searches_fail_) throw engine::StoreFault("The link was cut (a fault made for a test).");
        return store_.search(kind, query);
    }

    void load_anew() override {
        ++loads_;
        store_.load_anew();
    }

    engine::Reader& reader() override { return store_.reader(); }

  private:
    engine::Store& store_;
    std::atomic<Fault> fault_ = Fault::None;
    std::atomic<int> faults_left_ = 0;
    std::atomic<bool> searches_fail_ = false;
    std::atomic<int> loads_ = 0;
    std::atomic<int> commits_tried_ = 0;
    std::atomic<int> commits_done_ = 0;
};

}  // namespace dandori::test
