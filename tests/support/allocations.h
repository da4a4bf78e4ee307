#pragma once
// Counts what a whole program asks of the heap: include it in one file of the program.

#include <atomic>
#include <cstdlib>
#include <new>

namespace dandori::test {

inline std::atomic<std::size_t> allocations{0};

/// How often `work` asked for memory.
template <class Work>
std::size_t allocations_of(const Work& work) {
    const std::size_t before = allocations;
    work();
    return allocations - before;
}

}  // namespace dandori::test

// Not inlined: the compiler would warn of a new that ends in free().
[[gnu::noinline]] void* operator new(std::size_t size) {
    ++dandori::test::allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
