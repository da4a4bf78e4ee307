#include "adapters/postgres/replica_reader.h"

namespace dandori::postgres {
namespace {

constexpr auto until_tried_again = std::chrono::seconds(5);

}  // namespace

ReplicaReader::ReplicaReader(Address replica, engine::Reader& primary, std::function<bool()> writes, Log log)
    : described_(replica.described), replica_(std::move(replica), "dandori reader"), primary_(primary), writes_(std::move(writes)),
      log_(std::move(log)) {}

engine::Found<engine::AnyRow> ReplicaReader::search(std::size_t kind, const engine::Query& query) {
    if (writes_() || std::chrono::steady_clock::now() < not_before_.load()) return primary_.search(kind, query);
    try {
        auto found = replica_.search(kind, query);
        if (is_away_.exchange(false)) log_("The replica " + described_ + " answers again.");
        return found;
    } catch (const Fault& fault) {
        // A replica also cancels what would keep it from following its primary: then only this search goes elsewhere.
        if (fault.kind() == Fault::Kind::Lost) not_before_ = std::chrono::steady_clock::now() + until_tried_again;
        if (!is_away_.exchange(true)) log_("Searches go to the primary, since the replica " + described_ + " can't answer: " + fault.what());
    }
    return primary_.search(kind, query);
}

}  // namespace dandori::postgres
