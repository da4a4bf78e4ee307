// Who leads, when the members of one database come, go and are lost.
#include "adapters/postgres/membership.h"
#include "engine/port/in_doubt.h"
#include "tests/adapters/postgres/database_of_a_test.h"
#include "tests/support/sample_rows.h"

namespace dandori::postgres {
namespace {

using namespace std::chrono_literals;

template <class Holds>
bool comes_true(Holds holds, std::chrono::milliseconds within = 20s) {
    const auto until = std::chrono::steady_clock::now() + within;
    while (!holds() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(5ms);
    return holds();
}

/// Unlike any other in this program.
std::string new_text() {
    static std::atomic<int> count = 0;
    return "text " + std::to_string(++count);
}

/// One member, with what was asked of its candidate.
class TestMember : public Candidate {
  public:
    TestMember(const Address& address, const std::string& name, std::chrono::milliseconds lease = 300ms)
        : membership_(std::make_unique<Membership>(address, MemberSettings{name, "http://" + name, "1", new_text(), new_text(), lease}, *this,
                                                   [this](const std::string& line) { note(line); })) {}
    ~TestMember() override { leave(); }

    void begin_to_lead() override {
        ++begun;
        if (is_unable) throw std::runtime_error("unable");
        std::this_thread::sleep_for(takes);
        is_leading = true;
    }
    void cease_to_lead() override { is_leading = false; }
    void leave() { membership_.reset(); }

    Membership& operator*() { return *membership_; }
    Membership* operator->() { return membership_.get(); }
    std::string log() {
        const std::lock_guard lock(mutex_);
        return log_;
    }

    std::atomic<int> begun = 0;
    std::atomic<bool> is_leading = false, is_unable = false;
    std::chrono::milliseconds takes{0};

  private:
    void note(const std::string& line) {
        const std::lock_guard lock(mutex_);
        log_ += line + "\n";
    }
    std::mutex mutex_;
    std::string log_;
    std::unique_ptr<Membership> membership_;
};

class MembershipTest : public testing::Test {
  protected:
    void SetUp() override {
        SKIP_WITHOUT_POSTGRES();
        address_ = test::fresh_address(*test::shared_postgres());
    }
    Address address_;
};

TEST_F(MembershipTest, OneLeadsAndTheOthersKnow) {
    // A lease that a busy machine doesn't lose.
    TestMember one(address_, "one", 2s);
    ASSERT_TRUE(comes_true([&] { return one->leads(); }));
    TestMember two(address_, "two", 2s);
    EXPECT_EQ(two->leader_url(), "http://one");
    EXPECT_EQ(one->leader_url(), "http://one");
    const std::vector<Member> all{{"one", "http://one", "1", true}, {"two", "http://two", "1", false}};
    EXPECT_TRUE(comes_true([&] { return one->members() == all && two->members() == all; }));
    std::this_thread::sleep_for(5s);  // more than two leases
    EXPECT_TRUE(one->leads());
    EXPECT_EQ(one.begun, 1);
    EXPECT_EQ(two.begun, 0);
    EXPECT_EQ(one->secret(), two->secret());
    EXPECT_TRUE(one->secret().starts_with("text "));
    EXPECT_EQ(one->cluster_id(), two->cluster_id());
}

TEST_F(MembershipTest, WhoLeavesNeedsNoLeaseToEnd) {
    TestMember one(address_, "one", 10s);
    ASSERT_TRUE(comes_true([&] { return one->leads(); }));
    TestMember two(address_, "two", 10s);
    const auto begun = std::chrono::steady_clock::now();
    one.leave();
    EXPECT_FALSE(one.is_leading);
    ASSERT_TRUE(comes_true([&] { return two->leads(); }));
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 8s);
    EXPECT_EQ(two->leader_url(), "http://two");
    EXPECT_TRUE(comes_true([&] { return two->members().size() == 1; }));
}

TEST_F(MembershipTest, WhoLostItsLeaseCeasesToLead) {
    TestMember one(address_, "one");
    ASSERT_TRUE(comes_true([&] { return one->leads() && one.is_leading; }));
    test::text_of(address_, "UPDATE cluster_leader SET epoch = epoch + 1, incarnation = 'another', url = 'http://another', "
                            "lease_ends_at = clock_timestamp() + interval '1 second' RETURNING epoch");
    EXPECT_TRUE(comes_true([&] { return !one->leads() && !one.is_leading; }));
    EXPECT_NE(one.log().find("another member has taken its place"), std::string::npos) << one.log();
    EXPECT_TRUE(comes_true([&] { return one->leader_url() == "http://another"; }));
    // That one is never heard of again.
    EXPECT_TRUE(comes_true([&] { return one->leads() && one.is_leading; }));
    EXPECT_EQ(one.begun, 2);
}

TEST_F(MembershipTest, BeginningMayTakeLongerThanALease) {
    TestMember one(address_, "one");
    ASSERT_TRUE(comes_true([&] { return one->leads(); }));
    TestMember two(address_, "two");
    two.takes = 1s;
    one.leave();
    EXPECT_TRUE(comes_true([&] { return two->leads(); }));
    EXPECT_EQ(two.begun, 1);
}

TEST_F(MembershipTest, WhoCannotLeadLeavesItToOthers) {
    TestMember one(address_, "one");
    ASSERT_TRUE(comes_true([&] { return one->leads(); }));
    TestMember unable(address_, "unable");
    unable.is_unable = true;
    TestMember able(address_, "able");
    one.leave();
    ASSERT_TRUE(comes_true([&] { return able->leads(); }));
    EXPECT_FALSE(unable->leads());
}

TEST_F(MembershipTest, NamesAreUsedOnce) {
    TestMember one(address_, "one");
    try {
        TestMember again(address_, "one");
        FAIL() << "two members of one name";
    } catch (const Fault& fault) {
        EXPECT_NE(std::string(fault.what()).find("Another member named 'one' is alive"), std::string::npos) << fault.what();
        EXPECT_NE(std::string(fault.what()).find("--member"), std::string::npos) << fault.what();
    }
    EXPECT_TRUE(comes_true([&] { return one->leads(); }));
}

TEST(MembershipOnALostServer, LeadsAgainWhenItIsBack) {
    SKIP_WITHOUT_POSTGRES();
    test::PostgresServer server;
    TestMember one(test::fresh_address(server), "one");
    ASSERT_TRUE(comes_true([&] { return one->leads(); }));
    server.stop(SIGQUIT);
    EXPECT_TRUE(comes_true([&] { return !one->leads() && !one.is_leading && !one->leader_url(); }));
    EXPECT_NE(one.log().find("can't say that it is alive"), std::string::npos) << one.log();
    server.start();
    EXPECT_TRUE(comes_true([&] { return one->leads() && one.is_leading; }));
}

TEST_F(MembershipTest, AStoreThatWasReplacedWritesNothingMore) {
    const auto& schema = sql::current_schema();
    PostgresStore former(PostgresStore::Reading{}, address_, schema, 1s);
    EXPECT_THROW(test::put(former, engine::Sequence{"of nobody", 1}), Fault);
    former.begin_to_write();
    test::put(former, engine::Sequence{"of the former", 1});
    PostgresStore next(PostgresStore::Reading{}, address_, schema, 1s);
    next.begin_to_write();
    test::put(next, engine::Sequence{"of the next", 1});
    EXPECT_THROW(test::put(former, engine::Sequence{"too late", 1}), engine::InDoubt);
    EXPECT_FALSE(engine::get<engine::Sequence>(next.reader(), "too late"));
    // Not even when the other has gone, for what it wrote the former hasn't read.
    next.cease_to_write();
    EXPECT_THROW(test::put(former, engine::Sequence{"too late", 1}), std::runtime_error);
    EXPECT_FALSE(engine::get<engine::Sequence>(next.reader(), "too late"));
    EXPECT_TRUE(engine::get<engine::Sequence>(former.reader(), "of the next"));
    // Elected anew it reads first, and writes.
    former.cease_to_write();
    former.begin_to_write();
    test::put(former, engine::Sequence{"anew", 1});
}

}  // namespace
}  // namespace dandori::postgres
