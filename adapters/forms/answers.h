#pragma once
// Answers to request forms: taken as files, read, matched, looked at by a person, and told to the cases that wait.

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "adapters/forms/arrival.h"
#include "adapters/forms/engine_access.h"
#include "adapters/forms/matching.h"

namespace dandori::forms {

inline constexpr std::size_t answer_bytes_max = 10 * 1024 * 1024;

/// What stands against a line before a person confirms it.
enum class LineState {
    New,        ///< nothing was known of it, or a question
    Same,       ///< answered so already
    Different,  ///< answered otherwise already: told to the case, where a person looks; the first answer stays
    Unmatched,  ///< nobody knows whose it is
    Unreadable  ///< its result can't be taken: its faults say why
};

struct AnsweredLine {
    std::string place;
    LineState state = LineState::Unmatched;
    Match match;
    std::optional<engine::ProcessInstanceKey> case_key;
    std::string result, issued_id, answered_on, message;
    std::string earlier_result, earlier_id;  ///< where it was answered before
    std::map<std::string, std::string> about, others;
    std::vector<std::string> faults;
};

/// A file that came, as it is to be looked at now.
struct AnswerFile {
    std::string id, file_name;
    Arrival arrival;
    Instant uploaded_at;
    std::optional<FormTemplate> form = {};  ///< none: no form's headers were found in it
    std::string problem = {};               ///< why it can't be read
    std::vector<std::string> notes = {};
    std::vector<AnsweredLine> lines = {};
    bool is_closed = false;           ///< nothing of it waits any more
    std::string closed_by = {}, closing = {};   ///< by whom and how: taken, or set aside with this reason
};

/// What a person says of lines that nothing matched: by the line's place in the list, from 0.
using Choices = std::map<std::size_t, CaseLine>;

/// Everything is kept in the store: a file as a document, what became of it as another. May be used by several threads.
class Answers {
  public:
    /// What `access` points at must outlive it. Files that come from `trusted` (addresses in lower case, or `folder`) are told to their cases at once,
    /// where every line of them is known and none differs from what was answered before; all others wait for a person.
    explicit Answers(EngineAccess access, std::set<std::string> trusted = {}) : access_(std::move(access)), trusted_(std::move(trusted)) {}

    struct Taken {
        std::string id;
        bool is_known = false;  ///< the very same file had come before
    };
    /// Takes a file in, whatever it is; it waits until a person has confirmed it or set it aside, and a message says so (`answer_notices.h`). Done twice,
    /// it is taken and told once. Where it fails by Unspecified, it can be done again.
    Result<Taken> take(const std::string& file_name, const std::string& bytes, const Arrival&);
    /// Whether it is an answer to a form that is deployed, with at least one line answered; else why it isn't.
    Result<void> recognise(const std::string& bytes);

    /// The files that wait, the newest first: 照合待ち.
    std::vector<AnswerFile> waiting();
    std::optional<AnswerFile> find(const std::string& id);

    struct Confirmed {
        std::vector<std::string> cases;  ///< that were told
        std::size_t lines = 0;           ///< that were told to them
        std::size_t left = 0;            ///< that wait on: unmatched or unreadable
    };
    /// Tells each case its lines that are new or different, as one message a case. Done twice, it is told once. What doesn't match stays.
    Result<Confirmed> confirm(const std::string& id, const Choices&, const std::optional<engine::Actor>&);
    /// Nothing more is to be read of the file. It stays in the store with the reason.
    Result<void> set_aside(const std::string& id, const std::string& reason, const std::optional<engine::Actor>&);

  private:
    AnswerFile look_at(const engine::Document&);
    Result<Confirmed> confirm_as(const std::string& id, const Choices&, const std::string& by);
    Result<void> close(const AnswerFile&, const std::string& how, const std::string& by);
    bool can_be_told_at_once(const AnswerFile&) const;
    EngineAccess access_;
    std::set<std::string> trusted_;
    std::mutex confirming_;
};

}  // namespace dandori::forms
