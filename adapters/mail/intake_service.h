#pragma once
#include <functional>
#include <memory>

#include "adapters/mail/engine_access.h"
#include "adapters/mail/intake.h"

namespace dandori::mail {

/// What came with a mail besides itself.
struct Delivery {
    std::string recipient;      ///< of the envelope; may be empty
    std::size_t full_size = 0;  ///< when only the beginning was handed over because the whole was too large; else 0
};

/// Whoever knows what to do with files (the form room) is shown those of a mail that are tables (.xlsx, .csv) before it is taken, and says the names of
/// those it has kept. Fails where it can't keep one now: then the mail isn't taken, and is offered again. The same files may be shown twice.
using KeepFiles = std::function<Result<std::vector<std::string>>(const Message&, const std::vector<AttachedFile>&)>;

/// Takes mails as they come from `dandori mail deliver`, POST /api/mails and IMAP.
///
/// When take() returns a mail it is committed, with the message it became, in one command. May be called by several
/// threads; the same mail given twice at once is taken once (the engine decides by the Message-ID). Another mail with a
/// Message-ID that was taken goes to the tray, and so does what can't be read as a mail: nothing is lost.
class IntakeService {
  public:
    /// `rules_file` is read now: throws std::runtime_error naming the fault. It is read again whenever it has changed;
    /// with a fault in it then, the rules before stay in force and the log says so.
    /// `keep_files` may be none.
    IntakeService(EngineAccess, std::unique_ptr<DeskRecords>, std::string rules_file, Evaluate, Log, KeepFiles keep_files = {});
    ~IntakeService();

    /// Invalid (InvalidArgument) when it is empty or too large; the engine's own rejections otherwise: the mail is not
    /// taken then and should be offered again.
    engine::Outcome<engine::TakeMail::Answer> take(const std::string& raw, const Delivery&);

    /// The message by which a mail of the tray starts a process; see intake.h.
    Result<engine::PublishMessage> message_for_start(const engine::Mail&, const std::vector<std::string>& names);

    /// The rules in force.
    std::shared_ptr<const IntakeRules> rules();

  private:
    engine::Outcome<engine::TakeMail::Answer> take_read(const std::string& raw, const Message&, const Delivery&);
    class RulesFile;
    EngineAccess access_;
    std::unique_ptr<DeskRecords> records_;
    std::unique_ptr<RulesFile> rules_file_;
    Evaluate evaluate_;
    KeepFiles keep_files_;
};

/// What two copies of one mail have in common, whatever way they came: SHA-256 of who wrote what when.
std::string content_digest(const Message&);

/// The command that takes a mail as it was decided.
engine::TakeMail command_of(const std::string& raw, const Message&, const Delivery&, const Decision&);

}  // namespace dandori::mail
