#pragma once
// Takes a FEEL text apart into tokens, one at a time. Names of several words are the parser's matter: only it knows
// which there are.

#include <cstdint>
#include <string>
#include <string_view>

namespace dandori::feel {

struct Token {
    enum class Kind : std::uint8_t { End, Number, String, Word, Symbol, Bad };
    Kind kind = Kind::End;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view text;  ///< as written

    bool is(std::string_view symbol) const { return kind == Kind::Symbol && text == symbol; }
    bool is_word(std::string_view word) const { return kind == Kind::Word && text == word; }
};

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    /// The token at the byte offset or behind the white space and comments there.
    Token at(std::size_t offset) const;
    std::size_t skip_space(std::size_t offset) const;
    /// The end of the run of name characters that begins at the offset; the offset itself if there is none.
    std::size_t word_end(std::size_t offset) const;
    std::string_view text() const { return text_; }

  private:
    std::string_view text_;
};

/// The characters a string literal stands for; it comes with its quotes.
std::string unescaped(std::string_view literal);

}  // namespace dandori::feel
