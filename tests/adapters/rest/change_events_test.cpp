#include "adapters/rest/change_events.h"

#include "tests/adapters/rest/office.h"

namespace dandori::rest {
namespace {

const std::string task_for_mori = R"(<userTask id="u"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition assignee="mori"/></extensionElements></userTask>)";

class ChangeEventsTest : public testing::Test {
  protected:
    ChangeEventsTest() {
        test::note_answers(router_);
        events_->add_routes(router_);
        desk.engine().on_committed([this](const engine::Committed& commit) { events_->note(commit); });
        server_ = std::make_unique<http::Server>(router_, http::ServerSettings{.threads = 2, .stop_grace_ms = 200});
        desk.deploy(test::process_of("<startEvent id=\"s\"/>" + task_for_mori + test::flows({"s", "u"})));
    }
    ~ChangeEventsTest() override { server_.reset(); }

    /// Somebody who listens.
    struct Client {
        Client(std::uint16_t port, const std::string& user) : http(port) {
            http.send("GET /api/events HTTP/1.1\r\nHost: x\r\nX-Test-User: " + user + "\r\n\r\n");
            head = http.read();
            first = http.next_chunk();
            EXPECT_EQ(http.next_chunk(), ":\n\n");
        }
        /// The data of the next event.
        boost::json::value next() {
            const std::string text = http.next_chunk();
            const auto at = text.find("\ndata: ");
            EXPECT_NE(at, std::string::npos) << text;
            EXPECT_NE(text.find("event: change\n"), std::string::npos) << text;
            return at == std::string::npos ? boost::json::value() : boost::json::parse(text.substr(at + 7, text.size() - at - 9));
        }
        test::HttpClient http;
        test::HttpAnswer head;
        std::string first;
    };
    std::uint16_t port() const { return server_->port(); }

    test::Desk desk;
    HeaderGuard guard;

  private:
    std::unique_ptr<ChangeEvents> events_ = std::make_unique<ChangeEvents>(desk.engine().reader(), guard);
    http::Router router_;
    std::unique_ptr<http::Server> server_;
};

TEST_F(ChangeEventsTest, TellsWhatHasChangedToWhoMaySeeIt) {
    Client mori(port(), "mori"), administrator(port(), "kanri!");
    EXPECT_EQ(mori.head.status, 200);
    EXPECT_EQ(mori.head.headers.at("content-type"), "text/event-stream");
    EXPECT_EQ(mori.first, "retry: 2000\n\n");
    const auto key = std::to_string(desk.start().value);
    const auto task = std::to_string(desk.rows<engine::UserTask>().front().key.value);
    for (Client* each : {&mori, &administrator}) {
        const auto event = each->next();
        EXPECT_EQ(event.at("userTasks"), (boost::json::array{task}));
        EXPECT_EQ(event.at("processInstances"), (boost::json::array{key}));
        EXPECT_EQ(event.at("incidents"), boost::json::array());
        EXPECT_EQ(event.at("isComplete"), true);
    }
}

TEST_F(ChangeEventsTest, TellsNobodyOfOthersAffairs) {
    Client ono(port(), "ono"), mori(port(), "mori");
    desk.start();
    mori.next();
    desk.deploy(test::process_of("<startEvent id=\"s\"/><userTask id=\"v\"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition assignee=\"ono\"/>"
                                 "</extensionElements></userTask>" + test::flows({"s", "v"})));
    desk.start();
    const auto event = ono.next();
    EXPECT_EQ(event.at("userTasks").as_array().size(), 1u) << "the first that ono hears of is his own";
}

TEST_F(ChangeEventsTest, GathersWhatHappensTogether) {
    Client administrator(port(), "kanri!");
    for (int i = 0; i < 20; ++i) desk.start();
    std::size_t told = 0, events = 0;
    while (told < 20) {
        told += administrator.next().at("userTasks").as_array().size();
        ++events;
    }
    EXPECT_EQ(told, 20u);
    EXPECT_LT(events, 20u);
}

TEST_F(ChangeEventsTest, SaysWhenItIsTooMuch) {
    Client administrator(port(), "kanri!");
    std::vector<std::future<void>> started;
    for (int i = 0; i < 700; ++i) {
        auto promise = std::make_shared<std::promise<void>>();
        started.push_back(promise->get_future());
        engine::CreateProcessInstance command;
        command.process_definition_id = "p";
        desk.engine().submit(command, {}, [promise](const auto&) { promise->set_value(); });
    }
    for (auto& each : started) each.wait();
    bool was_complete = true;
    std::size_t told = 0;
    while (was_complete && told < 700) {
        const auto event = administrator.next();
        was_complete = event.at("isComplete").as_bool();
        told += event.at("userTasks").as_array().size();
    }
    EXPECT_TRUE(!was_complete || told == 700);
}

TEST_F(ChangeEventsTest, RefusesWhoIsNotAdmitted) {
    test::HttpClient client(port());
    client.send("GET /api/events HTTP/1.1\r\nHost: x\r\nX-Test-User: nobody\r\n\r\n");
    EXPECT_EQ(client.read().status, 401);
}

TEST_F(ChangeEventsTest, BearsClientsThatGo) {
    { Client gone(port(), "kanri!"); }
    Client administrator(port(), "kanri!");
    desk.start();
    EXPECT_EQ(administrator.next().at("userTasks").as_array().size(), 1u);
}

}  // namespace
}  // namespace dandori::rest
