#pragma once
// FEEL's number (DMN 1.5, 10.3.2.3.1): IEEE 754 decimal128, 34 digits, rounded half to even.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dandori::feel {

/// A finite decimal128 number. Operations that leave the finite numbers give none.
class Decimal {
  public:
    enum class Rounding { HalfEven, HalfUp, HalfDown, Up, Down, Floor, Ceiling };

    constexpr Decimal() : Decimal(0) {}
    constexpr Decimal(std::int64_t value)
        : low_(value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value)),
          high_(exponent_zero | (value < 0 ? sign : 0)) {}
    constexpr Decimal(int value) : Decimal(static_cast<std::int64_t>(value)) {}

    /// Digits with an optional sign, point and exponent; none if it is anything else or out of range.
    static std::optional<Decimal> from_text(std::string_view text);
    /// The shortest text of the same value, `1E+400` only where plain digits would be very long.
    std::string to_text() const;

    /// The value if it is whole and fits.
    std::optional<std::int64_t> to_integer() const;
    double to_double() const;
    bool is_zero() const;
    bool is_negative() const;
    bool is_whole() const;

    static std::optional<Decimal> from_double(double value);
    std::optional<Decimal> plus(const Decimal&) const;
    std::optional<Decimal> minus(const Decimal&) const;
    std::optional<Decimal> times(const Decimal&) const;
    std::optional<Decimal> divided_by(const Decimal&) const;
    std::optional<Decimal> to_the_power(const Decimal&) const;
    /// `this - divisor * floor(this / divisor)`: the sign of the divisor.
    std::optional<Decimal> modulo(const Decimal& divisor) const;
    std::optional<Decimal> square_root() const;
    std::optional<Decimal> exponential() const;
    std::optional<Decimal> logarithm() const;
    Decimal negated() const;
    Decimal absolute() const;
    /// Rounded to so many digits after the point (before it, if negative).
    std::optional<Decimal> rounded(std::int64_t scale, Rounding) const;

    std::strong_ordering operator<=>(const Decimal&) const;
    bool operator==(const Decimal& other) const { return (*this <=> other) == 0; }

  private:
    static constexpr std::uint64_t exponent_zero = 0x3040000000000000ULL;
    static constexpr std::uint64_t sign = 0x8000000000000000ULL;
    friend struct DecimalAccess;
    bool is_small() const { return (high_ & ~sign) == exponent_zero && low_ < (1ULL << 62); }
    std::int64_t small() const {
        const auto value = static_cast<std::int64_t>(low_);
        return (high_ & sign) != 0 ? -value : value;
    }

    std::uint64_t low_;
    std::uint64_t high_;
};

}  // namespace dandori::feel
