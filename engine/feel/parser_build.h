#pragma once
// How the parser puts nodes together; only for its own files.

#include <algorithm>
#include <memory>
#include <vector>

#include "engine/feel/parser.h"

namespace dandori::feel {

inline constexpr std::size_t height_max = expression_depth_max * 5;

/// One level more of nesting, until it is left.
class Parser::Depth {
  public:
    explicit Depth(Parser& parser) : parser_(parser), allowed(++parser.depth_ <= expression_depth_max) {}
    ~Depth() { --parser_.depth_; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;

  private:
    Parser& parser_;

  public:
    const bool allowed;
};

inline void adopt(Node& owner, NodePointer& place, NodePointer child) {
    owner.height = std::max(owner.height, child->height + 1);
    place = std::move(child);
}

inline void adopt(Node& owner, std::vector<NodePointer>& places, NodePointer child) {
    owner.height = std::max(owner.height, child->height + 1);
    places.push_back(std::move(child));
}

template <class Kind>
Result<NodePointer> Parser::finished(std::unique_ptr<Kind> node, std::size_t begin) const {
    node->begin = begin;
    node->end = std::max(last_end_, begin);
    if (node->height > height_max) return refuse_chain();
    return NodePointer(std::move(node));
}

}  // namespace dandori::feel
