#pragma once
// A DMN file as it is kept for evaluation: elements that point at one another, expressions parsed.

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/dmn/dmn.h"
#include "engine/dmn/item_type.h"

namespace dandori::dmn {

struct Boxed;
using BoxedPointer = std::unique_ptr<const Boxed>;

/// FEEL text, parsed; or why it couldn't be.
struct Formula {
    feel::Expression expression;
    std::string text;
    std::string fault;  ///< empty if it could be parsed
    int line = 0;
    bool empty = true;  ///< no text at all
};

struct Parameter {
    std::string name;
    const ItemType* type = nullptr;
};

struct ContextBox {
    struct Entry {
        std::string name;  ///< empty: the result of the whole context
        const ItemType* type = nullptr;
        BoxedPointer value;
    };
    std::vector<Entry> entries;
};

struct RelationBox {
    std::vector<Parameter> columns;
    std::vector<std::vector<BoxedPointer>> rows;
};

struct ListBox {
    std::vector<BoxedPointer> items;
};

struct InvocationBox {
    struct Binding {
        std::string parameter;
        BoxedPointer value;  ///< null pointer: null
    };
    BoxedPointer called;
    std::vector<Binding> bindings;
};

struct FunctionBox {
    std::vector<Parameter> parameters;
    const ItemType* result = nullptr;
    BoxedPointer body;
    std::string refused;  ///< why it can't be run (Java, PMML); empty if it can
};

struct ConditionalBox {
    BoxedPointer condition, then, otherwise;
};

struct FilterBox {
    BoxedPointer in, match;
};

struct IteratorBox {
    enum class Kind { For, Some, Every };
    Kind kind = Kind::For;
    std::string variable;
    BoxedPointer in, body;
};

enum class HitPolicy { Unique, First, Priority, Any, Collect, RuleOrder, OutputOrder };
enum class Aggregation { None, Sum, Count, Min, Max };

struct InputClause {
    std::string id;
    std::string label;  ///< what the column is called: its label, else its expression
    Formula expression;
    const ItemType* type = nullptr;
    std::optional<Constraint> values;
    int line = 0;
};

struct OutputClause {
    std::string id;
    std::string name;
    std::string label;
    const ItemType* type = nullptr;
    std::optional<Constraint> values;
    std::optional<Formula> otherwise;  ///< `defaultOutputEntry`
    const std::vector<feel::Value>* priorities = nullptr;
    int line = 0;
};

struct Rule {
    std::string id;
    std::vector<Formula> tests;  ///< one an input; an empty one is true of everything
    std::vector<Formula> outputs;
    int line = 0;
};

struct TableIndex;

struct TableBox {
    HitPolicy hit_policy = HitPolicy::Unique;
    Aggregation aggregation = Aggregation::None;
    std::vector<InputClause> inputs;
    std::vector<OutputClause> outputs;
    std::vector<Rule> rules;
    std::shared_ptr<const TableIndex> index;  ///< null pointer: every rule is tried
};

/// A boxed expression (DMN 1.5, 10.2.1).
struct Boxed {
    std::string id;
    int line = 0;
    const ItemType* type = nullptr;
    std::variant<Formula, ContextBox, RelationBox, ListBox, InvocationBox, FunctionBox, ConditionalBox, FilterBox,
                 IteratorBox, TableBox>
        form;
};

Logic logic_of(const Boxed*);

/// What all elements of a decision requirements graph have.
struct Element {
    std::string id;
    std::string name;   ///< of its variable, as expressions know it
    std::string title;  ///< its own name, which most often is the same
    int line = 0;
    const Compiled* owner = nullptr;
    const ItemType* type = nullptr;
    std::string type_name;
};

struct InputData : Element {};

struct Decision;
struct KnowledgeModel;
struct Service;

/// One requirement; exactly one pointer is set.
struct Required {
    std::string import_name;  ///< empty: of the same model
    const InputData* input = nullptr;
    const Decision* decision = nullptr;
    const KnowledgeModel* knowledge = nullptr;
    const Service* service = nullptr;

    const Element& element() const;
};

struct Decision : Element {
    std::string version_tag;
    std::vector<Required> requirements;
    BoxedPointer logic;  ///< null pointer: none
};

struct KnowledgeModel : Element {
    std::vector<Required> requirements;
    std::optional<FunctionBox> function;
    const ItemType* result = nullptr;
};

struct Service : Element {
    std::vector<Required> outputs;
    std::vector<Required> inputs;  ///< the parameters: input data, then input decisions
    const ItemType* result = nullptr;
};

struct Import {
    std::string name;
    std::string namespace_name;
    std::shared_ptr<const Compiled> model;
};

struct Compiled : std::enable_shared_from_this<Compiled> {
    std::string file_name;
    std::string id;
    std::string name;
    std::string namespace_name;
    std::vector<Import> imports;
    std::deque<ItemType> types;
    std::deque<InputData> inputs;
    std::deque<Decision> decisions;
    std::deque<KnowledgeModel> knowledge;
    std::deque<Service> services;
    std::vector<DecisionInfo> decision_infos;
    std::vector<InvocableInfo> service_infos;
    std::vector<InvocableInfo> knowledge_infos;
    std::vector<std::string> declared_names;  ///< of all elements, sorted

    bool declares(std::string_view name) const;
};

}  // namespace dandori::dmn
