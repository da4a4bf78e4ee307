#pragma once
#include "adapters/sql/dialect.h"

namespace dandori::postgres {

class PostgresDialect final : public sql::Dialect {
  public:
    std::string parameter(std::size_t number) const override;
    std::string column_type(engine::FieldType type) const override;
    bool has_references() const override { return false; }
    std::string table_options(engine::FieldType primary_key) const override;
    std::string index_column(const std::string& column, bool nullable) const override;
    std::string is_one_of(const std::string& expression, engine::FieldType type,
                          const std::string& parameter) const override;
    engine::Cell list_of(const std::vector<engine::Cell>& values) const override;
    std::string is_like(const std::string& expression, const std::string& parameter) const override;
    std::string like_pattern(std::string_view pattern) const override;
    std::string members_of(const std::string& column) const override;
    std::string member() const override;
    std::vector<std::string> following(const MemberTable& members) const override;
};

}  // namespace dandori::postgres
