#pragma once
#include <map>
#include <mutex>

#include "adapters/mail/intake.h"
#include "adapters/mail/send_task.h"
#include "engine/port/store.h"

namespace dandori::mail {

/// The desk's records as they stand in the store's rows. Sees what was committed. The reader must outlive it. May be asked by several threads.
class StoredRecords : public DeskRecords, public SendingRecords {
  public:
    explicit StoredRecords(engine::Reader& reader) : reader_(reader) {}

    std::optional<CaseLink> case_of_mails(const std::vector<std::string>& message_ids) override;
    std::optional<SentMail> sent_mail(const std::vector<std::string>& message_ids) override;
    std::optional<CaseLink> case_of_number(const std::string& case_number) override;
    bool is_party_of(const CaseLink&, const std::string& address) override;
    /// The first group of the user names the party: `joint_asp/SYS-46.staff` is of `joint_asp/SYS-46`.
    std::optional<std::string> party_of(const std::string& address) override;

    /// The newest deployed `mails/<id>.ja.txt`, with the `.ja.html` of the same deployment when there is one.
    Result<MailTemplate> template_of(const std::string& id) override;
    std::vector<std::string> addresses_of_group(const std::string& group) override;
    std::optional<std::string> address_of_user(const std::string& username) override;
    std::vector<std::string> references_of(const std::string& message_id) override;
    bool was_answered(const std::string& address, engine::ProcessInstanceKey, const std::string& message_id,
                      Instant since) override;

  private:
    Result<MailTemplate> read_template_of(const std::string& id);

    engine::Reader& reader_;
    std::mutex mutex_;
    std::map<std::string, MailTemplate> templates_;  ///< those asked for since the newest file was deployed ...
    engine::ResourceKey newest_resource_;            ///< ... which is this one
};

}  // namespace dandori::mail
