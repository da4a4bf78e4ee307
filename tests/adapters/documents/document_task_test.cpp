#include "adapters/documents/document_task.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "adapters/documents/document_worker.h"
#include "engine/identity/digest.h"
#include "tests/adapters/documents/samples.h"

namespace dandori::documents {
namespace {

namespace json = boost::json;

class KnownRecords : public DocumentRecords {
  public:
    Result<DocumentTemplate> template_of(const std::string& id) override {
        if (id != "DOC-x") return fail(Failure::Kind::ResourceNotFound, "Document template '" + id + "' is not deployed.");
        return read_template(id, R"({"title": "{{= title }}", "blocks": [{"text": "{{= madeAt }}"}]})");
    }
    std::vector<Approval> approvals_of(const engine::Job&) override { return {}; }
    std::optional<std::string> form_of(const std::string&) override { return std::nullopt; }
    Instant begin_of(const engine::Job&) override { return *instant_from_iso8601("2026-04-06T10:00:00+09:00"); }
};

engine::ActivatedJob job(json::object headers = {}) {
    engine::ActivatedJob activated;
    activated.job.key = {7};
    activated.job.element_id = "H52";
    activated.job.process_definition_id = "minutes";
    activated.job.process_instance_key = {5};
    for (const auto& [name, value] : {std::pair("template", "DOC-x"), std::pair("name", "議事録 {{= caseNo }}"), std::pair("variable", "paper")})
        headers.emplace(name, value);
    activated.job.custom_headers.text = json::serialize(headers);
    activated.variables.text = R"({"caseNo": "MIN-R08-00001", "title": "定例会"})";
    return activated;
}

std::string fault_of(const json::object& headers) {
    KnownRecords records;
    const auto made = document_of_job(job(headers), records, test::real_expressions());
    return made ? "none" : made.error().text;
}

TEST(DocumentTask, MakesTheSameDocumentASecondTime) {
    KnownRecords records;
    const auto made = document_of_job(job(), records, test::real_expressions());
    ASSERT_TRUE(made) << made.error().text;
    const auto& row = made->document;
    EXPECT_EQ(row.file_name, "議事録 MIN-R08-00001.pdf");
    EXPECT_EQ(row.content_type, "application/pdf");
    EXPECT_EQ(row.size, static_cast<std::int64_t>(made->content.size()));
    EXPECT_EQ(row.content_hash, engine::sha256_hex(made->content));
    EXPECT_EQ(row.process_instance_key, engine::ProcessInstanceKey{5});
    EXPECT_EQ(made->variable, "paper");
    const auto again = document_of_job(job(), records, test::real_expressions());
    EXPECT_EQ(again->content, made->content);
    EXPECT_EQ(again->document, row);
}

TEST(DocumentTask, HasAFileNameThatEveryDesktopTakes) {
    KnownRecords records;
    const auto named = [&](const std::string& name) {
        return document_of_job(job({{"name", name}}), records, test::real_expressions())->document.file_name;
    };
    EXPECT_EQ(named("a/b\\c:d\n.pdf"), "a_b_c_d_.pdf");
    EXPECT_EQ(named("=\"{{= caseNo }}\""), "{{= caseNo }}.pdf");  // what FEEL gave is not filled again
    std::string name;
    for (int count = 0; count < 100; ++count) name += "字";
    EXPECT_EQ(named(name).size(), 198U + 4U);  // cut between letters
}

TEST(DocumentTask, SaysWhichHeaderIsWrong) {
    EXPECT_EQ(fault_of({{"format", "docx"}}), "Header 'format' of the task: it is 'docx'; pdf, xlsx are known.");
    EXPECT_EQ(fault_of({{"variable", "a.b"}}), "Header 'variable' of the task: 'a.b' is no name of a variable; letters, digits and '_' are.");
    EXPECT_EQ(fault_of({{"name", ""}}), "Header 'name' of the task: the name of the file is needed.");
    EXPECT_EQ(fault_of({{"template", "DOC-y"}}), "Document template 'DOC-y' is not deployed.");
}

TEST(DocumentTask, RefersToItsDocumentAsTheApiDoes) {
    engine::Document row;
    row.id = "d";
    row.content_hash = "h";
    row.file_name = "f.pdf";
    row.content_type = "application/pdf";
    row.size = 3;
    row.process_instance_key = engine::ProcessInstanceKey{5};
    row.custom_properties.text = R"({"template":"DOC-x"})";
    EXPECT_EQ(reference_to(row),
              R"({"camunda.document.type":"camunda","storeId":"in-store","documentId":"d","contentHash":"h","metadata":{"contentType":"application/pdf",)"
              R"("fileName":"f.pdf","expiresAt":null,"size":3,"processDefinitionId":null,"processInstanceKey":"5","customProperties":{"template":"DOC-x"}}})");
}

/// An engine of a few answers.
struct Asked {
    engine::Outcome<engine::Done> put = engine::Done{}, complete = engine::Done{};
    std::vector<std::string> log;

    void work(const engine::ActivatedJob& activated) {
        KnownRecords records;
        const EngineAccess access{{},
                                  [&](engine::PutDocument command) { return log.push_back("put " + command.document.file_name), put; },
                                  [&](engine::RemoveDocument) -> engine::Outcome<engine::Done> { return log.push_back("remove"), engine::Done{}; },
                                  [&](engine::CompleteJob command) { return log.push_back("complete " + command.variables.text.substr(0, 9)), complete; },
                                  [&](engine::FailJob command) -> engine::Outcome<engine::Done> {
                                      log.push_back("fail " + command.error_message);
                                      return engine::Done{};
                                  }};
        work_job(activated, access, records, test::real_expressions(), [](const std::string&) {});
    }
};

TEST(DocumentWorker, PutsTheDocumentAsideThenCompletesTheJob) {
    Asked asked;
    asked.work(job());
    EXPECT_EQ(asked.log, (std::vector<std::string>{"put 議事録 MIN-R08-00001.pdf", "complete {\"paper\":"}));
}

TEST(DocumentWorker, FindsItsDocumentOfTheFirstTime) {
    Asked asked;
    asked.put = tl::unexpected(engine::Rejection{engine::Rejection::Code::AlreadyExists, "There is one."});
    asked.complete = tl::unexpected(engine::Rejection{engine::Rejection::Code::NotFound, "It is done."});
    asked.work(job());
    EXPECT_EQ(asked.log, (std::vector<std::string>{"put 議事録 MIN-R08-00001.pdf", "complete {\"paper\":"}));
}

TEST(DocumentWorker, TakesTheDocumentAwayWhenTheCaseWentOnWithoutIt) {
    Asked asked;
    asked.complete = tl::unexpected(engine::Rejection{engine::Rejection::Code::NotFound, "It is withdrawn."});
    asked.work(job());
    EXPECT_EQ(asked.log.back(), "remove");
}

TEST(DocumentWorker, MakesAnIncidentOfWhatCannotBeMade) {
    Asked asked;
    asked.work(job({{"template", "DOC-y"}}));
    EXPECT_EQ(asked.log, std::vector<std::string>{"fail Document template 'DOC-y' is not deployed."});
}

}  // namespace
}  // namespace dandori::documents
