#include "engine/runtime/partition_loop.h"

#include "engine/feel/json.h"
#include "engine/port/in_doubt.h"

namespace dandori::engine {
namespace {

constexpr std::size_t batch_size_max = 2'000;
constexpr std::size_t due_in_batch_max = 1'000;
constexpr std::size_t batch_items_at_once_max = 100;  ///< of batch operations: so many between two batches of commands
/// How long the loop sleeps at most: the clocks of the program and of the machine may differ.
constexpr auto sleep_max = std::chrono::seconds(10);

Rejection stopping() { return {Rejection::Code::Unavailable, "The engine is being stopped here. Try again in a moment."}; }

Rejection could_not_read(const std::exception& fault) {
    return {Rejection::Code::Unavailable, std::string("The store could not be read: ") + fault.what()};
}

}  // namespace

bool CreationSubmission::look_again(Partition& partition) {
    const ProcessInstanceKey key = (*outcome_)->instance.key;
    const Partition::Ended* ended = partition.ended(key);
    if (!ended) return false;
    CreateProcessInstance::Answer answer;
    answer.instance = ended->instance;
    feel::Context variables;
    for (const auto& [name, value] : ended->variables.as_context().entries()) {
        bool is_wanted = command_.fetch_variables.empty();
        for (const std::string& wanted : command_.fetch_variables) is_wanted = is_wanted || wanted == name;
        if (is_wanted) variables.put(name, value);
    }
    answer.variables.text = feel::to_json(feel::Value(std::move(variables)));
    outcome_ = std::move(answer);
    partition.forget_awaited(key);
    return true;
}

PartitionLoop::PartitionLoop(Store& store, const Clock& clock, EngineSettings settings)
    : store_(store), clock_(clock), settings_(std::move(settings)), partition_(store, clock, settings_),
      directory_version_(partition_.directory_version()), thread_([this] { work(); }) {}

PartitionLoop::~PartitionLoop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    work_came_.notify_one();
    thread_.join();
}

std::optional<Rejection> PartitionLoop::submit(std::unique_ptr<Submission>& submission) {
    {
        const std::lock_guard lock(mutex_);
        if (is_stopping_) return stopping();
        if (queue_.size() >= settings_.commands_waiting_max)
            return Rejection{Rejection::Code::ResourceExhausted, "Too many commands are waiting. Try again in a moment."};
        queue_.push_back(std::move(submission));
    }
    work_came_.notify_one();
    return {};
}

void PartitionLoop::wake() {
    {
        const std::lock_guard lock(mutex_);
        is_woken_ = true;
    }
    work_came_.notify_one();
}

void PartitionLoop::on_mail_pending(std::function<void()> callback) {
    const std::lock_guard lock(mutex_);
    on_mail_pending_ = std::move(callback);
}

void PartitionLoop::on_committed(OnCommitted callback) {
    const std::lock_guard lock(mutex_);
    on_committed_ = std::move(callback);
}

void PartitionLoop::wait_for_work(std::unique_lock<std::mutex>& lock) {
    auto until = std::chrono::steady_clock::now() + sleep_max;
    const auto no_later_than = [&](std::optional<Instant> due) {
        if (!due) return;
        if (const auto ms = clock_.real_ms_until(*due)) {
            const auto then = std::chrono::steady_clock::now() + std::chrono::milliseconds(std::min<std::int64_t>(*ms, 10'000));
            until = std::min(until, then);
        }
    };
    no_later_than(partition_.next_due());
    for (const auto& submission : waiting_) {
        if (submission->until) until = std::min(until, *submission->until);
        if (const auto* activation = dynamic_cast<const ActivationSubmission*>(submission.get())) {
            no_later_than(partition_.jobs().next_time(activation->type()));
        }
    }
    work_came_.wait_until(lock, until, [&] { return !queue_.empty() || is_woken_ || is_stopping_; });
    is_woken_ = false;
}

void PartitionLoop::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        const bool has_more = partition_.has_batch_work();
        if (queue_.empty() && !is_stopping_ && !has_more) wait_for_work(lock);
        if (queue_.empty() && is_stopping_) break;
        Submissions batch;
        if (!is_loaded_) {
            batch.swap(queue_);
            lock.unlock();
            drop_all(batch, stopping());
            lock.lock();
            continue;
        }
        const bool is_trial = !queue_.empty() && queue_.front()->is_trial();
        while (!queue_.empty() && batch.size() < batch_size_max && queue_.front()->is_trial() == is_trial) {
            batch.splice(batch.end(), queue_, queue_.begin());
        }
        lock.unlock();
        if (is_trial) {
            run_trials(std::move(batch));
        } else {
            run_batch(std::move(batch));
            if (has_more && is_loaded_) run_batch_operations();
        }
        lock.lock();
        is_woken_ = is_woken_ || has_more;  // somebody may wait for what the items did
    }
    lock.unlock();
    drop_all(waiting_, stopping());
}

void PartitionLoop::look_at(Submissions& waiting, Submissions& done) {
    const auto now = std::chrono::steady_clock::now();
    for (auto it = waiting.begin(); it != waiting.end();) {
        const auto each = it++;
        done.splice(done.end(), waiting, each);  // where looking throws, it is this one that ends
        if ((*each)->look_again(partition_)) continue;
        if ((*each)->until && *(*each)->until <= now) {
            (*each)->give_up(partition_);
        } else {
            waiting.splice(it, done, each);
        }
    }
}

void PartitionLoop::drop_all(Submissions& batch, const Rejection& why) {
    for (const auto& submission : batch) submission->reject(why);
    batch.clear();
}

void PartitionLoop::run_batch(Submissions batch) {
    work_began_ = std::chrono::steady_clock::now();
    const std::size_t commands = batch.size();
    Submissions done, begin_to_wait, waited;
    const auto take_back = [&] {
        batch.splice(batch.begin(), begin_to_wait);
        batch.splice(batch.begin(), done);
    };
    try {
        partition_.trigger_due(due_in_batch_max);
        while (!batch.empty()) {
            Submissions& next = batch.front()->execute(partition_) ? done : begin_to_wait;
            next.splice(next.end(), batch, batch.begin());
        }
        look_at(waiting_, waited);
        look_at(begin_to_wait, done);  // a later command of this batch may have brought what they wait for
    } catch (const std::logic_error& mistake) {
        // Ours. All that was done in memory is dropped; whoever is alone with it is to blame.
        take_back();
        recover();
        const Rejection why{Rejection::Code::Internal,
                            std::string("This command met a mistake of the program and was not carried out: ") + mistake.what()};
        drop_all(waited, why);  // what they began was committed long ago: not once more
        if (batch.size() == 1 || !is_loaded_) {
            drop_all(batch, why);
        } else if (batch.empty()) {
            set_aside_due();
        } else {
            while (!batch.empty() && is_loaded_) {
                Submissions one;
                one.splice(one.end(), batch, batch.begin());
                run_batch(std::move(one));
            }
            drop_all(batch, stopping());
        }
        return;
    } catch (const std::exception& fault) {
        take_back();
        drop_all(batch, could_not_read(fault));
        drop_all(waited, could_not_read(fault));
        recover();
        return;
    }
    done.splice(done.end(), waited);
    if (const auto fault = commit(commands)) {
        done.splice(done.end(), begin_to_wait);
        drop_all(done, *fault);
        recover();
        return;
    }
    waiting_.splice(waiting_.end(), begin_to_wait);
    for (const auto& submission : done) submission->answer();
    tell_of_mail();
}

std::optional<Rejection> PartitionLoop::commit(std::size_t commands) {
    has_mail_ = has_mail_ || partition_.has_pending_mail();
    OnCommitted tell;
    std::size_t waiting = 0;
    {
        const std::lock_guard lock(mutex_);
        tell = on_committed_;
        waiting = queue_.size();
    }
    try {
        Batch rows;
        partition_.collect(rows);
        if (!rows.empty()) {
            const auto worked = std::chrono::steady_clock::now();
            store_.commit(rows);
            if (tell) tell({rows, commands, waiting, worked - work_began_, std::chrono::steady_clock::now() - worked});
        }
        partition_.committed();
    } catch (const InDoubt& fault) {
        has_mail_ = false;
        return Rejection{Rejection::Code::Timeout, "The store could not tell whether it has written; look whether this command was carried out "
                                                   "before you repeat it: " + std::string(fault.what())};
    } catch (const std::exception& fault) {
        has_mail_ = false;
        return Rejection{Rejection::Code::Unavailable, std::string("The store could not write; nothing of this command was kept: ") + fault.what()};
    }
    directory_version_ = partition_.directory_version();
    return {};
}

void PartitionLoop::tell_of_mail() {
    if (!std::exchange(has_mail_, false)) return;
    std::function<void()> tell;
    {
        const std::lock_guard lock(mutex_);
        tell = on_mail_pending_;
    }
    if (tell) tell();
}

void PartitionLoop::run_trials(Submissions trials) {
    for (const auto& trial : trials) {
        if (!is_loaded_) {
            trial->reject(stopping());
            continue;
        }
        try {
            trial->execute(partition_);
            trial->answer();
        } catch (const std::logic_error& mistake) {
            // It was made in a copy; the partition is as it was.
            trial->reject({Rejection::Code::Internal, std::string("What would happen can't be told: ") + mistake.what()});
        } catch (const std::exception& fault) {
            // Whoever reads next must not go on from what may have been overtaken.
            trial->reject(could_not_read(fault));
            recover();
        }
    }
}

void PartitionLoop::run_batch_operations() {
    work_began_ = std::chrono::steady_clock::now();
    try {
        partition_.work_on_batch_operations(batch_items_at_once_max);
    } catch (const std::logic_error&) {
        // Those before it are done again, one by one, until the one that is to blame is the first.
        try {
            partition_.reload();
            run_one_batch_item();
        } catch (const std::exception&) {
            recover();
            return;
        }
    } catch (const std::exception&) {
        recover();
        return;
    }
    if (commit()) recover();
    else tell_of_mail();
}

void PartitionLoop::run_one_batch_item() {
    try {
        partition_.work_on_batch_operations(1);
    } catch (const std::logic_error& mistake) {
        partition_.reload();
        partition_.fail_batch_item(std::string("This item met a mistake of the program: ") + mistake.what());
    }
}

void PartitionLoop::recover() {
    // Until the store answers again there is nothing to go on from.
    is_loaded_ = false;
    while (true) {
        try {
            partition_.reload();
            is_loaded_ = true;
            return;
        } catch (const std::exception&) {
            std::unique_lock lock(mutex_);
            if (work_came_.wait_for(lock, std::chrono::milliseconds(500), [&] { return is_stopping_; })) return;
        }
    }
}

void PartitionLoop::set_aside_due() {
    // A timer that meets our own mistake would do so for ever: it alone waits for the next start.
    try {
        partition_.set_aside_first_due();
    } catch (const std::exception&) {
        recover();
    }
}

}  // namespace dandori::engine
