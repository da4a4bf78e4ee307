#pragma once
// The form room of a running server: the workers that make request forms and hand them over, joined with the engine.

#include <filesystem>
#include <memory>
#include <set>
#include <string>

#include "adapters/forms/answer_api.h"
#include "adapters/forms/inbox_folder.h"
#include "adapters/forms/sftp_outbox.h"
#include "adapters/mail/intake_service.h"
#include "adapters/main/log.h"
#include "adapters/worker/expression.h"

namespace dandori {

struct FormsSettings {
    std::filesystem::path outbox;  ///< that `dandori:handoff-folder` puts files into
    std::filesystem::path inbox;   ///< that is looked through for answers
    forms::SftpSettings sftp;      ///< that `dandori:handoff-sftp` sends files to
    std::set<std::string> trusted; ///< whose answers need no person: addresses in lower case, `folder`
};

/// The engine and the clock must outlive it.
class FormsRoom {
  public:
    FormsRoom(engine::Engine&, const engine::Clock&, worker::Evaluate, FormsSettings, Log);

    /// From now on jobs are worked: by one server of a store, the one that leads.
    void open();
    void close();

    /// Answers can be handed in and looked at whenever the room is there.
    forms::AnswerApi& answers() { return api_; }

    /// Answers among the files of a mail are taken in; the room must outlive it.
    mail::KeepFiles keep_files_of_mails();

  private:
    const forms::EngineAccess access_;
    const worker::Evaluate evaluate_;
    const FormsSettings settings_;
    const Log log_;
    forms::Answers answers_;
    forms::AnswerApi api_;
    std::unique_ptr<worker::JobWorker> making_, handing_over_, sending_, reading_, joining_;
    std::unique_ptr<forms::InboxFolderPoller> inbox_;
};

}  // namespace dandori
