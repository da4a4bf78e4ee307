#include "adapters/memory/memory_store.h"

#include "tests/support/store_contract.h"

namespace dandori::test {

INSTANTIATE_TEST_SUITE_P(Memory, StoreContract,
                         testing::Values([] { return std::make_unique<memory::MemoryStore>(); }));

}  // namespace dandori::test
