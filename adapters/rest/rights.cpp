#include "adapters/rest/rights.h"

namespace dandori::rest {

bool is_let_in(const Who& who, const http::Caller& caller) {
    const auto* actor = actor_of(caller);
    if (!who.type || engine::may_some(actor, *who.type, who.permission)) return true;
    return who.or_batch && engine::may_some(actor, engine::ResourceType::Batch, *who.or_batch);
}

}  // namespace dandori::rest
