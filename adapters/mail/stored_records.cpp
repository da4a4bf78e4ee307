#include "adapters/mail/stored_records.h"

#include <algorithm>

#include "adapters/mail/charset.h"
#include "engine/identity/directory.h"
#include "adapters/worker/deployed_file.h"

namespace dandori::mail {
namespace {

using engine::Operator;
using engine::Query;

std::vector<engine::Cell> cells(const std::vector<std::string>& texts) {
    std::vector<engine::Cell> operands;
    for (const auto& text : texts) operands.push_back(engine::to_cell(text));
    return operands;
}

/// Accounts with this address, however its letters are written.
std::vector<engine::User> users_at(engine::Reader& reader, const std::string& address) {
    if (address.empty()) return {};
    const auto query =
        Query{}.where("email", Operator::In, cells({address, to_lower(address)})).sorted_by("username").first(20);
    return engine::find<engine::User>(reader, query).rows;
}

bool is_requester(engine::Reader& reader, engine::ProcessInstanceKey key, const std::string& address) {
    const auto query = Query{}
                           .where_equals("processInstanceKey", key)
                           .where_equals("scopeKey", engine::scope_of(key))
                           .where_equals("name", std::string("requester"))
                           .first(1);
    for (const auto& variable : engine::find<engine::Variable>(reader, query).rows) {
        boost::system::error_code error;
        const auto value = boost::json::parse(variable.value, error);
        const auto* mail = !error && value.is_object() ? value.get_object().if_contains("mail") : nullptr;
        if (mail && mail->is_string() && to_lower(std::string(mail->get_string())) == to_lower(address)) return true;
    }
    return false;
}

}  // namespace

std::optional<CaseLink> StoredRecords::case_of_mails(const std::vector<std::string>& message_ids) {
    if (message_ids.empty()) return std::nullopt;
    const auto query = Query{}
                           .where("messageId", Operator::In, cells(message_ids))
                           .where("processInstanceKey", Operator::Exists)
                           .sorted_by("mailKey", true)
                           .first(100);
    const auto mails = engine::find<engine::Mail>(reader_, query).rows;
    for (const auto& id : message_ids) {  // the nearest mail of the thread decides
        const auto mail = std::find_if(mails.begin(), mails.end(), [&](const auto& it) { return it.message_id == id; });
        if (mail != mails.end()) return CaseLink{*mail->process_instance_key, mail->case_number.value_or("")};
    }
    return std::nullopt;
}

std::optional<SentMail> StoredRecords::sent_mail(const std::vector<std::string>& message_ids) {
    const auto query = Query{}
                           .where("messageId", Operator::In, cells(message_ids))
                           .where_equals("direction", engine::MailDirection::Out)
                           .sorted_by("mailKey", true)
                           .first(1);
    const auto mails = engine::find<engine::Mail>(reader_, query).rows;
    if (mails.empty()) return std::nullopt;
    SentMail sent{mails.front().key, {}};
    const auto key = mails.front().process_instance_key;
    const auto instance = key ? engine::get<engine::ProcessInstance>(reader_, *key) : std::nullopt;
    if (instance && instance->state == engine::InstanceState::Active) sent.link = CaseLink{*key, mails.front().case_number.value_or("")};
    return sent;
}

std::optional<CaseLink> StoredRecords::case_of_number(const std::string& case_number) {
    const auto found =
        engine::find<engine::ProcessInstance>(reader_, Query{}.where_equals("businessId", case_number).first(1));
    if (found.rows.empty()) return std::nullopt;
    return CaseLink{found.rows.front().key, case_number};
}

bool StoredRecords::is_party_of(const CaseLink& link, const std::string& address) {
    if (address.empty()) return false;
    if (is_requester(reader_, link.key, address)) return true;
    for (const auto& user : users_at(reader_, address)) {
        const auto groups = engine::groups_of(reader_, user.username);
        if (groups.empty()) continue;
        const auto query = Query{}
                               .where_equals("processInstanceKey", link.key)
                               .where("candidateGroups", Operator::In, cells(groups))
                               .first(1);
        if (!engine::find<engine::UserTask>(reader_, query).rows.empty()) return true;
    }
    return false;
}

std::optional<std::string> StoredRecords::party_of(const std::string& address) {
    for (const auto& user : users_at(reader_, address)) {
        for (const auto& group : engine::groups_of(reader_, user.username)) {
            if (const auto dot = group.rfind('.'); dot != std::string::npos) return group.substr(0, dot);
        }
    }
    return std::nullopt;
}

Result<MailTemplate> StoredRecords::template_of(const std::string& id) {
    const auto newest = engine::find<engine::Resource>(reader_, Query{}.sorted_by("resourceKey", true).first(1)).rows;
    const auto newest_key = newest.empty() ? engine::ResourceKey{} : newest.front().key;
    {
        const std::lock_guard lock(mutex_);
        if (newest_resource_ != newest_key) templates_.clear();
        newest_resource_ = newest_key;
        if (const auto known = templates_.find(id); known != templates_.end()) return known->second;
    }
    auto read = TRY(read_template_of(id));
    const std::lock_guard lock(mutex_);
    if (newest_resource_ == newest_key) templates_.emplace(id, read);
    return read;
}

Result<MailTemplate> StoredRecords::read_template_of(const std::string& id) {
    if (!worker::is_file_id(id))
        return fail(Failure::Kind::ResourceNotFound, "'" + id.substr(0, 100) + "' is no id of a mail template.");
    const auto text = worker::newest_file(reader_, id + ".ja.txt");
    if (!text)
        return fail(Failure::Kind::ResourceNotFound,
                    "Mail template '" + id + "' is not deployed; a file mails/" + id + ".ja.txt is needed.");
    const auto html = worker::newest_file(reader_, id + ".ja.html");
    const bool belongs_to_it = html && html->deployment_key == text->deployment_key;
    return read_template(id, text->content.value, belongs_to_it ? std::optional(html->content.value) : std::nullopt);
}

std::vector<std::string> StoredRecords::addresses_of_group(const std::string& group) {
    auto query = Query{}.where("email", Operator::Exists).sorted_by("username").first(500);
    query.all.related.push_back(engine::Related{
        "membership", "username", "memberId",
        {{"circleType", Operator::Equals, {engine::to_cell(engine::CircleType::Group)}},
         {"circleId", Operator::Equals, {engine::to_cell(group)}},
         {"memberType", Operator::Equals, {engine::to_cell(engine::OwnerType::User)}}}});
    std::vector<std::string> addresses;
    for (const auto& user : engine::find<engine::User>(reader_, query).rows) {
        if (user.email && !user.email->empty()) addresses.push_back(*user.email);
    }
    return addresses;
}

std::optional<std::string> StoredRecords::address_of_user(const std::string& username) {
    const auto user = engine::get<engine::User>(reader_, username);
    if (!user || !user->email || user->email->empty()) return std::nullopt;
    return user->email;
}

std::vector<std::string> StoredRecords::references_of(const std::string& message_id) {
    const auto found = engine::find<engine::Mail>(reader_, Query{}.where_equals("messageId", message_id).first(1));
    if (found.rows.empty()) return {};
    auto references = found.rows.front().references;
    constexpr std::size_t kept = 20;  // the first and the nearest, as RFC 5322 3.6.4 advises for long threads
    if (references.size() > kept) references.erase(references.begin() + 1, references.end() - (kept - 1));
    return references;
}

bool StoredRecords::was_answered(const std::string& address, engine::ProcessInstanceKey key,
                                 const std::string& message_id, Instant since) {
    // A thread's mails are of one case, so the answers are looked for in this one and in that of the mail that is answered.
    std::vector<engine::Cell> cases{engine::to_cell(key)};
    if (const auto link = case_of_mails({message_id})) cases.push_back(engine::to_cell(link->key));
    auto query = Query{}
                     .where("processInstanceKey", Operator::In, std::move(cases))
                     .where_equals("direction", engine::MailDirection::Out)
                     .where("recipients", Operator::Equals, {engine::to_cell(address)})
                     .where("inReplyTo", Operator::Exists)
                     .where("createdAt", Operator::Greater, {engine::to_cell(since)})
                     .first(1);
    engine::Group of_case, of_thread, of_mail;
    of_case.conditions.push_back({"processInstanceKey", Operator::Equals, {engine::to_cell(key)}});
    of_thread.conditions.push_back({"references", Operator::Equals, {engine::to_cell(message_id)}});
    of_mail.conditions.push_back({"inReplyTo", Operator::Equals, {engine::to_cell(message_id)}});
    query.any_of.push_back({of_case, of_thread, of_mail});
    return !engine::find<engine::Mail>(reader_, query).rows.empty();
}

}  // namespace dandori::mail
