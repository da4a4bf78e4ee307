#pragma once
// One DMN file on its way from text to Compiled.

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dmn/compiled.h"
#include "engine/dmn/read/xml.h"

namespace dandori::dmn::read_detail {

/// The files that may be imported, each read at most once.
class Library {
  public:
    explicit Library(std::span<const Source> sources) : sources_(sources) {}

    /// The model of a namespace; null pointer, with a Problem told at `at`, if it isn't there or imports itself.
    std::shared_ptr<const Compiled> find(const std::string& namespace_name, const XmlNode& at, const std::string& file,
                                         std::vector<bpmn::Problem>& problems);

  private:
    std::span<const Source> sources_;
    std::map<std::string, std::shared_ptr<const Compiled>, std::less<>> read_;
    std::set<std::string, std::less<>> on_the_way_;
    std::map<std::string, std::size_t, std::less<>> by_namespace_;
    bool indexed_ = false;
};

/// The names an expression may use, as far as the parser must be told them.
class Names {
  public:
    /// Keeps the name if it holds operators or keywords.
    void add(std::string_view name);
    const std::vector<std::string>& list() const { return names_; }

  private:
    std::vector<std::string> names_;
    std::set<std::string, std::less<>> known_;
};

class Reader {
  public:
    Reader(std::string file_name, Library& library, std::vector<bpmn::Problem>& problems);
    /// Null pointer if the text isn't DMN at all.
    std::shared_ptr<const Compiled> read(std::string_view xml);

  private:
    // reader.cpp: the file and its elements; graph_reader.cpp: what they require; logic_reader.cpp: their logic
    void read_definitions(const XmlNode& root);
    void read_imports(const XmlNode& root);
    void declare_elements(const XmlNode& root);
    void declare(Element& element, const XmlNode& node);
    void read_requirements(const XmlNode& node, std::vector<Required>& requirements);
    void require(const XmlNode& node, std::string_view kind, const XmlNode& at, std::vector<Required>& requirements);
    void read_logic();
    void read_services();
    void find_cycles();
    void fill_infos();
    Names names_for(const std::vector<Required>& requirements, const XmlNode& node) const;

    // type_reader.cpp
    void read_types(const XmlNode& root);
    void fill_type(ItemType& type, const XmlNode& node);
    const ItemType* make_type(const XmlNode& node, const std::string& name);
    const ItemType* type_named(std::string_view name, const XmlNode& at);
    const ItemType* basic_type(std::string_view name);
    const ItemType* find_type(const Compiled& model, std::string_view name) const;
    const ItemType* type_of(const XmlNode& node, std::string_view attribute_name = "typeRef");
    std::optional<Constraint> constraint(const XmlNode& node, std::string_view child_name);
    void break_alias_cycles();
    void name_types_for_feel();

    // expression_reader.cpp
    BoxedPointer read_boxed(const XmlNode& parent, const Names& names, std::string_view what);
    BoxedPointer read_expression(const XmlNode& node, const Names& names);
    BoxedPointer read_part(const XmlNode& node, std::string_view part, const Names& names);
    Formula formula(const XmlNode& node, const Names& names, const std::string& where);
    Formula unary_tests(const XmlNode& node, const Names& names, const std::string& where);
    Formula parsed(const XmlNode& node, const Names& names, const std::string& where, bool tests);
    ContextBox read_context(const XmlNode& node, const Names& names);
    RelationBox read_relation(const XmlNode& node, const Names& names);
    InvocationBox read_invocation(const XmlNode& node, const Names& names);
    FunctionBox read_function(const XmlNode& node, const Names& names);
    IteratorBox read_iterator(const XmlNode& node, IteratorBox::Kind kind, const Names& names);

    // table_reader.cpp
    TableBox read_table(const XmlNode& node, const Names& names);
    void read_rule(TableBox& table, const XmlNode& node, const Names& names, std::size_t number);
    void check_table(TableBox& table, const XmlNode& node);

    void problem(bpmn::Problem::Severity severity, const XmlNode& at, std::string what, std::string mend);
    void error(const XmlNode& at, std::string what, std::string mend);
    void warn(const XmlNode& at, std::string what, std::string mend);

    struct Declared {
        Required as;
        const XmlNode* node = nullptr;
    };

    std::string file_;
    Library& library_;
    std::vector<bpmn::Problem>& problems_;
    std::shared_ptr<Compiled> model_;
    const XmlNode* root_ = nullptr;
    std::map<std::string, Declared, std::less<>> by_id_;
    std::map<std::string, const ItemType*, std::less<>> types_;
    std::map<std::string, const ItemType*, std::less<>> basic_types_;
    std::map<std::string, feel::Type, std::less<>> feel_types_;  ///< for `instance of` and parameters in expressions
    std::vector<std::pair<Decision*, const XmlNode*>> decision_nodes_;
    std::vector<std::pair<KnowledgeModel*, const XmlNode*>> knowledge_nodes_;
    std::vector<std::pair<Service*, const XmlNode*>> service_nodes_;
    std::string current_;                     ///< the element whose logic is read, for messages
    const ItemType* current_type_ = nullptr;  ///< what its value has to be, for the priorities of its table
};

}  // namespace dandori::dmn::read_detail
