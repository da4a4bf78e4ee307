#pragma once
// BPMN 2.0.2, 10.4 Items and Data.

#include <optional>
#include <string>
#include <vector>

#include "bpmn/model/element.h"

namespace dandori::bpmn {

struct ItemDefinition : Element {
    std::string structure_ref;
    std::string item_kind = "Information";
    bool is_collection = false;
};

/// dataObject, dataObjectReference, dataStoreReference, dataInput, dataOutput and property, told apart by `kind`.
struct DataObject : Element {
    enum class Kind { Object, ObjectReference, StoreReference, Input, Output, Property };
    Kind kind = Kind::Object;
    bool is_collection = false;
    std::string state;                       ///< name of the dataState
    const ItemDefinition* item = nullptr;    ///< itemSubjectRef
    const DataObject* object = nullptr;      ///< of an ObjectReference
    const DataStore* store = nullptr;        ///< of a StoreReference
};

struct DataStore : Element {
    std::optional<int> capacity;
    bool is_unlimited = true;
    const ItemDefinition* item = nullptr;
};

struct Assignment {
    Expression from, to;
};

/// dataInputAssociation or dataOutputAssociation; sources and targets are ids of data, inputs or outputs.
struct DataAssociation : Element {
    std::vector<std::string> sources;
    std::string target;
    std::optional<Expression> transformation;
    std::vector<Assignment> assignments;
};

struct DataSet : Element {
    std::vector<std::string> refs, optional_refs, while_executing_refs;
};

struct InputOutputSpecification : Element {
    std::vector<DataObject> inputs, outputs;
    std::vector<DataSet> input_sets, output_sets;
};

}  // namespace dandori::bpmn
