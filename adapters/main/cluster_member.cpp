#include "adapters/main/cluster_member.h"

#include "adapters/http/problem.h"
#include "adapters/main/addresses.h"

namespace dandori {
namespace {

/// For somebody to lead; whoever asks before is told to wait.
constexpr auto patience = std::chrono::seconds(10);
/// To reach the database.
constexpr auto between_tries = std::chrono::milliseconds(500);

}  // namespace

class ClusterMember::Candidate final : public postgres::Candidate {
  public:
    Candidate(postgres::PostgresStore& store, engine::Engine& engine, std::function<void()> begun, std::function<void()> ceasing)
        : store_(store), engine_(engine), begun_(std::move(begun)), ceasing_(std::move(ceasing)) {}

    void begin_to_lead() override {
        try {
            store_.begin_to_write();
            engine_.lead();
            begun_();
        } catch (...) {
            cease_to_lead();
            throw;
        }
    }
    void cease_to_lead() override {
        store_.lose_patience();
        ceasing_();
        engine_.follow();
        store_.cease_to_write();
    }

  private:
    postgres::PostgresStore& store_;
    engine::Engine& engine_;
    const std::function<void()> begun_, ceasing_;
};

ClusterMember::ClusterMember(postgres::PostgresStore& store, engine::Engine& engine, http::Router& router, ClusterSettings settings, Log log)
    : settings_(std::move(settings)), log_(std::move(log)),
      candidate_(std::make_unique<Candidate>(store, engine, settings_.begun, settings_.ceasing)) {
    router.diverted_by([this](http::Request& request, http::Respond& respond) {
        if (has_joined_) return divert_(request, respond);
        auto refusal = http::problem(503, "UNAVAILABLE", "This member is just starting. Try again in a moment.", request.path);
        refusal.headers.emplace_back(cluster::not_leading_header, "1");
        respond(std::move(refusal));
        return true;
    });
}

ClusterMember::~ClusterMember() {
    forwarder_.reset();  // it asks the membership
    membership_.reset();
}

std::unique_ptr<postgres::Membership> ClusterMember::new_membership(const postgres::MemberSettings& member,
                                                                    const std::function<bool(std::chrono::milliseconds)>& stops_within) {
    bool was_told = false;
    do {
        try {
            return std::make_unique<postgres::Membership>(settings_.address, member, *candidate_, log_);
        } catch (const postgres::Fault& fault) {
            if (fault.kind() != postgres::Fault::Kind::Lost) throw;
            if (!std::exchange(was_told, true)) log_(std::string(fault.what()) + " It is tried again and again until it answers.");
        }
    } while (!stops_within(between_tries));
    return nullptr;
}

bool ClusterMember::join(postgres::MemberSettings member, const std::function<bool(std::chrono::milliseconds)>& stops_within) {
    const std::string name = member.name;
    membership_ = new_membership(member, stops_within);
    if (!membership_) return false;
    const cluster::MemberSignature signature(membership_->secret());
    forwarder_ = std::make_unique<cluster::Forwarder>(
        cluster::ForwarderSettings{.member = name, .certificate_authorities = settings_.certificate_authorities}, signature,
        [this] { return membership_->leader_url(); });
    const auto now_ms = [] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    };
    divert_ = cluster::diverting_to_leader(*forwarder_, signature, {[this] { return membership_->leads(); }, now_ms});
    has_joined_ = true;
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!membership_->leader_url() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return true;
}

rest::Topology ClusterMember::topology() const {
    if (!has_joined_) return {};
    rest::Topology topology{.cluster_id = membership_->cluster_id(), .brokers = {}};
    for (const auto& member : membership_->members()) {
        const std::string authority = member.url.substr(member.url.find("://") + 3);
        const auto address = read_listen_address(authority);
        topology.brokers.push_back({address ? address->host : authority, address ? address->port : std::uint16_t{0}, member.leads});
    }
    return topology;
}

}  // namespace dandori
