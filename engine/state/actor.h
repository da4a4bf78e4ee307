#pragma once
// Who asks, and what they may do.

#include <map>
#include <memory>
#include <set>
#include <span>

#include "engine/state/authorization.h"
#include "engine/state/user_task.h"

namespace dandori::engine {

/// All authorizations that hold for somebody, put together. A small value: copies share their contents, which never change.
class Grants {
  public:
    /// For which resources of a type a permission is given.
    struct Reach {
        bool all = false;
        std::set<std::string, std::less<>> ids;
        std::set<std::string, std::less<>> properties;  ///< see Authorization
        bool operator==(const Reach&) const = default;
    };

    Grants() = default;  ///< nothing
    explicit Grants(std::span<const Authorization>);
    static Grants everything();

    const Reach& reach(ResourceType, Permission) const;
    /// For the resource of this id.
    bool allow(ResourceType, Permission, std::string_view id) const;
    /// For any resource at all, be it by its id or by a property.
    bool allow_some(ResourceType, Permission) const;
    /// For resources whose property fits.
    bool allow_by(std::string_view property, ResourceType, Permission) const;
    bool operator==(const Grants&) const;

  private:
    using Table = std::map<std::pair<ResourceType, Permission>, Reach>;
    std::shared_ptr<const Table> table_;
};

/// Somebody who is away, for whom another may act.
struct Principal {
    std::string username;
    std::vector<std::string> groups;
    std::vector<std::string> process_definition_ids;  ///< only these; none = all
    bool operator==(const Principal&) const = default;
};

/// For whom a command is carried out. Absent (a null pointer, an empty optional) = the program itself, or `--auth none`:
/// everything is allowed.
struct Actor {
    std::string username;             ///< of a person, or the client id of a program
    std::vector<std::string> groups;  ///< candidate groups of user tasks
    Grants grants;
    bool is_client = false;  ///< a program by its own credentials
    std::vector<std::string> roles;
    std::optional<std::vector<std::string>> tenants;  ///< absent: nothing is checked (multi-tenancy is off)
    std::vector<Principal> stands_for;  ///< whose tasks they see; whether they may act is decided when they do
    std::string address;  ///< where the request came from; for the audit log
    bool operator==(const Actor&) const = default;
};

/// The decision: whether `actor` has the permission for the resource of this id.
bool may(const Actor* actor, ResourceType, Permission, std::string_view id);

/// Whether `actor` has the permission for at least one resource; which, the rows decide one by one.
bool may_some(const Actor* actor, ResourceType, Permission);

/// Whether `actor` may see or change this user task: by its process (`of_process`), by itself, or by what it is to them. Who is
/// only a candidate may change it as long as nobody has it (WS-HumanTask: actual and potential owner).
bool may(const Actor* actor, const UserTask&, Permission, Permission of_process);

/// Whether the person is one of the task's candidates.
bool is_candidate(const UserTask&, const Actor&);

/// Whether `actor` belongs to the tenant; so does everybody while multi-tenancy is off.
bool is_of_tenant(const Actor* actor, std::string_view tenant_id);

}  // namespace dandori::engine
